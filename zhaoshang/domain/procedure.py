"""A procedure of an authority as steps with offices, days, fees and materials."""

from __future__ import annotations

from typing import ClassVar

from zhaoshang.domain.record import ContactRef, Part, Record, Url
from zhaoshang.values import Date, Duration, Flag, Money, Text, Whole


class ProcedureStep(Part):
    """One step. Steps run one after the other unless `parallel` is true."""

    name: Text
    office: Text
    time: Duration | None = None
    """The time promised."""
    legal_time: Duration | None = None
    """The time the law allows."""
    fee: Money | None = None
    """What the authority charges; without it the step is free of charge."""
    fee_note: Text | None = None
    materials: tuple[Text, ...] = ()
    basis: Text | None = None
    online: Url | None = None
    parallel: Flag = False
    """True where the step runs at the same time as the one before."""


class Procedure(Record):
    """`procedures/<id>.yaml`. Totals are computed from the steps."""

    kind: ClassVar[str] = "procedures"

    title: Text
    summary: Text
    order: Whole
    steps: tuple[ProcedureStep, ...]
    promise: Text | None = None
    result: Text
    contact: ContactRef | None = None
    as_of: Date
