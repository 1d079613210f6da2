"""When one may apply: between two days, in the same season of every year, within a time after an event, or always."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BeforeValidator, model_validator

from zhaoshang.awards.form import Form, Label
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Date, Duration, Flag, Text, refusing
from zhaoshang.values.schema import custom_error

_MONTH_DAY = re.compile(r"(\d{2})-(\d{2})", re.ASCII)
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True, order=True)
class MonthDay:
    """A day of every year. `str()` gives the spelling `03-01`."""

    month: int
    day: int

    @classmethod
    def parse(cls, text: str) -> MonthDay:
        """`03-01` → 1 March. Refuses other spellings and days that no year has (Z681)."""
        match = _MONTH_DAY.fullmatch(text.strip())
        try:
            found = date(_LEAP_YEAR, *map(int, match.groups())) if match else None
        except ValueError:
            found = None
        if found is None:
            raise Refusal("Z681", text=text)
        return cls(found.month, found.day)

    def in_year(self, year: int) -> date:
        """The day in a year; 29 February is the 28th where there is none."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return date(year, self.month, self.day - 1)

    def __str__(self) -> str:
        return f"{self.month:02}-{self.day:02}"


class Season(Form):
    """From a day to a day of every year, both included; one that closes before it opens runs over the turn of the year."""

    opens: Annotated[MonthDay, refusing(MonthDay.parse)]
    closes: Annotated[MonthDay, refusing(MonthDay.parse)]

    def from_year(self, year: int) -> tuple[date, date]:
        """The season that opens in a year."""
        return self.opens.in_year(year), self.closes.in_year(year + (self.closes < self.opens))


class Opening(StrEnum):
    """How a window stands on a day."""

    OPEN = "open"
    AHEAD = "ahead"
    OVER = "over"
    """It will not open again while the document is in force."""
    EVENT = "event"
    """It depends on an event of the project, or is told in words only."""


@dataclass(frozen=True, slots=True)
class Clock:
    """How a window stands: the day on which it opens or closes next, and the days until then."""

    opening: Opening
    day: date | None = None
    days: int | None = None


class Window(Form):
    """When one may apply. `always`, a window between two days, seasons of every year (in YAML one or a list), a time
    after an event, words; a season and a time after an event may stand together.
    """

    always: Flag = False
    opens: Date | None = None
    closes: Date | None = None
    yearly: Annotated[tuple[Season, ...], BeforeValidator(lambda value: _seasons(value))] = ()
    within: Duration | None = None
    after: Label | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _is_one_window(self) -> Self:
        once, event = bool(self.opens or self.closes), self.within is not None
        backwards = self.opens and self.closes and self.closes < self.opens
        manners = [self.always, once, bool(self.yearly)]
        stated = sum(manners) == 1 or (not any(manners) and (event or self.note is not None))
        if event != (self.after is not None) or backwards or not stated or (self.always and event):
            raise custom_error(Refusal("Z625"))
        return self

    def clock(self, today: date, *, since: date, until: date | None) -> Clock:
        """How the window stands on a day, under a document in force from `since` until `until` (its last day).

        An open window that has no last day of its own has none here either, though the document may have one.
        """
        if not (self.always or self.opens or self.closes or self.yearly):
            return Clock(Opening.EVENT)
        for opens, closes in self._spans(today, since):
            opens, closes = max(opens, since), _earlier(closes, until)
            if closes is not None and (closes < today or closes < opens):
                continue
            if today < opens:
                return Clock(Opening.AHEAD, opens, (opens - today).days)
            if closes is None or (self.closes is None and not self.yearly):
                return Clock(Opening.OPEN)
            return Clock(Opening.OPEN, closes, (closes - today).days)
        return Clock(Opening.OVER)

    def _spans(self, today: date, since: date) -> Iterator[tuple[date, date | None]]:
        """The spans in which one may apply, in time order, as far ahead as one can be needed."""
        if not self.yearly:
            yield self.opens or date.min, self.closes
            return
        years = range(today.year - 1, max(today, since).year + 2)
        yield from sorted(season.from_year(year) for year in years for season in self.yearly)


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day), default=None)


def _seasons(value: object) -> object:
    return (value,) if isinstance(value, Mapping) else value
