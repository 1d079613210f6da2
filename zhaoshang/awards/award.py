"""An award: what a clause of a policy or a scheme pays, to whom, over how many years, and how it is paid out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from zhaoshang.awards.form import Form, Id, Label, Ref
from zhaoshang.awards.grant import SOURCES, Grant, Phase, Shape
from zhaoshang.awards.payout import Part, PayoutField
from zhaoshang.awards.window import Window
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Flag, Text, Whole
from zhaoshang.values.schema import custom_error

MOST_YEARS = 50


class Rule(StrEnum):
    """How an award stands beside others."""

    CUMULATIVE = "cumulative"
    HIGHEST_ONLY = "highest_only"
    PAY_DIFFERENCE = "pay_difference"
    """When a higher rank is reached later, only the difference is paid."""
    NOT_WITH = "not_with"
    ON_TOP_OF = "on_top_of"
    LESS_RECEIVED = "less_received"
    """What was received for the same matter is deducted."""


class Stacking(Form):
    """How an award stands beside others. In YAML a bare rule stands for `{rule: rule}`."""

    rule: Rule
    articles: tuple[Ref, ...] = Field(default=(), alias="with")
    note: Text | None = None

    @property
    def deducts(self) -> bool:
        """Whether what was received before is taken off, so that it must be asked for."""
        return self.rule in (Rule.PAY_DIFFERENCE, Rule.LESS_RECEIVED)


def _expand_stacking(value: object) -> object:
    return {"rule": value} if isinstance(value, str) else value


StackingField = Annotated[Stacking, BeforeValidator(_expand_stacking)]


class Years(Form):
    """How many years an award runs. In YAML a bare number, or `{up_to: 3}` when it may be fewer."""

    number: Whole = Field(alias="up_to")
    asked: Flag = True

    @model_validator(mode="after")
    def _is_a_number_of_years(self) -> Self:
        if not 1 <= self.number <= MOST_YEARS:
            raise custom_error(Refusal("Z623", most=str(MOST_YEARS)))
        return self


def _expand_years(value: object) -> object:
    return {"up_to": value, "asked": "false"} if isinstance(value, str) else value


class Reading(Shape):
    """One way to read an ambiguous clause: its name, and the keys that differ under it."""

    name: Text
    years: Annotated[Years, BeforeValidator(_expand_years)] | None = None


class Ambiguity(Form):
    """What the text leaves open. In YAML a bare text, when the readings follow from the keys themselves."""

    note: Text
    readings: tuple[Reading, ...] = ()


def _expand_ambiguity(value: object) -> object:
    is_text = isinstance(value, Text) or (
        isinstance(value, Mapping) and not {"note", "readings"} & set(value)
    )
    return {"note": value} if is_text else value


class Award(Shape):
    """What one clause pays. Exactly one of `pay`, `tiers`, `ranks`, `components` and `phases` is given."""

    id: Id | None = None
    """Needed only where other clauses refer to this award among several of one article."""
    title: Text | None = None
    recipient: Label | None = None
    earmark: Text | None = None
    """What the money must be used for."""
    years: Annotated[Years, BeforeValidator(_expand_years)] | None = None
    phases: tuple[Phase, ...] = ()
    """Different grants for different years, in order."""
    payout: PayoutField | None = None
    split: tuple[Part, ...] = ()
    stacking: StackingField | None = None
    window: Window | None = None
    """When it is applied for, where that is not the window of the document."""
    refers_to: tuple[Ref, ...] = ()
    exchange_day: Label | None = None
    exclusions: tuple[Text, ...] = ()
    ambiguity: Annotated[Ambiguity, BeforeValidator(_expand_ambiguity)] | None = None

    @model_validator(mode="after")
    def _says_what_is_paid(self) -> Self:
        given = [name for name in (*SOURCES, "phases") if getattr(self, name)]
        readings = self.ambiguity.readings if self.ambiguity else ()
        if len(given) > 1 or (not given and not readings):
            raise custom_error(Refusal("Z620", found=", ".join(given)))
        lengths = [phase.years for phase in self.phases]
        if lengths and (self.years or min(lengths) < 1 or sum(lengths) > MOST_YEARS):
            raise custom_error(Refusal("Z623", most=str(MOST_YEARS)))
        return self

    @property
    def schedule(self) -> tuple[tuple[int, Shape], ...]:
        """How many years each grant holds: one entry, or one per phase."""
        if self.phases:
            return tuple((phase.years, phase) for phase in self.phases)
        return ((self.years.number if self.years else 1, self),)

    @property
    def runs_over_years(self) -> bool:
        return sum(count for count, _ in self.schedule) > 1

    @property
    def all_grants(self) -> Iterator[tuple[tuple[str | int, ...], Shape]]:
        """Every grant in it, itself first, each with its place."""
        yield from _walk((), self)
        for index, phase in enumerate(self.phases):
            yield from _walk(("phases", index), phase)


def _walk(place: tuple[str | int, ...], grant: Shape) -> Iterator[tuple[tuple[str | int, ...], Shape]]:
    yield place, grant
    for inner, part in grant.parts:
        yield from _walk((*place, *inner), part)


__all__ = ["Ambiguity", "Award", "Grant", "Reading", "Rule", "Stacking", "Years"]
