"""How one sum comes about: a figure, bands, ranks or components, with top-ups, tests and ceilings.

The same shape nests: a band, a rank, a component and a phase are themselves grants, and take `of`, `by`, `mode`,
`each` and `part` from the grant around them unless they set their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from zhaoshang.awards.base import BaseField
from zhaoshang.awards.bound import Lower, Upper
from zhaoshang.awards.cap import CapsField
from zhaoshang.awards.condition import When
from zhaoshang.awards.exact import AddedMoney, AddedPoints, AddedShare, ExactFigure
from zhaoshang.awards.form import Form, Id
from zhaoshang.awards.pay import Firmness, PayField
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Text, Whole
from zhaoshang.values.schema import custom_error

SOURCES = ("pay", "tiers", "ranks", "components")


class Mode(StrEnum):
    """Whether the band reached applies to the whole base, or each band to the slice that lies in it."""

    WHOLE = "whole"
    SLICE = "slice"


class Remainder(StrEnum):
    """What happens to the part of a base that does not fill a step."""

    IGNORED = "ignored"
    PROPORTIONAL = "proportional"
    FULL = "full"


class TopUp(Form):
    """Something added when a test holds: percentage points on the rate, a raise by a share, or a sum."""

    points: AddedPoints | None = None
    raised: AddedShare | None = Field(default=None, alias="raise")
    sum: AddedMoney | None = None
    name: Text | None = None
    when: When | None = None

    @model_validator(mode="after")
    def _is_one_addition(self) -> Self:
        if sum(way is not None for way in (self.points, self.raised, self.sum)) != 1:
            raise custom_error(Refusal("Z619"))
        return self


class Shape(Form):
    """The keys of a grant, all optional."""

    pay: PayField | None = None
    tiers: tuple[Tier, ...] = ()
    ranks: Mapping[Id, RankField] = {}
    components: tuple[Component, ...] = ()
    of: BaseField | None = None
    """What is measured: the base of rates and prices, and of `each`."""
    by: BaseField | None = None
    """What selects the band or the rank, when that is not `of`."""
    mode: Mode | None = None
    each: ExactFigure | None = None
    """The step: `pay` is due for each such amount of the base."""
    part: Remainder | None = None
    amount_is: Firmness | None = None
    when: When | None = None
    top_ups: tuple[TopUp, ...] = ()
    cap: CapsField | None = None
    conditions: tuple[Text, ...] = ()
    """Conditions that only people can judge."""

    @property
    def parts(self) -> Iterator[tuple[tuple[str | int, ...], Grant]]:
        """The grants inside it, each with its place."""
        for name in ("tiers", "components"):
            for index, grant in enumerate(getattr(self, name)):
                yield (name, index), grant
        for rank, grant in self.ranks.items():
            yield ("ranks", rank), grant


class Grant(Shape):
    """A shape with exactly one of `pay`, `tiers`, `ranks` and `components`."""

    @model_validator(mode="after")
    def _says_what_is_paid(self) -> Self:
        given = [name for name in SOURCES if getattr(self, name)]
        if len(given) != 1:
            raise custom_error(Refusal("Z620", found=", ".join(given)))
        return self


class Tier(Grant):
    """A band: from `from` to `to` of what selects, or, without either, wherever its `when` holds."""

    from_: Lower | None = Field(default=None, alias="from")
    to: Upper | None = None


class Rank(Grant):
    """What is due at one rank or option. In YAML a bare figure stands for `{pay: figure}`."""


class Component(Grant):
    """One of several sums that are added up."""

    name: Text | None = None


class Phase(Grant):
    """What holds for some years in a row."""

    years: Whole


def _expand_rank(value: object) -> object:
    return {"pay": value} if isinstance(value, str) else value


RankField = Annotated[Rank, BeforeValidator(_expand_rank)]

for _model in (Shape, Grant, Tier, Rank, Component, Phase):
    _model.model_rebuild()
