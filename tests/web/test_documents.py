"""Policies and schemes on the site: the table of what suits whom, editions side by side, links both ways, the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import mini
import pytest
from rendered import Shown

from zhaoshang.domain.editions import compare
from zhaoshang.domain.library import Key
from zhaoshang.domain.relations import is_about
from zhaoshang.domain.schedule import reward_steps
from zhaoshang.web.plan import plan_pages
from zhaoshang.web.plan.material import Material

ENDING = "rent-2023"
"""In force until 2026-12-14."""

Pages = Callable[[date], Material]


@pytest.fixture
def on(shown: Shown) -> Pages:
    """What the planners work from on another day."""
    return lambda day: Material(shown.library, shown.lexicon, day)


def links(shown: Shown, path: str) -> set[str]:
    return {str(href).rpartition("/")[2] for href in shown.pages[path].xpath("//main//a/@href")}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_table_has_a_row_a_policy_in_force_and_every_column_without_a_script(
    shown: Shown, lang: str
) -> None:
    page = shown.pages[f"{lang}/policies/table.html"]
    rows = page.xpath("//tbody[@class='results']/tr")
    in_force = {
        e.policy.id for e in Material(shown.library, shown.lexicon, mini.TODAY).policies if e.status.in_force
    }
    assert {row.get("data-id") for row in rows} == in_force
    assert len(page.xpath("//table[.//tbody[@class='results']]/thead//th")) == 4
    assert all(len(row.xpath("./th | ./td")) == 4 for row in rows)
    assert all(cell.text_content().strip() for row in rows for cell in row.xpath("./th | ./td"))
    assert all(len(row.xpath(".//dl[@class='suit-size']/div")) == 5 for row in rows)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_both_editions_show_what_changed_with_the_amounts_of_both(shown: Shown, lang: str) -> None:
    old, new = (shown.library.policies[id_] for id_ in ("manufacturing-2022", "manufacturing-2025"))
    differing = len(compare(old, new).differing)
    for path, other in (("manufacturing-2022", new), ("manufacturing-2025", old)):
        page = shown.pages[f"{lang}/policies/{path}.html"]
        rows = page.xpath(f"//table[@id='changes-{other.id}']/tbody/tr")
        assert len(rows) == differing
        grant = next(row for row in rows if "6%" in row.text_content())
        before, after = grant.xpath("./td")
        numbers = [old.document.number, new.document.number]
        assert [before.get("data-label"), after.get("data-label")] == numbers
        assert "6%" in before.text_content() and "10%" not in before.text_content()
        assert "10%" in after.text_content() and "6%" not in after.text_content()


@pytest.mark.parametrize(
    ("kind", "id_", "page"),
    [
        ("policies", "manufacturing-2025", "reading-manufacturing-2025"),
        ("policies", "multimodal-2026", "reading-multimodal-2026"),
        ("rewards", "introducer-2026", "reading-introducer-2026"),
    ],
)
def test_a_document_and_its_interpretation_link_to_each_other(
    shown: Shown, kind: str, id_: str, page: str
) -> None:
    assert f"{page}.html" in links(shown, f"zh/{kind}/{id_}.html")
    assert f"{id_}.html" in links(shown, f"zh/pages/{page}.html")


def test_a_plot_and_a_policy_that_names_its_sector_link_to_each_other(shown: Shown) -> None:
    material = Material(shown.library, shown.lexicon, mini.TODAY)
    pairs = [
        (plot.id, entry.policy.id)
        for plot in material.free_plots
        for entry in material.policies
        if entry.status.listed and set(plot.sectors) & set(entry.policy.sectors)
    ]
    assert pairs
    assert all(f"{policy}.html" in links(shown, f"zh/plots/{plot}.html") for plot, policy in pairs)
    plan = plan_pages(material)
    for plot, policy in pairs:
        assert plot in {one.id for one in plan.pages[f"policies/{policy}.html"].view.plots}


def test_a_policy_leaves_every_list_on_the_day_after_its_last_and_keeps_its_page(on: Pages) -> None:
    last = date(2026, 12, 14)
    for day, offered in ((last, True), (date(2026, 12, 15), False)):
        material = on(day)
        pages = plan_pages(material).pages
        listed = {e.policy.id for e in pages["policies/index.html"].view.current}
        suits = {e.policy.id for e in pages["policies/table.html"].view.current}
        counted = {clause.record.id for clause in pages["calculator.html"].view.clauses}
        assert (ENDING in listed, ENDING in suits, ENDING in counted) == (offered,) * 3
        home = pages["index.html"].view
        assert home.policy_count == len(suits)
        for page in pages.values():
            if page.kind in {"project", "plot"}:
                named = {e.policy.id for e in page.view.policies}
                assert offered or ENDING not in named
        assert f"policies/{ENDING}.html" in pages
        past = {e.policy.id for e in pages["policies/index.html"].view.past}
        assert (ENDING in past) == (not offered)


def test_a_successor_replaces_its_predecessor_on_its_first_day_and_not_before(on: Pages) -> None:
    for day, current in ((date(2025, 6, 30), "manufacturing-2022"), (date(2025, 7, 1), "manufacturing-2025")):
        pages = plan_pages(on(day)).pages
        counted = {clause.record.id for clause in pages["calculator.html"].view.clauses}
        assert counted & {"manufacturing-2022", "manufacturing-2025"} == {current}
        view = pages["policies/manufacturing-2022.html"].view
        assert view.successor is not None and view.successor.id == "manufacturing-2025"


def test_the_notice_of_a_superseded_document_leads_to_its_successor(shown: Shown) -> None:
    for lang in ("zh", "en"):
        assert "manufacturing-2025.html" in links(shown, f"{lang}/policies/manufacturing-2022.html")


def test_the_days_of_a_scheme_are_summed_and_say_what_they_leave_out(shown: Shown) -> None:
    scheme = shown.library.rewards["introducer-2026"]
    steps = reward_steps(scheme)
    assert (steps.days, steps.stated) == (2 + 5 + 10 + 20 + 5 + 15, True)
    assert len(steps.open_steps) == sum(step.time is None for step in scheme.steps)
    page = shown.pages["en/rewards/index.html"].text_content()
    assert "57" in page
    for words in (*scheme.who, *scheme.who_not, scheme.first_referrer):
        assert words["en"] in page


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_policies_and_the_plots_they_are_about_lead_to_each_other(shown: Shown, lang: str) -> None:
    for policy, site in (("rent-2023", "sb-f2"), ("land-2025", "hk-a01"), ("agri-processing-2026", "hk-a01")):
        on_plot = f"{policy}.html" in links(shown, f"{lang}/plots/{site}.html")
        about = is_about(shown.library.policies[policy], shown.library.plots[site])
        assert on_plot is about
    assert "rent-2023.html" in links(shown, f"{lang}/plots/sb-f2.html")
    assert "rent-2023.html" not in links(shown, f"{lang}/plots/hk-a01.html")
    assert "land-2025.html" in links(shown, f"{lang}/plots/hk-a01.html")
    assert any(path.startswith("hk-") for path in links(shown, f"{lang}/policies/land-2025.html"))


def test_routes_lead_to_the_table(shown: Shown) -> None:
    assert "table.html" in links(shown, "zh/policies/index.html")
    assert Key("policies", ENDING) in shown.website.plan.routes
