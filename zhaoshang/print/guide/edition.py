"""One edition of a guide in one language, decided down to the last record: all that its templates show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings, Span
from zhaoshang.domain.guide import Guide
from zhaoshang.domain.library import Key, Library
from zhaoshang.print.guide.choice import CHAPTER_OF, Choice, anchor_of, choose, filled_chapters
from zhaoshang.print.guide.outline import Heading, number_chapters
from zhaoshang.print.guide.sheet import SHEETS, Sheet
from zhaoshang.web.frame import address


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
        """What the file is called, without its ending: `investment-guide-zh`."""
        return f"{self.guide.id}-{self.language}"

    @property
    def path(self) -> str:
        """Where the file lies, from the site's root."""
        return f"guides/{self.name}.pdf"

    @property
    def sheet(self) -> Sheet:
        """What it is printed on."""
        return SHEETS[self.guide.format]

    @cached_property
    def choice(self) -> Choice:
        """The records it shows."""
        return choose(self.library, self.guide, language=self.language, today=self.today)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Its chapters, those without anything to show left out."""
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
        """The address that says whether this edition is the current one."""
        return address(self.library.site.base_url, f"{self.language}/downloads.html")

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
        missing = [chapter.value for chapter in self.guide.chapters if chapter not in kept]
        if missing:
            yield Diagnostic("Z853", self._span(), {"guide": self.name, "chapters": _listed(missing)})

    def _span(self) -> Span | None:
        return self.library.span(Key("guides", self.guide.id))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
