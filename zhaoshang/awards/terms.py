"""What one document lays down for all its clauses: the meaning of 以上 and 以下, defaults, definitions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from pydantic import model_validator

from zhaoshang.awards.award import StackingField
from zhaoshang.awards.bound import Side
from zhaoshang.awards.cap import CapsField
from zhaoshang.awards.form import Form, Id, Label
from zhaoshang.awards.measure import Measure
from zhaoshang.awards.payout import PayoutField
from zhaoshang.awards.window import Window
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Text
from zhaoshang.values.schema import custom_error


class Bounds(Form):
    """Whether 以上 and 以下 include the number itself; what is left out is undefined, and shown as such."""

    above: Side | None = None
    below: Side | None = None

    @model_validator(mode="after")
    def _decides(self) -> Self:
        if Side.ASK in (self.above, self.below):
            raise custom_error(Refusal("Z624"))
        return self


class Terms(Form):
    """The definitions of a policy or a scheme. Everything an award sets itself goes before them."""

    bounds: Bounds = Bounds()
    exchange_day: Label | None = None
    stacking: StackingField | None = None
    window: Window | None = None
    payout: PayoutField | None = None
    cap: CapsField | None = None
    """A ceiling on every award of the document, such as all a firm may get in a year."""
    recipient: Label | None = None
    exclusions: tuple[Text, ...] = ()
    """Who or what gets nothing under the whole document."""
    measures: Mapping[Id, Measure] = {}
    ranks: Mapping[Id, Text] = {}
    milestones: Mapping[Id, Text] = {}
    recipients: Mapping[Id, Text] = {}
