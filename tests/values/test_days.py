"""Dates, months and periods: ISO spellings in, the reader's language out."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ValidationError
from pytest import mark, raises

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Date, Month, Period, YearMonth, show_date, show_month, show_period
from zhaoshang.values.days import parse_date


class Notice(BaseModel):
    issued: Date = date(2026, 1, 1)
    closes: Month | None = None
    valid: Period | None = None


def codes_of(**fields: object) -> list[tuple[str, tuple[object, ...]]]:
    with raises(ValidationError) as caught:
        Notice.model_validate(fields)
    return [(error["type"], error["loc"]) for error in caught.value.errors()]


def test_an_iso_day_is_a_date():
    assert Notice.model_validate({"issued": "2028-02-29"}).issued == date(2028, 2, 29)
    assert Notice(issued=date(2026, 3, 1)).issued == date(2026, 3, 1)


@mark.parametrize(
    "text",
    ["2026-2-28", "2026/02/28", "2026年2月28日", "20260228", "2026-02", "26-02-28", "２０２６-02-28", ""],
)
def test_other_spellings_of_a_day_are_refused(text):
    assert codes_of(issued=text) == [("Z215", ("issued",))]


@mark.parametrize("text", ["2026-02-30", "2026-13-01", "2027-02-29", "2026-00-10", "0000-01-01"])
def test_days_that_do_not_exist_are_refused(text):
    assert codes_of(issued=text) == [("Z216", ("issued",))]


def test_a_mapping_is_no_date():
    assert codes_of(issued={"day": "2026-01-01"}) == [("Z213", ("issued",))]


def test_an_iso_month_is_a_month():
    month = YearMonth.parse("2026-02")
    assert month == YearMonth(2026, 2)
    assert month.first_day == date(2026, 2, 1)
    assert str(month) == "2026-02"


@mark.parametrize("text", ["2026-2", "2026-13", "2026-00", "0000-01", "2026-02-01", "二月"])
def test_what_is_no_month_is_refused(text):
    assert codes_of(closes=text) == [("Z217", ("closes",))]


def test_a_period_includes_both_its_ends():
    period = Period(date(2026, 1, 1), date(2026, 12, 31))
    assert period.contains(date(2026, 1, 1))
    assert period.contains(date(2026, 12, 31))
    assert not period.contains(date(2025, 12, 31))
    assert not period.contains(date(2027, 1, 1))


def test_an_open_end_contains_everything_on_its_side():
    assert Period(start=date(2026, 1, 1)).contains(date.max)
    assert Period(end=date(2026, 1, 1)).contains(date.min)
    assert Period().contains(date.min)


def test_a_period_is_read_from_its_ends_and_written_back():
    notice = Notice.model_validate({"valid": {"from": "2026-01-01", "to": "2026-06-30"}})
    assert notice.valid == Period(date(2026, 1, 1), date(2026, 6, 30))
    assert notice.model_dump(mode="json")["valid"] == {"from": "2026-01-01", "to": "2026-06-30"}
    assert Notice.model_validate({"valid": {"from": "2026-01-01"}}).valid == Period(date(2026, 1, 1))


def test_mistakes_of_a_period_are_reported_where_they_stand():
    assert codes_of(valid={"from": "2026-06-30", "to": "2026-01-01"}) == [("Z220", ("valid",))]
    assert codes_of(valid="2026") == [("Z221", ("valid",))]
    assert codes_of(valid={}) == [("Z221", ("valid",))]
    assert codes_of(valid={"from": "2026-02-30"}) == [("Z216", ("valid", "from"))]
    assert codes_of(valid={"until": "2026-02-01"}) == [("extra_forbidden", ("valid", "until"))]


def test_a_refusal_names_what_was_typed():
    with raises(Refusal) as caught:
        parse_date("2026-02-30")
    assert caught.value.arguments == {"text": "2026-02-30"}


def test_days_are_said_in_the_readers_language():
    assert show_date(date(2026, 2, 8), "zh") == "2026年2月8日"
    assert show_date(date(2026, 2, 8), "en") == "8\u00a0February\u00a02026"
    assert show_month(YearMonth(2026, 2), "zh") == "2026年2月"
    assert show_month(YearMonth(2026, 2), "en") == "February\u00a02026"


@mark.parametrize(
    ("period", "zh", "en"),
    [
        (
            Period(date(2026, 1, 1), date(2026, 5, 1)),
            "2026年1月1日至2026年5月1日",
            "1 January 2026 to 1 May 2026",
        ),
        (Period(start=date(2026, 1, 1)), "2026年1月1日起", "from 1 January 2026"),
        (Period(end=date(2026, 1, 1)), "至2026年1月1日", "until 1 January 2026"),
        (Period(), "长期", "no fixed end"),
    ],
)
def test_periods_are_said_in_the_readers_language(period, zh, en):
    assert show_period(period, "zh") == zh
    assert show_period(period, "en").replace("\u00a0", " ") == en
