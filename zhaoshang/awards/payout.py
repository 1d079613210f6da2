"""When and to whom a sum is paid."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import BeforeValidator, model_validator

from zhaoshang.awards.exact import ExactMoney, ExactShare
from zhaoshang.awards.form import Form, Label
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Flag, Whole
from zhaoshang.values.schema import custom_error


class Manner(StrEnum):
    """A payout without instalments."""

    ONCE = "once"
    CASE_BY_CASE = "case_by_case"
    UNSTATED = "unstated"


class Instalment(Form):
    """A part of the sum: a share, a sum, or the rest. In YAML a bare share stands for `{share: 40%}`."""

    share: ExactShare | None = None
    sum: ExactMoney | None = None
    rest: Flag = False
    at: Label | None = None
    """The milestone at which it is paid."""
    year: Whole | None = None
    """The year in which it is paid, counted from 1."""

    @model_validator(mode="after")
    def _is_one_part(self) -> Self:
        if (self.share is not None) + (self.sum is not None) + self.rest != 1:
            raise custom_error(Refusal("Z617"))
        return self


def _expand(value: object) -> object:
    return {"share": value} if isinstance(value, str) else value


class Payout(Form):
    """How a sum is paid out. In YAML a manner (`once`, `case_by_case`, `unstated`) or the list of instalments."""

    manner: Manner | None = None
    instalments: tuple[Annotated[Instalment, BeforeValidator(_expand)], ...] = ()

    @model_validator(mode="after")
    def _is_a_manner_or_instalments(self) -> Self:
        if (self.manner is None) == (not self.instalments):
            raise custom_error(Refusal("Z618", manners=", ".join(Manner)))
        return self


class Part(Form):
    """What one of several recipients gets of every instalment."""

    share: ExactShare
    to: Label


def _expand_payout(value: object) -> object:
    if isinstance(value, str):
        return {"manner": value}
    return {"instalments": value} if isinstance(value, (list, tuple)) else value


PayoutField = Annotated[Payout, BeforeValidator(_expand_payout)]
