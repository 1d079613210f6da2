"""The chain on an industry's page: every link of the drawing leads to what is said of it."""

from __future__ import annotations

import re

import mini
import pytest
from lxml import html
from playwright.sync_api import Browser, expect
from rendered import County, Shown
from visited import visiting

from zhaoshang.values import Text

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
            for one in drawing.xpath(".//*[name()='a']") if language == "en" else ():
                seen, told = (
                    words.replace(",", " ").split() for words in (one.text_content(), one.get("aria-label"))
                )
                assert seen == told, "speech input goes by the words that are seen"
        assert {anchor: "".join(one.xpath(".//h3//text()")) for anchor, one in entries(page).items()} == names


def test_an_entry_says_who_is_here_who_is_sought_and_what_fits(shown: Shown) -> None:
    entry = entries(shown.pages["en/industries/battery-materials.html"])["link-graphite-anodes"]
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
    assert found["link-precision-battery-casings"] == ["../projects/battery-casings.html"]


def test_a_link_that_names_no_project_claims_nothing_of_its_own(small: Shown) -> None:
    for entry in entries(small.pages["en/industries/food.html"]).values():
        assert led_to(entry) == []


def test_a_link_leads_to_the_project_it_names(county: County) -> None:
    page = county(LISTED).pages["en/industries/food.html"]
    found = {one: led_to(entry) for one, entry in entries(page).items()}
    assert found["link-pressing"][0] == "../projects/juice.html"
    assert found["link-growing"] == []


def test_an_address_survives_what_is_added_before_it_and_an_id_survives_a_new_name(county: County) -> None:
    page = county(
        mini.replace(
            FOOD,
            "    - {name: {zh: 种植",
            "    - {name: {zh: 育苗, en: Seedlings}, reach: gap}\n    - {name: {zh: 种植",
        ),
        mini.replace(
            FOOD, PRESSING, "{name: {zh: 压榨, en: Squeezing}, id: pressing, reach: gap, aim: supplement"
        ),
        mini.replace(FOOD, "{zh: 销售, en: Sales}", "{zh: 种植, en: Growing}"),
    ).pages["zh/industries/food.html"]
    assert list(entries(page)) == ["link-seedlings", "link-growing", "link-pressing", "link-growing-2"]


def test_a_link_with_no_name_in_latin_letters_has_an_address_of_its_own(small: Shown) -> None:
    (first, *_) = (one.link for one in small.library.industries["food"].chain.placed())
    chinese = first.model_copy(update={"name": Text({"zh": "育苗", "ja": "育苗"})})
    other = first.model_copy(update={"name": Text({"zh": "分选", "ja": "選別"})})
    assert re.fullmatch("[0-9a-f]{8}", chinese.address)
    assert chinese.address != other.address
    assert (
        first.model_copy(update={"name": Text({"zh": "3D打印", "en": "3D–printed cores"})}).address
        == "3d-printed-cores"
    )


@pytest.mark.browser
def test_a_phone_folds_the_links_and_opens_the_one_that_is_asked_for(browser: Browser, served: str) -> None:
    with visiting(browser, served, viewport={"width": 390, "height": 844}) as visit:
        page = visit.goto("zh/industries/battery-materials.html#link-binders-and-conductive-additives")
        folds = page.locator(".chain-link > details")
        opened = page.locator(".chain-link > details[open]")
        assert folds.count() == 10
        expect(opened).to_have_count(1)
        expect(page.locator(".chain-link:target > details[open]")).to_have_count(1)
        page.evaluate("location.hash = 'link-graphite-anodes'")
        expect(page.locator("#link-graphite-anodes")).to_be_in_viewport()
        expect(opened).to_have_count(2)
        page.locator("#link-silicon-carbon-anodes summary").press("Enter")
        expect(opened).to_have_count(3)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(opened).to_have_count(10)
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(opened).to_have_count(3)
        assert visit.complaints() == []


@pytest.mark.browser
@pytest.mark.parametrize(("width", "script"), [(390, False), (1440, True)])
def test_links_are_open_without_scripts_and_where_there_is_room(
    browser: Browser, served: str, width: int, script: bool
) -> None:
    with visiting(
        browser, served, viewport={"width": width, "height": 844}, java_script_enabled=script
    ) as visit:
        page = visit.goto("en/industries/battery-materials.html")
        expect(page.locator(".chain-link > details[open]")).to_have_count(10)
