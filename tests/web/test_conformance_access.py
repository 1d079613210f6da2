"""What axe-core finds on every kind of page: nothing, wide or narrow, light or dark, with all folds open."""

from __future__ import annotations

from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page
from rendered import Shown
from visited import UNFOLD, kinds, visiting

pytestmark = pytest.mark.browser
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESKTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}

ASK = """async (rules) => {
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    await frame(); await frame(); // a table says anew whether it scrolls
    const said = await axe.run(document, {resultTypes: ['violations'], runOnly: rules});
    return said.violations.flatMap((one) => one.nodes.map((node) => one.id + ': ' + node.html.slice(0, 160)));
}"""


def violations(page: Page) -> set[str]:
    """What axe-core objects to."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return set(page.evaluate(ASK, RULES))


@pytest.mark.parametrize(("language", "size", "scheme"), [("zh", DESKTOP, "light"), ("en", PHONE, "dark")])
def test_no_kind_of_page_breaks_a_rule(
    browser: Browser, shown: Shown, served: str, language: str, size: dict[str, int], scheme: str
) -> None:
    """Every other pairing of language, width and scheme is measured by `make audit`, which takes longer."""
    found = set()
    options = {"viewport": size, "color_scheme": scheme, "reduced_motion": "reduce", "bypass_csp": True}
    with visiting(browser, served, **options) as visit:
        lost = f"../../../{language}/404.html"  # counts from the root
        for path in ("index.html", lost, *(f"{language}/{path}" for path in kinds(shown))):
            page = visit.goto(path)
            page.evaluate(UNFOLD)
            found |= {(path, one) for one in violations(page)}
    assert found == set()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_menu_search_filters_and_comparison_break_no_rule_while_they_are_open(
    browser: Browser, served: str, scheme: str, size: dict[str, int]
) -> None:
    found: dict[str, set[str]] = {}
    options = {"viewport": size, "color_scheme": scheme, "reduced_motion": "reduce", "bypass_csp": True}
    with visiting(browser, served, **options) as visit:
        page = visit.goto("en/projects/index.html")
        page.locator("details.menu > summary").click()
        found["menu"] = violations(page)
        page.keyboard.press("Escape")
        page.locator(".search-open").click()
        page.locator("#search-dialog input").fill("graphite")
        page.locator("#search-dialog .search-results a").first.wait_for()
        found["search"] = violations(page)
        page.keyboard.press("Escape")
        page.evaluate("for (const one of document.querySelectorAll('.facets details')) one.open = true")
        page.locator("input[name=sector]").first.check()
        page.locator("button[type=reset]").click()
        page.locator("input[name=stage]").first.check()
        for box in page.locator("[data-compare]:visible").all()[:2]:
            box.check()
        found["filters"] = violations(page)
        page.locator("[data-compare-open]").click()
        found["comparison"] = violations(page)
        found["a finder's messages"] = set(visit.complaints())
    assert {name: said for name, said in found.items() if said} == {}


def test_a_page_under_the_magnifying_choice_of_older_readers_breaks_no_rule(
    browser: Browser, served: str
) -> None:
    with visiting(browser, served, viewport=PHONE, bypass_csp=True) as visit:
        page = visit.goto("zh/projects/index.html")
        page.evaluate("document.documentElement.dataset.reader = ''")
        assert violations(page) == set()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
