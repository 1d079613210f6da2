"""Ceilings: how much, and for whom or for what span of time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BeforeValidator, model_validator

from zhaoshang.awards.base import BaseField
from zhaoshang.awards.exact import CeilingShare
from zhaoshang.awards.form import Form, Ref
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Marker, Quantity, refusing
from zhaoshang.values.schema import custom_error

UNCAPPED = "uncapped"


class Scope(StrEnum):
    """What a ceiling is for. UNSCOPED: the text does not say."""

    ITEM = "item"
    PROJECT = "project"
    FIRM = "firm"
    GROUP = "group"
    """Several articles together, or several firms of one group."""
    UNSCOPED = "unscoped"
    YEAR = "year"
    TOTAL = "total"


class Span(StrEnum):
    """Which time a ceiling per item, project or firm covers when an award runs over several years."""

    YEAR = "year"
    TOTAL = "total"


def read_ceiling(text: str) -> Quantity:
    """500万元, 不超过500万元, or a count such as 10件. Refuses what is no single ceiling (Z615)."""
    quantity = Quantity.parse(text)
    if quantity.is_range or quantity.marker not in (Marker.EXACT, Marker.UP_TO) or quantity.kind == "share":
        raise Refusal("Z615", text=text)
    return quantity


class Cap(Form):
    """A ceiling: a sum, a count of what is paid for, a share of something else, or the statement that there is none."""

    amount: Annotated[Quantity, refusing(read_ceiling)] | None = None
    share: CeilingShare | None = None
    of: BaseField | None = None
    uncapped: bool = False
    span: Span | None = None
    together: tuple[Ref, ...] = ()
    """The articles that share a `group` ceiling."""

    @model_validator(mode="after")
    def _is_one_ceiling(self) -> Self:
        ways = (self.amount is not None, self.share is not None, self.uncapped)
        if sum(ways) != 1 or (self.share is None) != (self.of is None):
            raise custom_error(Refusal("Z616"))
        return self

    @property
    def is_count(self) -> bool:
        """Whether it limits how many are paid for rather than how much is paid."""
        return self.amount is not None and (self.amount.kind != "money" or bool(self.amount.unit.per))


def _expand_cap(value: object) -> object:
    if isinstance(value, str):
        return {"uncapped": True} if value == UNCAPPED else {"amount": value}
    return dict(value) if isinstance(value, Mapping) else value


CapField = Annotated[Cap, BeforeValidator(_expand_cap)]


class Caps(Form):
    """The ceilings of a clause by scope. In YAML one ceiling without a scope may stand alone: `cap: 500万元`."""

    item: CapField | None = None
    project: CapField | None = None
    firm: CapField | None = None
    group: CapField | None = None
    year: CapField | None = None
    total: CapField | None = None
    unscoped: CapField | None = None

    def stated(self) -> Iterator[tuple[Scope, Cap]]:
        """Everything that is said about ceilings, in the order in which they apply."""
        for scope in Scope:
            cap: Cap | None = getattr(self, scope.value)
            if cap is not None:
                yield scope, cap

    def items(self) -> Iterator[tuple[Scope, Cap]]:
        """The ceilings that do limit, in the order in which they apply."""
        return ((scope, cap) for scope, cap in self.stated() if not cap.uncapped)


def _expand_caps(value: object) -> object:
    if isinstance(value, str) or (isinstance(value, Mapping) and {"share", "amount"} & set(value)):
        return {"unscoped": value}
    return dict(value) if isinstance(value, Mapping) else value


CapsField = Annotated[Caps, BeforeValidator(_expand_caps)]
