"""The register of editions: what changed between two, which is current, and whether a file is as it was written."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from zhaoshang.domain.register import Changes, Register, Release, changes, fingerprint_of, joined

GUIDE = {"title": {"zh": "指南", "en": "Guide"}, "format": "a4", "languages": ("zh", "en")}
CLAUSE = {"label": {"zh": "第三条"}, "text": {"zh": "给予5万元奖励。"}, "amounts": ("5万元",)}


def project(investment: str, **more: Any) -> dict[str, Any]:
    return {"title": {"zh": "项目"}, "amounts": {"investment": investment}, **more}


def policy(**clauses: dict[str, Any]) -> dict[str, Any]:
    return {"title": {"zh": "办法"}, "clauses": clauses}


def edition(number: str, day: str, guide: str = "guide", **entries: dict[str, Any]) -> Release:
    """An edition with these entries; an underscore in a name stands for the stroke."""
    content = {name.replace("_", "/"): entry for name, entry in entries.items()}
    bare = {"id": number, "released": day, "guides": {guide: GUIDE}, "entries": content}
    unsigned = Release.model_validate({**bare, "fingerprint": ""})
    return unsigned.model_copy(update={"fingerprint": fingerprint_of(unsigned.laid_out())})


def between(then: Release, now: Release) -> Changes:
    return changes(then.entries, now.entries)


def test_two_spellings_of_a_figure_are_no_change() -> None:
    then, now = edition("1", "2026-01-01", projects_a=project("12亿元")), project("120000万元")
    assert not between(then, edition("2", "2026-02-01", projects_a=now))


def test_a_changed_figure_is_told_with_its_field_and_both_values() -> None:
    then = edition("1", "2026-01-01", projects_a=project("12亿元"))
    found = between(then, edition("2", "2026-02-01", projects_a=project("10亿元")))
    (change,) = found.amounts
    assert (change.record, change.field, str(change.then), str(change.now)) == (
        "projects/a",
        "investment",
        "12亿元",
        "10亿元",
    )


def test_a_figure_that_is_no_longer_stated_is_a_change() -> None:
    then = edition("1", "2026-01-01", projects_a=project("12亿元"))
    (change,) = between(then, edition("2", "2026-02-01", projects_a={"title": {"zh": "项目"}})).amounts
    assert change.now is None


def test_a_figure_of_a_year_belongs_to_the_field_before_it() -> None:
    then = {"amounts": {"facts.gdp.history.2024": "3亿元"}, "parts": {"facts.gdp": {"zh": "生产总值"}}}
    now = {"amounts": {"facts.gdp.history.2024": "4亿元"}, "parts": {"facts.gdp": {"zh": "生产总值"}}}
    (change,) = between(
        edition("1", "2026-01-01", facts_facts=then), edition("2", "2026-02-01", facts_facts=now)
    ).amounts
    assert (change.field, str(change.of and change.of["zh"])) == ("history", "生产总值")


def test_records_come_and_go() -> None:
    then = edition("1", "2026-01-01", projects_a=project("1亿元"), projects_b=project("2亿元"))
    now = edition("2", "2026-02-01", projects_b=project("2亿元"), projects_c=project("3亿元"))
    found = between(then, now)
    assert [name for name, _ in found.added] == ["projects/c"]
    assert [name for name, _ in found.gone] == ["projects/a"]


def test_a_clause_with_a_new_number_only_has_not_changed() -> None:
    then = edition("1", "2026-01-01", policies_p=policy(grant=CLAUSE))
    now = edition("2", "2026-02-01", policies_p=policy(grant={**CLAUSE, "label": {"zh": "第四条"}}))
    assert not between(then, now)


@pytest.mark.parametrize("change", [{"text": {"zh": "给予8万元奖励。"}}, {"amounts": ("8万元",)}])
def test_a_clause_that_reads_or_pays_otherwise_has_changed(change: dict[str, Any]) -> None:
    then = edition("1", "2026-01-01", policies_p=policy(grant=CLAUSE))
    now = edition("2", "2026-02-01", policies_p=policy(grant={**CLAUSE, **change}, more=CLAUSE))
    changed, added = between(then, now).clauses
    assert changed.then != changed.now
    assert added.then is None


def test_a_file_edited_by_hand_is_not_intact() -> None:
    release = edition("1", "2026-01-01", projects_a=project("12亿元"))
    assert release.intact
    altered = edition("1", "2026-01-01", projects_a=project("13亿元"))
    assert not altered.model_copy(update={"fingerprint": release.fingerprint}).intact


def test_the_newest_edition_of_the_same_guide_is_the_successor() -> None:
    first, second, third = (edition(f"2026-{n}", f"2026-0{n}-01") for n in (1, 2, 3))
    other = edition("phone-1", "2026-05-01", guide="phone")
    register = Register.on(date(2026, 11, 20), [third, other, first, second])
    assert register.successor(first) == register.successor(second) == third
    assert register.successor(third) is None
    assert register.predecessor(third) == second
    assert register.predecessor(first) is None
    assert register.successor(other) is None


def test_an_edition_of_a_later_day_is_not_known_yet() -> None:
    register = Register.on(date(2026, 1, 15), [edition("1", "2026-01-01"), edition("2", "2026-02-01")])
    assert [one.id for one in register.releases] == ["1"]


def test_what_changed_since_is_measured_on_the_guide_of_today_else_on_the_successor() -> None:
    first = edition("1", "2026-01-01", projects_a=project("1亿元"))
    second = edition("2", "2026-02-01", projects_a=project("2亿元"))
    today = edition("3", "2026-03-01", projects_a=project("3亿元"))
    released = (first, second)
    told = Register.on(date(2026, 4, 1), released, {"guide": today.entries}).since(first)
    assert [str(one.now) for one in told.amounts] == ["3亿元"]
    told = Register.on(date(2026, 4, 1), released).since(first)
    assert [str(one.now) for one in told.amounts] == ["2亿元"]
    assert not Register.on(date(2026, 4, 1), released).since(second)


def test_the_guides_of_a_number_are_one_edition() -> None:
    one, other = (
        edition("1", "2026-01-01", projects_a=project("1亿元")),
        edition("1", "2026-01-01", plots_b={}),
    )
    assert list(joined((one.entries, other.entries))) == ["projects/a", "plots/b"]
