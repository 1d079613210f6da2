"""Says days, months and periods in the reader's language."""

from __future__ import annotations

from datetime import date

from zhaoshang.values.days import Period, YearMonth
from zhaoshang.values.wording import wording


def show_date(day: date, language: str) -> str:
    """`2026年2月28日`, `28 February 2026`."""
    return _said("day", day.year, day.month, language, day=day.day)


def show_month(month: YearMonth, language: str) -> str:
    """`2026年2月`, `February 2026`."""
    return _said("month", month.year, month.month, language)


def show_day_of_year(month: int, day: int, language: str) -> str:
    """`3月1日`, `1 March`."""
    return _said("day_of_year", 0, month, language, day=day)


def show_period(period: Period, language: str) -> str:
    """`2026年1月1日至2026年12月31日`, `from 1 January 2026`, `until …`; a period without ends has its own word."""
    pattern = {
        (True, True): "both",
        (True, False): "from",
        (False, True): "until",
        (False, False): "always",
    }[period.start is not None, period.end is not None]
    ends = {
        name: show_date(day, language) for name, day in (("start", period.start), ("end", period.end)) if day
    }
    return wording(language).dates[pattern].format(**ends)


def _said(pattern: str, year: int, month: int, language: str, **day: int) -> str:
    words = wording(language)
    month_name = words.months[month - 1] if words.months else ""
    return words.dates[pattern].format(year=year, month=month, month_name=month_name, **day)
