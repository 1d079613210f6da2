"""What is measured: a quantity, a date, a choice or a yes-or-no that an award depends on and that must be asked for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import model_validator

from zhaoshang.awards.form import Form, Id
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Flag, Text, Unit, refusing
from zhaoshang.values.schema import custom_error
from zhaoshang.values.units import spellings


class Kind(StrEnum):
    """What a measure is, economically. A base of kind TAX is what the fair-competition rules forbid."""

    INVESTMENT = "investment"
    CAPITAL = "capital"
    REVENUE = "revenue"
    COST = "cost"
    TAX = "tax"
    """Local tax, or a firm's contribution to local public finance (地方财政贡献)."""
    GRANT = "grant"
    """A sum granted or received under another clause or at another level of government."""
    FINANCE = "finance"
    """Loans, guarantees, premiums, funds raised."""
    TRADE = "trade"
    """Imports, exports, freight."""
    LAND = "land"
    """What is paid for land; a refund of it is forbidden."""
    AREA = "area"
    COUNT = "count"
    DURATION = "duration"
    SHARE = "share"
    RATE = "rate"
    OTHER = "other"
    DATE = "date"
    CHOICE = "choice"
    RANK = "rank"
    """A choice whose options are steps. Without `options` it may take every standard rank: national, provincial …"""
    FLAG = "flag"


WORDS = frozenset({Kind.DATE, Kind.CHOICE, Kind.RANK, Kind.FLAG})
"""The kinds that are not figures and have no unit."""


def _read_unit(text: str) -> Unit:
    above, *below = text.replace("·", "/").split("/")
    names = [spellings().find(word) for word in (above, *below)]
    if None in names:
        raise Refusal("Z603", unit=text)
    first, *rest = [name for name in names if name]
    return Unit.of(first, *rest)


class Measure(Form):
    """Something an award depends on. `unit` is the unit people are asked in and answers are shown in."""

    name: Text
    kind: Kind = Kind.OTHER
    unit: Annotated[Unit, refusing(_read_unit)] | None = None
    yearly: Flag = False
    """Whether it is measured anew in each year, as revenue is and a one-off investment is not."""
    options: Mapping[Id, Text] = {}
    source: Text | None = None
    """Where the figure is published when it is set outside the document (LPR, a provincial standard)."""

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        if (self.unit is None) != (self.kind in WORDS):
            raise custom_error(Refusal("Z604" if self.unit is None else "Z605", kind=self.kind.value))
        wrong = not self.options if self.kind is Kind.CHOICE else self.options and self.kind is not Kind.RANK
        if wrong:
            raise custom_error(Refusal("Z606", kind=self.kind.value))
        return self

    @property
    def is_figure(self) -> bool:
        """Whether it is a quantity with a unit, so that rates and prices can apply to it."""
        return self.unit is not None
