"""By keyboard alone: every stop is seen, in the order of reading; everything opens, works and closes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect
from rendered import Shown
from visited import UNFOLD, kinds, visiting

pytestmark = pytest.mark.browser
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


def focused(page: Page, wanted: str) -> bool:
    """Whether the focus is on the element that a selector names."""
    return bool(page.evaluate("wanted => document.activeElement.matches(wanted)", wanted))


def tab_to(page: Page, wanted: str, *, key: str = "Tab", most: int = 120) -> None:
    """Presses Tab until the focus is on the element."""
    for _ in range(most):
        page.keyboard.press(key)
        if focused(page, wanted):
            return
    pytest.fail(f"{wanted} is not reached by {most} times {key}")


@pytest.mark.parametrize(("language", "width"), [("zh", 1440), ("en", 390)])
def test_the_first_stop_skips_to_the_text_and_every_stop_is_seen_in_reading_order(
    browser: Browser, shown: Shown, served: str, language: str, width: int
) -> None:
    found = set()
    with visiting(browser, served, viewport={"width": width, "height": 900}) as visit:
        for path in kinds(shown):
            page = visit.goto(f"{language}/{path}")
            page.keyboard.press("Tab")
            if not (focused(page, "a.skip") and page.locator("a.skip").bounding_box()["y"] >= 0):
                found.add((path, "no skip link first"))
            page.keyboard.press("Enter")
            if not focused(page, "main"):
                found.add((path, "the skip link does not lead to the text"))
            page.evaluate(UNFOLD)
            found |= {(path, one) for one in page.evaluate("[...seen.unseenStops(), ...seen.outOfOrder()]")}
    assert found == set()


@LANGUAGES
def test_tab_walks_the_whole_page_once_and_nothing_covers_the_stop(
    browser: Browser, served: str, language: str
) -> None:
    with visiting(browser, served, viewport={"width": 390, "height": 844}, reduced_motion="reduce") as visit:
        page = visit.goto(f"{language}/plots/index.html")
        page.locator("[data-compare]").first.check()  # the tray sticks to the lower edge
        page.evaluate(
            "scrollTo(0, 0); document.activeElement.blur(); document.querySelector('.skip').focus()"
        )
        seen = []
        for _ in range(150):
            seen.append(page.evaluate("seen.stop()"))
            page.keyboard.press("Tab")
            if focused(page, "body, .skip"):
                break
    order = [stop["place"] for stop in seen]
    assert len(order) > 40
    assert order == sorted(set(order))
    assert [stop["name"] for stop in seen if not stop["bare"]] == []


@LANGUAGES
def test_the_menu_opens_by_enter_and_closes_by_escape_back_on_its_button(
    browser: Browser, served: str, language: str
) -> None:
    with visiting(browser, served, viewport={"width": 390, "height": 844}) as visit:
        page = visit.goto(f"{language}/index.html")
        tab_to(page, "details.menu > summary", most=15)
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert focused(page, ".menu-panel a")
        page.keyboard.press("Escape")
        assert focused(page, "details.menu > summary")
        assert not page.locator("details.menu").evaluate("one => one.open")
        page.keyboard.press("Space")
        tab_to(page, ".menu-panel a[href$='projects/index.html']", most=30)
        page.keyboard.press("Enter")
        page.wait_for_url("**/projects/index.html")


@LANGUAGES
def test_the_search_opens_finds_walks_and_closes(browser: Browser, served: str, language: str) -> None:
    with visiting(browser, served, viewport={"width": 1440, "height": 900}) as visit:
        page = visit.goto(f"{language}/index.html")
        tab_to(page, ".search-open", most=15)
        page.keyboard.press("Enter")
        assert focused(page, "#search-dialog input")
        page.keyboard.type({"zh": "石墨", "en": "graphite"}[language])
        page.locator("#search-dialog .search-results a").first.wait_for()
        page.keyboard.press("Escape")
        assert not page.locator("#search-dialog").is_visible()
        assert focused(page, ".search-open")
        page.keyboard.press("Enter")
        page.keyboard.press("ArrowDown")
        wanted = page.evaluate("document.activeElement.closest('.search-results a').href")
        page.keyboard.press("Enter")
        page.wait_for_url(wanted)


@pytest.mark.parametrize(("language", "width"), [("zh", 1440), ("en", 390)])
def test_a_list_is_narrowed_and_two_of_it_compared(
    browser: Browser, served: str, language: str, width: int
) -> None:
    with visiting(browser, served, viewport={"width": width, "height": 900}) as visit:
        page = visit.goto(f"{language}/projects/index.html")
        if width < 400:  # the filters are folded away
            tab_to(page, ".facets-fold > summary", most=40)
            page.keyboard.press("Enter")
        tab_to(page, "input[name=sector]", most=40)
        page.keyboard.press("Space")
        assert "sector=" in page.evaluate("location.search")
        rows = page.locator("ol.results > li:visible").count()
        assert str(rows) in page.locator(".finder-count").inner_text()
        page.keyboard.press("Space")
        for _ in range(2):
            tab_to(page, "[data-compare]:not(:checked)")
            page.keyboard.press("Space")
        tab_to(page, "[data-compare-open]", most=150)
        page.keyboard.press("Enter")
        dialog = page.locator("dialog.comparison")
        expect(dialog).to_be_visible()
        assert page.evaluate("document.querySelector('dialog.comparison').contains(document.activeElement)")
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        assert focused(page, "[data-compare-open]")


@LANGUAGES
def test_the_estimate_is_filled_in(browser: Browser, served: str, language: str) -> None:
    with visiting(browser, served, viewport={"width": 1440, "height": 900}) as visit:
        page = visit.goto(f"{language}/estimate.html")
        tab_to(page, "#estimate-land", most=60)
        page.keyboard.type({"zh": "60亩", "en": "4 ha"}[language])
        page.keyboard.press("Tab")
        expect(page.locator("[data-sum=land]")).not_to_be_empty()
        assert "land=" in page.evaluate("location.hash")
