"""Where each document stands on a day, and what replaces it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from zhaoshang.domain.filing import Filing, filings
from zhaoshang.domain.instrument import Standing
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.reward import Reward

EXPIRES_SOON = 60
"""A document with fewer days left than this is shown as about to expire."""


@dataclass(frozen=True, slots=True)
class Status:
    """The standing of one document: `days_left` counts its last day in; None where no end is set."""

    standing: Standing
    days_left: int | None = None
    successor: str | None = None
    """The id of the record that replaces this one, in force or not yet."""
    predecessor: str | None = None
    filings: tuple[Filing, ...] = ()
    """When one may apply, and how that stands on the day."""

    @property
    def in_force(self) -> bool:
        """Whether it may be offered."""
        return self.standing is Standing.IN_FORCE

    @property
    def expires_soon(self) -> bool:
        """Whether it is in force and ends within `EXPIRES_SOON` days."""
        return self.in_force and self.days_left is not None and self.days_left < EXPIRES_SOON

    @property
    def published(self) -> bool:
        """Whether it has a page at all: everything but a draft keeps its address for ever."""
        return self.standing is not Standing.DRAFT

    @property
    def listed(self) -> bool:
        """Whether it belongs in lists and guides: in force, or about to come into force."""
        return self.standing in {Standing.IN_FORCE, Standing.NOT_YET}


def standings(documents: Mapping[str, Policy | Reward], *, today: date) -> dict[str, Status]:
    """The status of every document of one kind on `today`.

    A document is superseded from the day on which a reviewed successor comes into force, not before.
    """
    successors = {
        record.document.supersedes: (id_, record.document)
        for id_, record in documents.items()
        if record.document.supersedes and record.document.review
    }
    found = {}
    for id_, record in documents.items():
        successor, successor_document = successors.get(id_, (None, None))
        replaced = successor_document is not None and successor_document.validity.since <= today
        found[id_] = Status(
            record.document.standing(today, superseded=replaced),
            record.document.days_left(today),
            successor,
            record.document.supersedes,
            filings(record, today=today),
        )
    return found
