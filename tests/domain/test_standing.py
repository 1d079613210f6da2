"""Where a document stands on a day, from its dates, its review and its successor."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhaoshang.domain.instrument import Standing
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.standing import EXPIRES_SOON, Status, standings

WORDS = {"zh": "某", "en": "some"}
DAY = date(2026, 11, 20)


def policy(
    id_: str,
    *,
    since: str = "2026-01-01",
    until: str | None = None,
    supersedes: str | None = None,
    reviewed: bool = True,
) -> Policy:
    document: dict[str, Any] = {
        "number": "川府规〔2026〕1号",
        "issuer": WORDS,
        "issued": "2025-12-01",
        "validity": {"since": since} | ({"until": until} if until else {}),
    }
    if supersedes:
        document["supersedes"] = supersedes
    if reviewed:
        document["review"] = {"date": "2025-11-01", "by": WORDS, "conclusion": WORDS}
    return Policy.model_validate(
        {
            "id": id_,
            "title": WORDS,
            "summary": WORDS,
            "document": document,
            "benefits": [],
            "articles": {},
            "application": {"office": WORDS, "window": WORDS},
        }
    )


def stands(*policies: Policy, today: date = DAY) -> dict[str, Status]:
    return standings({one.id: one for one in policies}, today=today)


@pytest.mark.parametrize(
    ("dates", "standing", "days_left"),
    [
        ({}, Standing.IN_FORCE, None),
        ({"since": "2026-11-20"}, Standing.IN_FORCE, None),
        ({"since": "2026-11-21"}, Standing.NOT_YET, None),
        ({"until": "2026-11-20"}, Standing.IN_FORCE, 0),
        ({"until": "2026-11-19"}, Standing.EXPIRED, -1),
        ({"until": "2026-12-31"}, Standing.IN_FORCE, 41),
        ({"reviewed": False}, Standing.DRAFT, None),
        ({"reviewed": False, "until": "2020-01-01"}, Standing.DRAFT, -2515),
    ],
)
def test_a_document_stands_where_its_dates_put_it(
    dates: dict[str, Any], standing: Standing, days_left: int | None
) -> None:
    found = stands(policy("one", **dates))["one"]
    assert (found.standing, found.days_left) == (standing, days_left)


def test_a_document_is_superseded_from_the_first_day_of_its_successor_and_not_before() -> None:
    old, new = policy("old", until="2027-12-31"), policy("new", since="2026-11-20", supersedes="old")
    before, after = (stands(old, new, today=DAY - timedelta(days=n)) for n in (1, 0))
    assert (before["old"].standing, before["new"].standing) == (Standing.IN_FORCE, Standing.NOT_YET)
    assert (after["old"].standing, after["new"].standing) == (Standing.SUPERSEDED, Standing.IN_FORCE)
    for found in (before, after):
        assert (found["old"].successor, found["new"].predecessor) == ("new", "old")


def test_a_draft_supersedes_nothing() -> None:
    found = stands(policy("old"), policy("new", supersedes="old", reviewed=False))
    assert (found["old"].standing, found["old"].successor) == (Standing.IN_FORCE, None)


def test_a_superseded_document_stays_so_when_its_own_end_has_passed() -> None:
    found = stands(policy("old", until="2026-03-01"), policy("new", since="2026-02-01", supersedes="old"))
    assert found["old"].standing is Standing.SUPERSEDED


@pytest.mark.parametrize(("days", "soon"), [(0, True), (EXPIRES_SOON - 1, True), (EXPIRES_SOON, False)])
def test_a_document_expires_soon_when_fewer_than_sixty_days_are_left(days: int, soon: bool) -> None:
    until = (DAY + timedelta(days=days)).isoformat()
    assert stands(policy("one", until=until))["one"].expires_soon is soon


def test_an_expired_document_does_not_expire_soon() -> None:
    assert not stands(policy("one", until="2026-11-19"))["one"].expires_soon


@pytest.mark.parametrize(
    ("standing", "in_force", "listed", "published"),
    [
        (Standing.DRAFT, False, False, False),
        (Standing.NOT_YET, False, True, True),
        (Standing.IN_FORCE, True, True, True),
        (Standing.EXPIRED, False, False, True),
        (Standing.SUPERSEDED, False, False, True),
    ],
)
def test_only_a_draft_has_no_page_and_only_what_can_be_had_is_listed(
    standing: Standing, in_force: bool, listed: bool, published: bool
) -> None:
    status = Status(standing)
    assert (status.in_force, status.listed, status.published) == (in_force, listed, published)


@settings(max_examples=60, derandomize=True)
@given(start=st.integers(-400, 400), length=st.integers(0, 400))
def test_a_reviewed_document_goes_from_not_yet_through_in_force_to_expired(start: int, length: int) -> None:
    since = DAY + timedelta(days=start)
    until = since + timedelta(days=length)
    found = stands(policy("one", since=since.isoformat(), until=until.isoformat()))["one"]
    assert found.in_force == (since <= DAY <= until)
    assert (found.standing is Standing.EXPIRED) == (found.days_left is not None and found.days_left < 0)
