"""The papers of one visit, for `private/`: nothing here is ever handed to the site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from zhaoshang.diagnostics.diagnostic import Findings, Refusal
from zhaoshang.domain.guide import Chapter, Guide, Stay, Visit
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.site import Contact
from zhaoshang.print.document import Document
from zhaoshang.print.guide.composer import compose
from zhaoshang.print.guide.edition import Edition
from zhaoshang.print.guide.filling import voice_of
from zhaoshang.print.press import Press
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


NAMES = ("guide", "pack", "brief")
"""What the papers of a visit are called."""


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
    inspect: Callable[[], None] = lambda: None,
) -> Papers:
    """The tailored guide, the visit pack and the officer's brief. Refuses a visit there is no file of (Z854).

    `inspect` raises where the content is not sound as a whole. It is called while the press is at work on the guide,
    and before anything is handed on.
    """
    library = material.library
    visit = library.visits.get(id_)
    if visit is None:
        raise Refusal("Z854", visit=id_, known=", ".join(library.visits))
    rendered = press.render_all(_ahead(_documents(material, visit, root=root, workshop=press.cache), inspect))
    chosen = (one.key.id for one in match(library, visit, today=material.today).policies)
    findings = Findings.of(mistakes(clauses_of(library, chosen, today=material.today), visit, library))
    for made in rendered:
        findings += made.findings
    return Papers(
        tuple(
            Artifact(PurePosixPath(id_, f"{name}.pdf"), made.pdf)
            for name, made in zip(NAMES, rendered, strict=True)
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


def _documents(material: Material, visit: Visit, *, root: Path, workshop: Path) -> Iterator[Document]:
    """The documents of `NAMES`."""
    library, lexicon, today = material.library, material.lexicon, material.today
    matches = match(library, visit, today=today)
    clauses = clauses_of(library, (one.key.id for one in matches.policies), today=today)
    routes = plan_pages(material).routes
    guide = _guide(library, lexicon, visit, matches, today)
    edition = Edition(library, guide, visit.language, today, routes)
    context = _context(library, visit, matches) | _said(edition, lexicon, visit, clauses)
    made_of = partial(compose, lexicon=lexicon, root=root, workshop=workshop)
    yield made_of(edition, front="print/visit/chosen.html", context=context)
    pack = "print/visit/pack.html"
    yield made_of(edition, template=pack, context={**context, "officer": False})
    own = Edition(library, guide, library.languages[0], today, routes)
    label = lexicon[library.languages[0]].at("print.visit.internal")
    context = {**context, **_said(own, lexicon, visit, clauses), "officer": True}
    yield made_of(own, template=pack, context=context, label=label)


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
