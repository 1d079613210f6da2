"""The papers of one visit, for `private/`: nothing here is ever handed to the site."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from zhaoshang.diagnostics.diagnostic import Findings, Refusal
from zhaoshang.domain.guide import Chapter, Guide, Stay, Visit
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.site import Contact
from zhaoshang.print.document import Document
from zhaoshang.print.guide.composer import GUIDE, compose
from zhaoshang.print.guide.edition import Edition
from zhaoshang.print.guide.filling import voice_of
from zhaoshang.print.press import Press
from zhaoshang.print.visit import VisitPaper
from zhaoshang.print.visit.amounts import Clause, amounts, clauses_of, mistakes
from zhaoshang.print.visit.matching import Matches, match
from zhaoshang.print.visit.stops import strip_of
from zhaoshang.reading.words import Lexicon
from zhaoshang.values import Text
from zhaoshang.values.artifact import Artifact
from zhaoshang.web.plan import plan_pages
from zhaoshang.web.plan.material import Material

CHAPTERS = (
    Chapter.INDUSTRIES,
    Chapter.SITES,
    Chapter.PROJECTS,
    Chapter.POLICIES,
    Chapter.CONTACTS,
)


@dataclass(frozen=True, slots=True)
class Papers:
    """The finished files, with paths below `private/`, and what was found on the way."""

    artifacts: tuple[Artifact, ...]
    findings: Findings


def print_papers(
    material: Material,
    id_: str,
    *,
    root: Path,
    press: Press,
    papers: Collection[VisitPaper] = tuple(VisitPaper),
    inspect: Callable[[], None] = lambda: None,
) -> Papers:
    """The papers of a visit. Refuses a visit there is no file of (Z854).

    `inspect` raises where the content is not sound as a whole. It is called while the press is at work on the first
    paper, and before anything is handed on.
    """
    library = material.library
    visit = library.visits.get(id_)
    if visit is None:
        raise Refusal("Z854", visit=id_, known=", ".join(library.visits))
    wanted = tuple(paper for paper in VisitPaper if paper in papers)
    desk = _Desk(material, visit, root, press.cache)
    rendered = press.render_all(_ahead(map(desk.document, wanted), inspect))
    findings = Findings.of(mistakes(desk.clauses, visit, library))
    for made in rendered:
        findings += made.findings
    return Papers(
        tuple(
            Artifact(PurePosixPath(id_, f"{paper}.pdf"), made.pdf)
            for paper, made in zip(wanted, rendered, strict=True)
            if made.pdf is not None
        ),
        findings,
    )


def _ahead(documents: Iterator[Document], inspect: Callable[[], None]) -> Iterator[Document]:
    """The first document goes to the press before the content has been inspected, the others after."""
    try:
        first = next(documents)
    except Exception:
        inspect()  # what is wrong with the content explains better what has happened
        raise
    yield first
    inspect()
    yield from documents


@dataclass(frozen=True)
class _Desk:
    """Where the papers of one visit are written. `root` is the project's folder, `workshop` its cache."""

    material: Material
    visit: Visit
    root: Path
    workshop: Path

    def document(self, paper: VisitPaper) -> Document:
        """A paper, ready for the press."""
        first = self.material.library.languages[0]
        template = "print/visit/pack.html"
        match paper:
            case VisitPaper.GUIDE:
                return self._made(self.visit.language, front="print/visit/chosen.html")
            case VisitPaper.PACK:
                return self._made(self.visit.language, template=template, officer=False)
            case VisitPaper.BRIEF:
                label = self.material.lexicon[first].at("print.visit.internal")
                return self._made(first, template=template, officer=True, label=label)

    @cached_property
    def matches(self) -> Matches:
        """What suits the visitor."""
        return match(self.material.library, self.visit, today=self.material.today)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The awards that suit the visitor."""
        policies = (one.key.id for one in self.matches.policies)
        return clauses_of(self.material.library, policies, today=self.material.today)

    @cached_property
    def _guide(self) -> Guide:
        return _guide(
            self.material.library, self.material.lexicon, self.visit, self.matches, self.material.today
        )

    @cached_property
    def _routes(self) -> Mapping[Key, str]:
        return plan_pages(self.material).routes

    def _made(
        self, language: str, *, template: str = GUIDE, front: str = "", officer: bool = False, label: str = ""
    ) -> Document:
        library, lexicon = self.material.library, self.material.lexicon
        edition = Edition(library, self._guide, language, self.material.today, self._routes)
        return compose(
            edition,
            lexicon,
            root=self.root,
            template=template,
            front=front,
            context={
                **_context(library, self.visit, self.matches),
                **_said(edition, lexicon, self.visit, self.clauses),
                "officer": officer,
            },
            label=label,
            workshop=self.workshop,
        )


def _guide(library: Library, lexicon: Lexicon, visit: Visit, matches: Matches, today: date) -> Guide:
    """A guide with the visitor's name and nothing that does not concern them."""
    words = {language: lexicon[language].at("print.visit.for") for language in library.languages}
    named = {
        language: text.format(name=visit.name, company=visit.company) for language, text in words.items()
    }
    return Guide(
        id=visit.id,
        title=lexicon.text("print.visit.title"),
        subtitle=Text(named),
        number=visit.id,
        date=today,
        languages=(visit.language,),
        chapters=CHAPTERS,
        select=matches.selection(visit),
    )


def _said(edition: Edition, lexicon: Lexicon, visit: Visit, clauses: tuple[Clause, ...]) -> dict[str, Any]:
    """What depends on the language: the amounts for the visitor's figures, and the strip of each day."""
    library, voice = edition.library, voice_of(edition, lexicon)
    return {
        "amounts": tuple(amounts(clauses, visit, voice)),
        "strips": {
            day: strip_of(stays, library, voice, title=voice.date(day)) for day, stays in _days(visit)
        },
    }


def _days(visit: Visit) -> tuple[tuple[date, tuple[Stay, ...]], ...]:
    """The agenda day by day."""
    days = dict.fromkeys(stay.day for stay in visit.agenda)
    return tuple((day, tuple(stay for stay in visit.agenda if stay.day == day)) for day in days)


def _context(library: Library, visit: Visit, matches: Matches) -> dict[str, Any]:
    return {
        "visit": visit,
        "matches": matches,
        "days": _days(visit),
        "hosts": tuple(_hosts(library, visit)),
        "notes": tuple(_notes(library, matches)),
    }


def _hosts(library: Library, visit: Visit) -> Iterator[Contact]:
    """Everyone the visitor meets, once, those of the whole visit first."""
    ids = dict.fromkeys((*visit.hosts, *(host for stay in visit.agenda for host in stay.hosts)))
    yield from (library.contact(id_) for id_ in ids)


def _notes(library: Library, matches: Matches) -> Iterator[tuple[Text, Mapping[str, str]]]:
    """The internal notes of the chosen records, for the officer only."""
    for found in (*matches.projects, *matches.plots, *matches.policies):
        notes = getattr(_record(library, found.key), "internal", {})
        if notes:
            yield _record(library, found.key).title, notes


def _record(library: Library, key: Key) -> Any:
    return library.records(key.kind)[key.id]
