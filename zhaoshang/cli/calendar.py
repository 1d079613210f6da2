"""The one place that asks what day it is."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

from zhaoshang.cli.edge import Misuse
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.pipeline.project import Calendar


def calendar(given: date | None) -> Calendar:
    """The day that was given on the command line, or today by the clock of the time zone asked about."""
    return today_in if given is None else lambda _zone: given


def today_in(zone: str) -> date:
    """Today in a time zone of the IANA list. Refuses any other with Z923."""
    try:
        return datetime.now(ZoneInfo(zone)).date()
    except (KeyError, ValueError, OSError) as error:  # all three, by what is wrong with the name
        raise Refusal("Z923", zone=zone) from error


class Day(click.ParamType[date]):
    """A day as 2026-05-01."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return date.fromisoformat(value) if len(value) == len("2026-05-01") else self._refuse(value)
        except ValueError:
            return self._refuse(value)

    def _refuse(self, value: str) -> date:
        raise Misuse("Z935", value=value)
