"""The chain on an industry's page: every link of the drawing leads to what is said of it."""

from __future__ import annotations

import mini
import pytest
from lxml import html
from rendered import County, Shown

FOOD = "industries/food.yaml"
PRESSING = "{name: {zh: 榨汁, en: Pressing}, reach: gap, aim: supplement"
LISTED = mini.replace(FOOD, PRESSING, PRESSING + ", projects: [juice]")


def entries(page: html.HtmlElement) -> dict[str, html.HtmlElement]:
    return {one.get("id"): one for one in page.xpath("//li[contains(@class, 'chain-link')]")}


def led_to(entry: html.HtmlElement) -> list[str]:
    return [str(one) for one in entry.xpath(".//a/@href")]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_link_of_every_chain_leads_to_its_entry_in_both_drawings(shown: Shown, language: str) -> None:
    for id_, industry in shown.library.industries.items():
        page = shown.pages[f"{language}/industries/{id_}.html"]
        names = {one.anchor: one.link.name[language] for one in industry.chain.placed()}
        drawings = page.xpath("//*[name()='svg' and contains(@class, 'graphic-chain')]")
        assert len(drawings) == 2
        for drawing in drawings:
            assert drawing.get("role") == "group", "what is inside an image is hidden from a screen reader"
            leads = {one.get("href"): one.get("aria-label") for one in drawing.xpath(".//*[name()='a']")}
            assert list(leads) == [f"#{anchor}" for anchor in names]
            assert all(leads[f"#{anchor}"].startswith(name) for anchor, name in names.items())
        assert {anchor: "".join(one.xpath(".//h3//text()")) for anchor, one in entries(page).items()} == names


def test_an_entry_says_who_is_here_who_is_sought_and_what_fits(shown: Shown) -> None:
    entry = entries(shown.pages["en/industries/battery-materials.html"])["link-midstream-1"]
    said = " ".join(entry.text_content().split())
    assert "Graphite anodes" in said and "Lanchuan Lantan New Materials" in said
    assert "More capacity and fast-charging grades." in said
    project = shown.library.projects["anode-materials"]
    expected = ["../projects/anode-materials.html", f"../plots/{project.plot}.html"]
    expected += [f"../policies/{one}.html" for one in project.policies]
    assert led_to(entry) == [*expected, "#contact"]


def test_a_project_no_longer_on_offer_is_shown_without_plot_policies_or_people(shown: Shown) -> None:
    page = shown.pages["en/industries/battery-materials.html"]
    found = {one: led_to(entry) for one, entry in entries(page).items()}
    assert found["link-downstream-2"] == ["../projects/battery-casings.html"]


def test_a_link_that_names_no_project_claims_nothing_of_its_own(small: Shown) -> None:
    for entry in entries(small.pages["en/industries/food.html"]).values():
        assert led_to(entry) == []


def test_a_link_leads_to_the_project_it_names(county: County) -> None:
    page = county(LISTED).pages["en/industries/food.html"]
    found = {one: led_to(entry) for one, entry in entries(page).items()}
    assert found["link-midstream-1"][0] == "../projects/juice.html"
    assert found["link-upstream-1"] == []
