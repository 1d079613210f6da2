"""The fact register: every figure the bureau states about the place, typed once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from zhaoshang.domain.record import FactGroupRef, FactRef, Part, Record, Slug, Url
from zhaoshang.values import Date, Figure, Text


class Rank(Part):
    """A claim of rank or title, with the document that grants it (广告法, art. 9 and 11)."""

    claim: Text
    proof: Text
    granted: Date | None = None


class Fact(Part):
    """A figure with its day and its source."""

    label: Text
    value: Figure
    as_of: Date
    source: Text
    source_url: Url | None = None
    group: FactGroupRef
    note: Text | None = None
    rank: Rank | None = None
    history: Mapping[str, Figure] = {}
    """Earlier values by year, oldest first, for charts; the latest is `value` itself and not repeated."""


class Facts(Record):
    """`facts.yaml`. Prose names a fact as `{fact:gdp}`."""

    kind: ClassVar[str] = "facts"

    groups: Mapping[Slug, Text]
    facts: Mapping[Slug, Fact]
    headline: tuple[FactRef, ...] = ()
    """The facts the home page and the at-a-glance page lead with."""
