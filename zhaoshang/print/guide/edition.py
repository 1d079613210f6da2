"""One edition of a guide in one language, decided down to the last record: all that its templates show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings, Span
from zhaoshang.domain.guide import Guide
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.project import Project
from zhaoshang.domain.register import Release
from zhaoshang.print.guide.choice import CHAPTER_OF, Choice, anchor_of, choose, filled_chapters
from zhaoshang.print.guide.fitting import setting_of
from zhaoshang.print.guide.outline import Heading, number_chapters
from zhaoshang.print.guide.releasing import is_released
from zhaoshang.print.guide.sheet import SHEETS, Sheet
from zhaoshang.web.frame import address
from zhaoshang.web.plan.register import edition_path


@dataclass(frozen=True)
class Edition:
    """A guide, a language and a day. `routes` are the paths of the records' pages below a language's folder."""

    library: Library
    guide: Guide
    language: str
    today: date
    routes: Mapping[Key, str]

    @property
    def name(self) -> str:
        """What the file is called, without its ending."""
        return name_of(self.guide, self.language)

    @property
    def path(self) -> str:
        """Where the file lies, from the site's root."""
        return path_of(self.guide, self.language)

    @property
    def beside(self) -> str | None:
        """The language that stands beside the leading one."""
        return beside_of(self.guide)

    @property
    def sheet(self) -> Sheet:
        """What it is printed on."""
        return SHEETS[self.guide.format]

    @cached_property
    def choice(self) -> Choice:
        """The records it shows."""
        languages = self.guide.languages if self.guide.parallel else (self.language,)
        return choose(self.library, self.guide, languages=frozenset(languages), today=self.today)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Its chapters, without those that have nothing to show."""
        return number_chapters(filled_chapters(self.choice, self.guide.chapters))

    @cached_property
    def anchors(self) -> Mapping[Key, str]:
        """The records that have a place of their own in it, with the ids of those places."""
        kinds = {
            kind for kind, chapter in CHAPTER_OF.items() if chapter in {h.chapter for h in self.headings}
        }
        return {key: anchor_of(key) for key in self.choice.shown() if key.kind in kinds}

    def online(self, key: Key) -> str | None:
        """The address of a record's page on the site."""
        path = self.routes.get(key)
        return address(self.library.site.base_url, f"{self.language}/{path}") if path else None

    @property
    def home(self) -> str:
        """The address of the site in the edition's language."""
        return address(self.library.site.base_url, f"{self.language}/index.html")

    @property
    def register(self) -> str:
        """The address that says whether this edition is the current one; of what is not released, that of the latest."""
        path = edition_path(self.release.id) if self.release else "downloads.html"
        return address(self.library.site.base_url, f"{self.language}/{path}")

    @cached_property
    def release(self) -> Release | None:
        """What the register of editions has under its number, if that is still what it states."""
        released = is_released(self.library, self.guide, today=self.today)
        return self.library.editions[self.guide.number.lower()] if released else None

    @property
    def working_copy(self) -> bool:
        """Whether it is a public guide that states what has not been released."""
        return self.release is None and self.public

    @property
    def public(self) -> bool:
        """Whether it is one of the place's own guides, whose number tells readers something; not one made for a visit."""
        return self.guide.id in self.library.guides

    def setting(self, project: Project) -> str:
        """How a project is set on its sheet; where nothing stands beside anything else, it runs on as it comes."""
        if self.sheet.columns == 1:
            return ""
        return setting_of(project, self.language, languages=self.library.languages)

    def link(self, key: Key) -> str | None:
        """Where a link to a record leads: to its place in the guide, else to its page on the site."""
        anchor = self.anchors.get(key)
        return f"#{anchor}" if anchor else self.online(key)

    @property
    def origins(self) -> dict[str, Span]:
        """Where each record stands, for findings about its text."""
        spans = {str(key): self.library.span(key) for key, _ in self.library.all_records()}
        return {name: span for name, span in spans.items() if span is not None}

    def omissions(self) -> Findings:
        """What the edition leaves out: records by their reason, and chapters with nothing to show."""
        return Findings.of((*self._records_left_out(), *self._chapters_left_out()))

    def _records_left_out(self) -> Iterator[Diagnostic]:
        grouped: dict[str, list[str]] = {}
        for left in self.choice.left_out:
            grouped.setdefault(left.code, []).append(str(left.key))
        for code, keys in sorted(grouped.items()):
            yield Diagnostic(code, self._span(), {"guide": self.name, "records": _listed(keys)})

    def _chapters_left_out(self) -> Iterator[Diagnostic]:
        kept = {heading.chapter for heading in self.headings}
        if empty := [chapter.value for chapter in self.guide.chapters if chapter not in kept]:
            yield Diagnostic("Z853", self._span(), {"guide": self.name, "chapters": _listed(empty)})

    def _span(self) -> Span | None:
        return self.library.span(Key("guides", self.guide.id))


def leading(guide: Guide) -> tuple[str, ...]:
    """The languages that lead a PDF each."""
    return guide.languages[:1] if guide.parallel else guide.languages


def beside_of(guide: Guide) -> str | None:
    """The language that stands beside the leading one, in a guide in parallel."""
    return guide.languages[1] if guide.parallel else None


def name_of(guide: Guide, language: str) -> str:
    """What an edition is called: `investment-guide-zh`, or just the guide's id where two languages share a PDF."""
    return guide.id if guide.parallel else f"{guide.id}-{language}"


def path_of(guide: Guide, language: str) -> str:
    """Where an edition lies, from the site's root."""
    return f"guides/{name_of(guide, language)}.pdf"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
