"""Days, months and periods as they stand in a file: ISO spellings of days that exist, nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values.schema import refusing, shape, translating

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


def parse_date(text: str) -> date:
    """`2026-02-28` → the day. Refuses other spellings (Z215) and days that do not exist (Z216)."""
    match = _DAY.fullmatch(text.strip())
    if match is None:
        raise Refusal("Z215", text=text)
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        raise Refusal("Z216", text=text) from None


@dataclass(frozen=True, slots=True, order=True)
class YearMonth:
    """A month of a year. `str()` gives the ISO spelling `2026-02`."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> YearMonth:
        """`2026-02` → the month. Refuses anything else (Z217)."""
        match = _MONTH.fullmatch(text.strip())
        if match is None or not 1 <= int(match[2]) <= 12 or match[1] == "0000":
            raise Refusal("Z217", text=text)
        return cls(int(match[1]), int(match[2]))

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


Date = Annotated[date, refusing(parse_date)]
Month = Annotated[YearMonth, refusing(YearMonth.parse)]


@dataclass(frozen=True, slots=True)
class Period:
    """From a day to a day, both included; `None` is an open end. In a file: `{from: 2026-01-01, to: 2026-12-31}`."""

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise Refusal("Z220", start=str(self.start), end=str(self.end))

    def contains(self, day: date) -> bool:
        """Whether the day lies in the period, first and last day included."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        day = core_schema.typed_dict_field(handler.generate_schema(Date), required=False)
        ends = core_schema.typed_dict_schema({"from": day, "to": day}, extra_behavior="forbid")

        def read(value: object, read_ends: Callable[[object], dict[str, date]]) -> Period:
            return value if isinstance(value, Period) else _from_ends(read_ends(_mapping(value)))

        return core_schema.no_info_wrap_validator_function(translating(read), ends, serialization=_AS_ENDS)


def _mapping(value: object) -> object:
    if not isinstance(value, dict) or not value:
        raise Refusal("Z221", found=shape(value))
    return value


def _to_ends(period: Period) -> dict[str, date]:
    ends = {"from": period.start, "to": period.end}
    return {name: day for name, day in ends.items() if day is not None}


_AS_ENDS = core_schema.plain_serializer_function_ser_schema(_to_ends)


def _from_ends(ends: dict[str, date]) -> Period:
    return Period(ends.get("from"), ends.get("to"))
