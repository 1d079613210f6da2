"""Findings of the compliance packs that a named person has looked at and lets stand."""

from __future__ import annotations

from typing import ClassVar

from zhaoshang.domain.record import Part, Record
from zhaoshang.values import Date, Text


class Waiver(Part):
    """One rule lifted for one record: why, by whom and when. It is listed in the compliance report."""

    rule: str
    """The name of the rule, such as `LOCAL`."""
    record: str
    """The record as `policies/rd-2025`."""
    reason: Text
    by: Text
    date: Date


class Waivers(Record):
    """`waivers.yaml`."""

    kind: ClassVar[str] = "waivers"

    waivers: tuple[Waiver, ...] = ()
