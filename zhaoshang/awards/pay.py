"""What is paid: a figure, or the plain statement that the text gives none."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BeforeValidator, model_validator

from zhaoshang.awards.form import Form
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Marker, Quantity, Text, refusing
from zhaoshang.values.schema import custom_error


class Open(StrEnum):
    """Why there is no figure."""

    CASE_BY_CASE = "case_by_case"
    UNSTATED = "unstated"


class Firmness(StrEnum):
    """How the text means the figure (`amount_is`)."""

    EXACT = "exact"
    UP_TO = "up_to"
    AT_LEAST = "at_least"
    RANGE = "range"
    NEGOTIATED = "negotiated"


_FIRM = {Marker.EXACT: Firmness.EXACT, Marker.UP_TO: Firmness.UP_TO, Marker.AT_LEAST: Firmness.AT_LEAST}


def read_figure(text: str) -> Quantity:
    """A sum (5万元), a rate (3‰), a price (10元/平方米·月), a range of these, or one of them with 不超过 or 不低于.

    Refuses vague figures such as 约5万元 (Z612) and units that are neither money nor a share (Z613).
    """
    quantity = Quantity.parse(text)
    if quantity.marker not in _FIRM:
        raise Refusal("Z612", text=text)
    if quantity.kind not in ("money", "share") or quantity.unit.base.measure == "pp":
        raise Refusal("Z613", text=text)
    return quantity


class Pay(Form):
    """One of: a figure; no figure (`case_by_case`, `unstated`); a benefit in kind; an honour; a figure set elsewhere."""

    figure: Annotated[Quantity, refusing(read_figure)] | None = None
    open: Open | None = None
    in_kind: Text | None = None
    honour: Text | None = None
    external: Text | None = None
    """Where the amount is laid down: `{external: {zh: 按省级标准执行, en: as laid down by the province}}`."""

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise custom_error(Refusal("Z614"))
        return self

    @property
    def firmness(self) -> Firmness:
        """How the figure's own words mean it: 不超过5万元 is UP_TO, 2～5万元 is a RANGE."""
        assert self.figure is not None
        return Firmness.RANGE if self.figure.is_range else _FIRM[self.figure.marker]

    @property
    def is_rate(self) -> bool:
        """Whether a share of a base is paid."""
        return self.figure is not None and self.figure.kind == "share"

    @property
    def is_price(self) -> bool:
        """Whether so much per unit of a base is paid."""
        return self.figure is not None and bool(self.figure.unit.per)


def _expand(value: object) -> object:
    if isinstance(value, str):
        return {"open": value} if value in tuple(Open) else {"figure": value}
    return dict(value) if isinstance(value, Mapping) else value


PayField = Annotated[Pay, BeforeValidator(_expand)]
