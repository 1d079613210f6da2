"""How a project is set on its sheet: as roomily as it fits a page, or over two pages where none holds it.

A sheet is measured before it is set, from the length of its texts and the rows of its tables. The measures are those of
`chapters.css`, in points; they err on the long side, so that a sheet said to fit a page does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from types import MappingProxyType

from zhaoshang.domain.inline import FactMark, LinkMark, inline_marks
from zhaoshang.domain.project import Project
from zhaoshang.values import Text

PAGE = 735
"""How high a sheet is inside its margins (`@page sheet`)."""

SPREAD = "brief spread"
"""Over two pages: what the project is on the first, how far it has come and what it returns on the second."""

RUN_ON = "brief"
"""Over as many pages as it takes, without a break of its own, where what the project is fills more than a page."""

_MAIN, _PHASE, _NAME, _NOTE, _WHOLE, _BOXED, _TITLE = 326, 245, 158, 178, 485, 462, 405
"""How wide lines are: of the text, in the columns of the tables, of notes and in the box, beside the code."""

_FACT = "00000000"
"""What stands for a figure of the register."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A way to set a sheet: the class of its style, and heights of lines and rows. `turn` is a further line of a row,
    `note` a line of small type."""

    name: str
    size: float
    line: float
    heading: float
    cell: float
    row: float
    turn: float
    note: float


_HAN = (
    Setting("brief", 9.5, 16, 27, 8.5, 16.6, 12, 12),
    Setting("", 9.5, 14.5, 24.5, 8.5, 16.6, 12, 12),
    Setting("full", 8.5, 13, 24.5, 7.5, 15, 10.5, 12),
)
_LATIN = (
    Setting("brief", 9.5, 16, 22, 8.5, 16.6, 12, 10.5),
    Setting("", 8.5, 12, 20.5, 7.5, 14, 10, 10.5),
    Setting("full", 8.5, 11.4, 20.5, 7.5, 12.8, 9.6, 10.5),
)
SETTINGS: Mapping[str, Sequence[Setting]] = MappingProxyType({"zh": _HAN})
"""From the roomiest to the tightest; languages that are not named here are set as English is."""


def setting_of(project: Project, language: str, *, languages: Sequence[str]) -> str:
    """The class of the style in which a project's sheet is set."""
    told = Told(project, language, tuple(languages))
    settings = settings_of(language)
    fitting = next((each.name for each in settings if told.height(each) <= PAGE), None)
    if fitting is not None:
        return fitting
    return SPREAD if told.first(settings[0]) <= PAGE else RUN_ON


def settings_of(language: str) -> Sequence[Setting]:
    """The ways to set a sheet in a language, from the roomiest to the tightest."""
    return SETTINGS.get(language.split("-")[0], _LATIN)


@dataclass(frozen=True, slots=True)
class Told:
    """A project in one language, ready to be measured."""

    project: Project
    language: str
    languages: tuple[str, ...]

    def height(self, by: Setting) -> float:
        """How high the whole sheet is."""
        return self.first(by) + self.preparation(by) + self.returns(by) + self._notes(by)

    def first(self, by: Setting) -> float:
        """How high what the project is stands: what is on the first page of two."""
        return self.head() + max(self.text(by), 228 + 12 * self.side()) + self.phases(by)

    def head(self) -> float:
        """Tag, title, summary and the figures read from across a table."""
        title = 25 * self.lines(self.project.title, 20, _TITLE)
        return 18 + title + 4 + 16 * self.lines(self.project.summary, 9.5, _TITLE) + 64

    def text(self, by: Setting) -> float:
        one = self.project
        texts = [text for text in (one.content, one.market, one.partner) if text]
        lines = sum(self.lines(text, by.size, _MAIN) for text in texts)
        points = sum(self.lines(text, by.size, _MAIN - 14) for text in one.conditions)
        heads = len(texts) + bool(one.conditions)
        return heads * by.heading + (lines + points) * by.line + 2 * len(one.conditions)

    def side(self) -> int:
        """Lines beside the text beyond one for each entry: of a place in words and a long promoter."""
        texts = [text for text in (self.project.site, self.project.promoter) if text]
        return sum(self.lines(text, 8.5, 118) - 1 for text in texts)

    def phases(self, by: Setting) -> float:
        rows = [[(phase.content, _PHASE)] for phase in self.project.phases]
        return self.table(rows, by)

    def preparation(self, by: Setting) -> float:
        rows = [[(permit.name, _NAME), (permit.note, _NOTE)] for permit in self.project.preparation]
        return self.table(rows, by)

    def table(self, rows: Sequence[Iterable[tuple[Text | None, float]]], by: Setting) -> float:
        if not rows:
            return 0
        turns = sum(max(self.lines(text, by.cell, wide) for text, wide in row if text) - 1 for row in rows)
        return 9 + (len(rows) + 1) * by.row + turns * by.turn

    def returns(self, by: Setting) -> float:
        returns = self.project.returns
        if returns is None:
            return 0
        said = [self.plain(text) for text in (returns.assumptions, returns.risk, returns.source)]
        return 55 + (by.note - 1) * lines_of("".join(said) + 30 * "0", 7.5, _BOXED)

    def _notes(self, by: Setting) -> float:
        """Energy, policies that apply, and until when all this holds."""
        one = self.project
        prints = 60 * "0" + (
            self.plain(one.footprint.emissions) if one.footprint and one.footprint.emissions else ""
        )
        policies = 30 * "0" * len(one.policies)
        notes = [lines_of(text, 7.5, _WHOLE) for text in (prints if one.footprint else "", policies) if text]
        return 22 + sum(4 + by.note * lines for lines in notes)

    def lines(self, text: Text, size: float, width: float) -> int:
        return lines_of(self.plain(text), size, width)

    def plain(self, text: Text) -> str:
        marks = inline_marks(text.said(self.language, self.languages).text)
        return "".join(_said(mark) for mark in marks)


def _said(mark: object) -> str:
    if isinstance(mark, FactMark):
        return _FACT
    return mark.label if isinstance(mark, LinkMark) else getattr(mark, "text", "")


def lines_of(text: str, size: float, width: float) -> int:
    """How many lines a text takes: an ideograph is as wide as the type is large, a letter less than half of that."""
    ems = sum(1 if character > "\u2e7f" else 0.425 for character in text)
    return max(1, ceil(ems * size / width))
