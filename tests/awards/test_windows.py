"""When one may apply: seasons of every year, days, times after an event, and how they stand on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from zhaoshang.awards import (
    Award,
    Opening,
    Terms,
    Window,
    describe,
    describe_clock,
    describe_next,
    describe_terms,
    describe_window,
)
from zhaoshang.awards.speaker import languages, phrases
from zhaoshang.awards.window import MonthDay

SPRING = {"yearly": {"opens": "03-01", "closes": "03-31"}}
QUARTERS = {
    "yearly": [
        {"opens": "01-01", "closes": "01-31"},
        {"opens": "04-01", "closes": "04-30"},
        {"opens": "07-01", "closes": "07-31"},
        {"opens": "10-01", "closes": "10-31"},
    ]
}
SINCE = date(2025, 1, 1)


def window(data: object) -> Window:
    return Window.model_validate(data)


def stands(data: object, day: str, until: str | None = None) -> tuple[str, str | None, int | None]:
    clock = window(data).clock(
        date.fromisoformat(day), since=SINCE, until=date.fromisoformat(until) if until else None
    )
    return clock.opening.value, clock.day.isoformat() if clock.day else None, clock.days


@pytest.mark.parametrize(
    ("data", "day", "found"),
    [
        (SPRING, "2026-02-28", ("ahead", "2026-03-01", 1)),
        (SPRING, "2026-03-01", ("open", "2026-03-31", 30)),
        (SPRING, "2026-03-31", ("open", "2026-03-31", 0)),
        (SPRING, "2026-04-01", ("ahead", "2027-03-01", 334)),
        (SPRING, "2026-11-20", ("ahead", "2027-03-01", 101)),
        (QUARTERS, "2026-11-20", ("ahead", "2027-01-01", 42)),
        (QUARTERS, "2026-10-31", ("open", "2026-10-31", 0)),
        ({"yearly": {"opens": "12-01", "closes": "01-31"}}, "2026-01-15", ("open", "2026-01-31", 16)),
        ({"yearly": {"opens": "12-01", "closes": "01-31"}}, "2026-12-15", ("open", "2027-01-31", 47)),
        ({"yearly": {"opens": "02-01", "closes": "02-29"}}, "2026-02-28", ("open", "2026-02-28", 0)),
        ({"yearly": {"opens": "02-01", "closes": "02-29"}}, "2028-02-28", ("open", "2028-02-29", 1)),
        ({"opens": "2026-03-01", "closes": "2026-04-30"}, "2026-02-27", ("ahead", "2026-03-01", 2)),
        ({"opens": "2026-03-01", "closes": "2026-04-30"}, "2026-05-01", ("over", None, None)),
        ({"opens": "2026-03-01"}, "2026-05-01", ("open", None, None)),
        ({"always": "true"}, "2026-05-01", ("open", None, None)),
        ({"within": "90天", "after": "production-start"}, "2026-05-01", ("event", None, None)),
        ({"note": {"zh": "另行通知", "en": "to be announced"}}, "2026-05-01", ("event", None, None)),
    ],
)
def test_how_a_window_stands_on_a_day(
    data: object, day: str, found: tuple[str, str | None, int | None]
) -> None:
    assert stands(data, day) == found


@pytest.mark.parametrize(
    ("data", "day", "until", "found"),
    [
        (SPRING, "2026-11-20", "2026-12-14", ("over", None, None)),
        (SPRING, "2026-11-20", "2027-03-10", ("ahead", "2027-03-01", 101)),
        (SPRING, "2027-03-02", "2027-03-10", ("open", "2027-03-10", 8)),
        ({"always": "true"}, "2026-12-14", "2026-12-14", ("open", None, None)),
        ({"always": "true"}, "2026-12-15", "2026-12-14", ("over", None, None)),
    ],
)
def test_no_window_outlives_its_document(
    data: object, day: str, until: str, found: tuple[str, str | None, int | None]
) -> None:
    assert stands(data, day, until) == found


def test_no_window_opens_before_its_document_is_in_force() -> None:
    clock = window(SPRING).clock(date(2024, 12, 1), since=date(2025, 3, 10), until=None)
    assert (clock.day, clock.days) == (date(2025, 3, 10), 99)
    assert window({"always": "true"}).clock(date(2024, 12, 31), since=SINCE, until=None).days == 1


@pytest.mark.parametrize("data", [SPRING, QUARTERS, {"yearly": {"opens": "11-15", "closes": "02-29"}}])
@given(day=st.dates(date(2025, 1, 1), date(2100, 1, 1)))
def test_a_day_is_open_or_the_next_opening_is_the_first_open_day(data: object, day: date) -> None:
    found = window(data).clock(day, since=SINCE, until=None)
    assert found.day is not None
    assert found.days is not None
    assert day + timedelta(found.days) == found.day
    if found.opening is Opening.AHEAD:
        assert window(data).clock(found.day, since=SINCE, until=None).opening is Opening.OPEN
        before = window(data).clock(found.day - timedelta(1), since=SINCE, until=None)
        assert before.opening is Opening.AHEAD
    else:
        assert window(data).clock(found.day, since=SINCE, until=None).days == 0
        assert (
            window(data).clock(found.day + timedelta(1), since=SINCE, until=None).opening is not Opening.OPEN
        )


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"within": "30天"},
        {"after": "production-start"},
        {"opens": "2026-05-01", "closes": "2026-04-30"},
        {"always": "true", **SPRING},
        {"opens": "2026-05-01", **SPRING},
        {"always": "true", "within": "30天", "after": "production-start"},
    ],
)
def test_a_window_is_stated_in_one_way(data: object) -> None:
    with pytest.raises(ValidationError, match="Z625"):
        window(data)


@pytest.mark.parametrize("spelling", ["3-1", "02-30", "13-01", "0３-01", "2026-03-01", ""])
def test_a_day_of_the_year_is_spelled_in_one_way(spelling: str) -> None:
    with pytest.raises(ValidationError, match="Z681"):
        window({"yearly": {"opens": spelling, "closes": "03-31"}})


def test_a_day_of_the_year_says_itself() -> None:
    assert str(MonthDay.parse("03-01")) == "03-01"


@pytest.mark.parametrize(
    ("data", "zh", "en"),
    [
        (SPRING, "每年3月1日至3月31日", "1 March to 31 March each year"),
        (
            {"yearly": QUARTERS["yearly"][:2]},
            "每年1月1日至1月31日和4月1日至4月30日",
            "1 January to 31 January and 1 April to 30 April each year",
        ),
        ({"always": "true"}, "全年受理", "All year round"),
        (
            {"within": "90天", "after": "production-start"},
            "投产后90天内",
            "Within 90 days of start of production",
        ),
        (
            {**SPRING, "within": "1年", "after": "recognition"},
            "每年3月1日至3月31日；获得认定后1年内",
            "1 March to 31 March each year; within 1 year of recognition",
        ),
        ({"note": {"zh": "另行通知", "en": "to be announced"}}, "另行通知", "To be announced"),
        (
            {"opens": "2026-03-01", "closes": "2026-04-30"},
            "2026年3月1日至2026年4月30日",
            "1 March 2026 to 30 April 2026",
        ),
    ],
)
def test_a_window_is_said_in_both_languages(data: object, zh: str, en: str) -> None:
    assert describe_window(window(data), Terms(), "zh").replace("\u00a0", " ") == zh
    assert describe_window(window(data), Terms(), "en").replace("\u00a0", " ") == en


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        ("2026-11-20", "101天后开始受理", "opens in 101 days"),
        ("2027-02-28", "明天开始受理", "opens tomorrow"),
        ("2027-03-21", "正在受理，还有10天截止", "open, closes in 10 days"),
        ("2027-03-30", "正在受理，明天截止", "open, closes tomorrow"),
        ("2027-03-31", "正在受理，今天截止", "open, closes today"),
        ("2027-04-01", "有效期内不再受理", "no further round while the document is in force"),
    ],
)
def test_the_clock_is_said_in_both_languages(day: str, zh: str, en: str) -> None:
    clock = window(SPRING).clock(date.fromisoformat(day), since=SINCE, until=date(2027, 6, 30))
    assert describe_clock(clock, "zh") == zh
    assert describe_clock(clock, "en").replace("\u00a0", " ") == en


def test_what_depends_on_an_event_has_no_clock() -> None:
    clock = window({"within": "90天", "after": "production-start"}).clock(SINCE, since=SINCE, until=None)
    assert {describe_clock(clock, language) for language in languages()} == {""}


def test_every_state_has_words_in_every_language() -> None:
    assert {tuple(sorted(phrases(language)["clock"])) for language in languages()} == {
        tuple(sorted(phrases("zh")["clock"]))
    }
    assert {state.value for state in Opening} <= set(phrases("zh")["clock"]) | {Opening.AHEAD.value}


def test_a_document_and_an_award_say_their_windows() -> None:
    terms = Terms.model_validate({"window": SPRING})
    assert describe_terms(terms, "zh") == ("申报时间：每年3月1日至3月31日。",)
    award = Award.model_validate({"pay": "5万元", "window": {"always": "true"}})
    assert describe(award, terms, "en").replace("\u00a0", " ") == "RMB 50,000. Applications: all year round."


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        ("2026-11-20", "下次受理自2027年3月1日起", "next from 1 March 2027"),
        ("2027-03-21", "受理至2027年3月31日", "open until 31 March 2027"),
        ("2027-04-01", "有效期内不再受理", "no further round while the document is in force"),
    ],
)
def test_on_paper_the_clock_is_a_date(day: str, zh: str, en: str) -> None:
    clock = window(SPRING).clock(date.fromisoformat(day), since=SINCE, until=date(2027, 6, 30))
    assert describe_next(clock, "zh") == zh
    assert describe_next(clock, "en").replace("\u00a0", " ") == en
