"""How a sheet is set: on one page where it fits, else on both sides of a leaf, with as much on the one as on the other.

It is measured before it is set, as the pages of a guide are (`guide/fitting.py`), in points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from zhaoshang.domain.sites import Access, Utilities
from zhaoshang.print.guide.fitting import Setting, Told, lines_of, settings_of
from zhaoshang.print.sheets.sheet import Sheet, Support
from zhaoshang.values import Quantity
from zhaoshang.voice import Voice

FIRST = 669
"""How high the first page is below the picture at its head (`sheets.css`)."""

SECOND = 742
"""How high the second page is."""

_LOWERED = 48
"""How much the picture gives way where a sheet would else begin a second page with little on it."""

PARTS = ("site", "uses", "preparation", "returns", "support")
"""What follows the phases, in the order in which it stands."""

TURNS = ("site", "preparation", "returns", "support")
"""What may open the second page: a note alone at its head would look left over."""

_COLUMN, _PAYS, _SITE, _ANSWER, _WHOLE = 150, 300, 128, 168, 493
"""How wide lines are: in the columns of the table of policies, of the site, of who answers, and of notes."""

_SLACK = 15
"""How much room a page is left beyond what is measured, where a break is set."""

_CONVERSIONS = 12
"""The line of other units and currencies below the figures at the head."""

_ABOVE = 9
"""What a part has above it in the run of a page, and not at the head of one."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a sheet is set: `front` and `back` are the classes of the style of its pages, `turn` is what opens the second
    (nothing where one is enough), `foot` how high its foot is; `low` says that the picture at the head gives way.
    """

    front: str
    back: str
    turn: str
    foot: float
    low: bool = False


def layout_of(sheet: Sheet) -> Layout:
    """The roomiest way in which a sheet fits a page; where none does, two pages of which neither is empty."""
    measured = [_Measured(sheet, by) for by in settings_of(sheet.voice.language)]
    foot = measured[0].foot
    for room in (FIRST, FIRST + _LOWERED):
        for one in measured:
            if one.whole <= room:
                return Layout(one.by.name, one.by.name, "", foot, low=room > FIRST)
    two = list(_on_two_pages(measured))
    if not two:
        # Too much to foresee where a page ends: the parts, none of which is torn, find their places.
        tightest = measured[-1].by.name
        return Layout(tightest, tightest, "", foot)
    return max(two, key=lambda found: found[0])[1]


def _on_two_pages(measured: Sequence[_Measured]) -> Iterator[tuple[tuple[int, float], Layout]]:
    """Ways to set a sheet on two pages, each as roomily as it fits; the best is the roomiest, then the most even."""
    for turn in TURNS:
        front = next((at for at, one in enumerate(measured) if one.before(turn) <= FIRST - _SLACK), None)
        back = next((at for at, one in enumerate(measured) if one.after(turn) <= SECOND - _SLACK), None)
        if front is not None and back is not None and measured[front].has(turn):
            even = min(measured[front].before(turn) / FIRST, measured[back].after(turn) / SECOND)
            names = measured[front].by.name, measured[back].by.name
            yield (-front - back, even), Layout(*names, turn, measured[0].foot)


@dataclass(frozen=True)
class _Measured:
    """A sheet in one setting."""

    sheet: Sheet
    by: Setting

    @cached_property
    def whole(self) -> float:
        """How high all of it is."""
        return self._opening + sum(self._parts.values()) + self.foot

    def has(self, part: str) -> bool:
        """Whether there is anything in a part."""
        return bool(self._parts[part])

    def before(self, turn: str) -> float:
        """How high the first page is where a part opens the second."""
        return self._opening + sum(list(self._parts.values())[: PARTS.index(turn)])

    def after(self, turn: str) -> float:
        """How high the second page is where a part opens it."""
        return sum(list(self._parts.values())[PARTS.index(turn) :]) + self.foot - _ABOVE

    @cached_property
    def _told(self) -> Told:
        sheet = self.sheet
        return Told(sheet.project, sheet.voice.language, sheet.library.languages)

    @cached_property
    def _opening(self) -> float:
        """What the project is, to the end of its phases."""
        told, words = self._told, self.sheet.voice.words
        access = self.sheet.project.foreign_access
        turns = told.side() + (lines_of(words.at("text.not_listed"), 8.5, 110) - 1 if access else 0)
        beside = sum(1 for _ in _circumstances(self.sheet)) * (17.5 + self.by.note) + 12 * turns
        return told.head() + _CONVERSIONS + max(told.text(self.by), beside) + told.phases(self.by)

    @cached_property
    def _parts(self) -> dict[str, float]:
        told = self._told
        stages = (told.preparation(self.by), told.returns(self.by))
        return dict(zip(PARTS, (self._site, self._uses, *stages, self._support), strict=True))

    @property
    def _site(self) -> float:
        lines = [lines_of(text, 8.5, _SITE) for text in _site(self.sheet)]
        rows = [max(lines[at : at + 3]) for at in range(0, len(lines), 3)]
        return 36 + sum(16 + 12 * row for row in rows) if rows else 0

    @property
    def _uses(self) -> float:
        """Energy, and what foreign investors are to know."""
        project = self.sheet.project
        texts = [access.note] if (access := project.foreign_access) and access.note else []
        said = [self._told.plain(text) + 8 * "0" for text in texts]
        if prints := project.footprint:
            said.append(90 * "0" + (self._told.plain(prints.emissions) if prints.emissions else ""))
        return sum(4 + 12 * lines_of(text, 7.5, _WHOLE) for text in said)

    @property
    def _support(self) -> float:
        head = 25 if self.by.name == "full" else 30
        return head + sum(map(self._row, self.sheet.support)) if self.sheet.support else 0

    def _row(self, one: Support) -> float:
        by = self.by
        title = by.turn * lines_of(self._told.plain(one.policy.title), by.cell, _COLUMN)
        title += 11 * lines_of(self._standing(one), 7.5, _COLUMN)
        pays = by.turn * sum(lines_of(line, by.cell, _PAYS) for line in one.lines or ("",))
        return by.row - by.turn + max(title, pays + len(one.lines))

    def _standing(self, one: Support) -> str:
        until = one.policy.document.validity.until
        end = self.sheet.voice.date(until) if until else self.sheet.voice.words.at("print.no_end")
        return one.policy.document.number + end + 4 * "0"

    @cached_property
    def foot(self) -> float:
        """Who answers, who publishes, and what the sheet is worth."""
        sheet, told = self.sheet, self._told
        contact, publisher = sheet.contact, sheet.library.site.publisher
        who = [contact.role, *filter(None, (contact.hours, contact.address))]
        lines = sum(told.lines(text, 8.5, _ANSWER) for text in who)
        lines += sum(1 for said in (contact.phone, contact.email, contact.languages) if said)
        ours = 3 + (told.lines(publisher.address, 8.5, _ANSWER) if publisher.address else 0)
        words = sheet.voice.words
        worth = [words.at(f"print.{name}") for name in ("sheet.worth", "sheet.fictional", "conversion")]
        small = "".join((*worth, *words.group("print")["disclaimer_text"][1:]))
        code = 71 + 10 * lines_of(words.at("print.scan_project"), 7.5, 95)
        return 18 + max(15 + 12.5 * max(lines, ours), code) + 11 * lines_of(small, 7.5, _WHOLE)


def _circumstances(sheet: Sheet) -> Iterator[object]:
    """The entries beside the text: how, and where, at least."""
    project = sheet.project
    yield from (project.modes, project.stage)
    yield from filter(None, (project.promoter, project.decision_time, project.foreign_access))


def _site(sheet: Sheet) -> Iterator[str]:
    """What the entries of the site say, as far as it can be long."""
    voice, plot, park = sheet.voice, sheet.plot, sheet.park
    if plot is not None:
        yield from (voice.plain(plot.title), "", "", voice.plain(plot.use) + 9 * "0")
        yield voice.show(plot.free) + (voice.show(plot.minimum) + 10 * "0" if plot.minimum else "")
        if plot.storeys or plot.height or plot.load:
            yield 40 * "0"
        yield from filter(None, (_listed(one, voice) for one in (plot.utilities, plot.access)))
        yield ""
    elif park is not None:
        yield from (voice.plain(park.title), voice.show(park.free) + 17 * "0")
    if park is not None and park.threshold:
        asked = park.threshold
        figures = (asked.investment, asked.output, asked.tax, asked.energy)
        yield from (voice.show(figure) for figure in figures if figure)
        yield from ([""] if asked.plot_ratio else [])
        yield from ([voice.plain(asked.note)] if asked.note else [])


def _listed(part: Utilities | Access | None, voice: Voice) -> str:
    """The figures of a part of a plot, each after its name."""
    figures = [one for _, one in part] if part else []
    return "".join(voice.show(one) + 8 * "0" for one in figures if isinstance(one, Quantity))
