"""When one may apply under a document, and how that stands on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zhaoshang.awards import Clock, Window
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.reward import Reward
from zhaoshang.values import Text


@dataclass(frozen=True, slots=True)
class Filing:
    """A window of a document with its standing. `subject` is the award it is for; None where it is for all."""

    window: Window
    clock: Clock
    subject: Text | None = None


def filings(record: Policy | Reward, *, today: date) -> tuple[Filing, ...]:
    """The windows of a document: its own, then those of awards that have another."""
    since, until = record.document.validity.since, record.document.validity.until
    return tuple(
        Filing(window, window.clock(today, since=since, until=until), subject)
        for window, subject in _windows(record)
    )


def _windows(record: Policy | Reward) -> Iterator[tuple[Window, Text | None]]:
    if record.terms.window:
        yield record.terms.window, None
    for article in record.articles.values():
        for award in article.awards:
            if award.window:
                yield award.window, award.title or article.title or article.label
