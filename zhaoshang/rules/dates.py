"""What the calendar says: lapsed offers, stale entries, documents out of force, dates that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from zhaoshang.diagnostics.diagnostic import Diagnostic
from zhaoshang.domain.instrument import Instrument, Standing
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.sites import PlotStatus
from zhaoshang.domain.standing import Status, standings
from zhaoshang.rules.rule import finding
from zhaoshang.rules.walk import values

STALE = timedelta(days=90)
"""How old an entry about availability may grow."""

_PAST = {"as_of", "updated", "issued", "consent", "granted"}
"""Fields whose dates lie in the past, whatever the record."""


def dates_in_the_past(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z421: a date of something that has happened is not later than today."""
    for key, record in library.all_records():
        for path, day in values(record, date):
            if path[-1] in _PAST and day > today:
                yield finding(library, "Z421", key, path, day=day.isoformat(), today=today.isoformat())


def lapsed_projects(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z422: an open project whose offer has lapsed leaves the lists; the editor is told."""
    for id_, project in library.projects.items():
        if project.stage.open and project.valid_until < today:
            day = project.valid_until.isoformat()
            yield finding(
                library, "Z422", Key("projects", id_), ("valid_until",), day=day, today=today.isoformat()
            )


def stale_plots(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z423: availability of a plot is confirmed at least every 90 days."""
    for id_, plot in library.plots.items():
        if plot.status is not PlotStatus.TAKEN and today - plot.as_of > STALE:
            days = str((today - plot.as_of).days)
            yield finding(
                library, "Z423", Key("plots", id_), ("as_of",), day=plot.as_of.isoformat(), days=days
            )


def documents_in_order(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z424 to Z429: dates of policies and reward schemes, and where they stand today."""
    for kind, records in library.documents().items():
        found = standings(records, today=today)
        for id_, record in records.items():
            key = Key(kind, id_)
            yield from _possible(library, key, record.document)
            yield from _standing(library, key, record.document, found[id_])


def _possible(library: Library, key: Key, document: Instrument) -> Iterator[Diagnostic]:
    validity = document.validity
    if validity.until is not None and validity.until < validity.since:
        dates = {"since": validity.since.isoformat(), "until": validity.until.isoformat()}
        yield finding(library, "Z424", key, ("document", "validity", "until"), **dates)
    if document.trial and validity.until is None:
        yield finding(library, "Z425", key, ("document", "validity"))
    if document.review is not None and document.review.date > document.issued:
        dates = {"review": document.review.date.isoformat(), "issued": document.issued.isoformat()}
        yield finding(library, "Z429", key, ("document", "review", "date"), **dates)


def _standing(library: Library, key: Key, document: Instrument, status: Status) -> Iterator[Diagnostic]:
    path = ("document", "validity", "until")
    until = document.validity.until.isoformat() if document.validity.until else ""
    if status.standing is Standing.DRAFT:
        yield finding(library, "Z426", key, ("document",))
    elif status.standing is Standing.EXPIRED:
        yield finding(library, "Z427", key, path, until=until)
    elif status.expires_soon:
        yield finding(library, "Z428", key, path, until=until, days=str(status.days_left))
