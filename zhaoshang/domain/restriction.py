"""What the place does not take."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from zhaoshang.domain.record import Part, Record, Slug
from zhaoshang.values import Date, Text


class Severity(StrEnum):
    """Prohibited is never taken; restricted only under a condition."""

    PROHIBITED = "prohibited"
    RESTRICTED = "restricted"


class Restriction(Part):
    """A line of business that is prohibited or restricted, with its basis."""

    title: Text
    severity: Severity
    basis: Text
    codes: tuple[str, ...] = ()
    """GB/T 4754-2017 codes that are wholly covered (a prefix covers what lies below it)."""
    words: tuple[str, ...] = ()
    """Words in a project's title, summary or content that betray the business, in any language."""
    condition: Text | None = None
    """Under which condition a restricted business is taken."""


class Restrictions(Record):
    """`restrictions.yaml`."""

    kind: ClassVar[str] = "restrictions"

    summary: Text
    as_of: Date
    items: Mapping[Slug, Restriction]
