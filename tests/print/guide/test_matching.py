"""What is chosen for a visitor, and that every choice says why."""

from __future__ import annotations

from datetime import date

from tests.print.guide.conftest import TODAY
from zhaoshang.domain.guide import Selection, Visit
from zhaoshang.domain.library import Library
from zhaoshang.print.visit.matching import MOST, match
from zhaoshang.values import Quantity


def visitor(library: Library, **changes: object) -> Visit:
    """The juice company, without the officer's own choice unless it is given."""
    visit = library.visits["2026-12-juice-company"]
    return visit.model_copy(update={"select": Selection(), **changes})


def test_projects_are_of_the_visitors_sector_and_on_offer(library: Library) -> None:
    found = match(library, visitor(library), today=TODAY)
    assert found.projects
    for one in found.projects:
        project = library.projects[one.key.id]
        assert project.sector == "food"
        assert project.stage.open
        assert one.reasons


def test_a_project_within_the_budget_goes_before_one_beyond_it(library: Library) -> None:
    found = match(library, visitor(library, budget=Quantity.parse("1亿元")), today=TODAY)
    budgets = ["budget" in one.reasons for one in found.projects]
    assert budgets == sorted(budgets, reverse=True)
    assert any(budgets)
    assert not all(budgets)


def test_a_site_that_is_too_small_is_not_proposed(library: Library) -> None:
    found = match(library, visitor(library, area=Quantity.parse("5000亩")), today=TODAY)
    assert found.plots == ()


def test_a_site_whose_smallest_lot_is_too_large_is_not_proposed(library: Library) -> None:
    visit = visitor(library, sector="battery-materials", area=Quantity.parse("10亩"))
    assert "hk-a01" not in {one.key.id for one in match(library, visit, today=TODAY).plots}


def test_the_officers_choice_goes_first_and_keeps_its_order(library: Library) -> None:
    chosen = ("konjac-fibre", "citrus-nfc")
    found = match(library, visitor(library, select=Selection(projects=chosen)), today=TODAY)
    assert tuple(one.key.id for one in found.projects) == chosen
    assert all(one.chosen for one in found.projects)


def test_what_is_no_longer_on_offer_is_not_shown_even_where_the_officer_named_it(library: Library) -> None:
    visit = visitor(library, select=Selection(projects=("citrus-nfc",)))
    assert match(library, visit, today=date(2036, 1, 1)).projects == ()


def test_policies_out_of_force_are_never_proposed(library: Library) -> None:
    visit = visitor(library, select=Selection(policies=("manufacturing-2022", "manufacturing-2025")))
    found = match(library, visit, today=TODAY)
    assert [one.key.id for one in found.policies] == ["manufacturing-2025"]


def test_no_more_is_proposed_than_can_be_looked_at(library: Library) -> None:
    found = match(library, visitor(library), today=TODAY)
    assert max(map(len, (found.projects, found.plots, found.policies))) <= MOST
