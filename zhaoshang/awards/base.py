"""The base of an award: a measure, or a small formula over measures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from zhaoshang.awards.exact import ExactFigure, ExactShare
from zhaoshang.awards.form import Form, Id, is_id
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values.schema import custom_error

SOURCES = (
    "measure",
    "figure",
    "growth",
    "award",
    "sum",
    "product",
    "least",
    "greatest",
    "difference",
    "ratio",
)


class Base(Form):
    """What a rate or a price applies to, or what selects a band. In YAML a bare id stands for `{measure: id}`.

    Exactly one source is given; then, in this order, `share` takes a part of it, `over` keeps what exceeds a figure
    and `first` keeps at most a figure.
    """

    measure: Id | None = None
    figure: ExactFigure | None = None
    """A constant inside a formula: `{product: [leased-area, 12个月]}`."""
    growth: Id | None = None
    """This year's value less last year's, never below zero."""
    award: Id | None = None
    """The sum due under another article; it is asked for."""
    sum: tuple[Operand, ...] = ()
    product: tuple[Operand, ...] = ()
    least: tuple[Operand, ...] = ()
    greatest: tuple[Operand, ...] = ()
    difference: tuple[Operand, ...] = ()
    """The first less the others, never below zero."""
    ratio: tuple[Operand, ...] = ()
    """The first per the second, such as investment per 亩. It can select a band or be tested, not be paid on."""
    share: ExactShare | None = None
    over: ExactFigure | None = None
    first: ExactFigure | None = None

    @model_validator(mode="after")
    def _has_one_source(self) -> Self:
        given = [name for name in SOURCES if getattr(self, name)]
        if len(given) != 1:
            raise custom_error(Refusal("Z607", sources=", ".join(SOURCES), found=", ".join(given)))
        if given[0] == "ratio" and (len(self.ratio) != 2 or self.share or self.over or self.first):
            raise custom_error(Refusal("Z608"))
        return self

    @property
    def source(self) -> str:
        """Which of the sources is given."""
        return next(name for name in SOURCES if getattr(self, name))

    @property
    def operands(self) -> tuple[Base, ...]:
        """What the formula is made of; empty for a measure, a figure, growth and an award."""
        found: Any = getattr(self, self.source)
        return found if isinstance(found, tuple) else ()

    def measures(self) -> Iterator[str]:
        """The ids of all measures in it, each as often as it occurs."""
        if self.measure or self.growth:
            yield self.measure or self.growth or ""
        for operand in self.operands:
            yield from operand.measures()


def _expand(value: object) -> object:
    if isinstance(value, str):
        return {"measure": value} if is_id(value) else {"figure": value}
    return dict(value) if isinstance(value, Mapping) else value


Operand = Annotated[Base, BeforeValidator(_expand)]
"""A base inside a formula, where a figure may stand too."""


def _expand_measure(value: object) -> object:
    return {"measure": value} if isinstance(value, str) else value


BaseField = Annotated[Base, BeforeValidator(_expand_measure), Field()]
"""A base as the value of a key: a bare string is always the id of a measure."""

Base.model_rebuild()
