"""What axe-core finds on every kind of page: nothing, wide or narrow, light or dark, with all folds open."""

from __future__ import annotations

from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page
from rendered import Shown
from visited import SEEN, UNFOLD, states, visiting

pytestmark = pytest.mark.browser
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESKTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}

ASK = """async ([rules, colours]) => {
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    await frame(); await frame(); // a table says anew whether it scrolls
    const options = {resultTypes: ['violations'], runOnly: rules, preload: false};
    if (!colours) options.rules = {'color-contrast': {enabled: false}};
    const said = await axe.run(document, options);
    return said.violations.flatMap((one) => one.nodes.map((node) => one.id + ': ' + node.html.slice(0, 160)));
}"""


def violations(page: Page, *, colours: bool = True) -> set[str]:
    """What axe-core objects to. Asking it of the colours takes six times as long as of everything else."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return set(page.evaluate(ASK, [RULES, colours]))


@pytest.mark.parametrize(("language", "asked"), [("zh", (DESKTOP, "light")), ("en", (PHONE, "dark"))])
def test_no_kind_of_page_breaks_a_rule(
    browser: Browser, shown: Shown, served: str, language: str, asked: tuple[dict[str, int], str]
) -> None:
    """Every kind in every state, wide and narrow, light and dark, in both languages.

    Axe-core is asked of the colours in one language, width and scheme; our own reading of them (`seen.faint`) every time.
    `make audit` asks axe-core of everything, which takes longer.
    """
    half = states(shown)[shown.library.languages.index(language) :: len(shown.library.languages)]
    found = set()
    with visiting(browser, served, reduced_motion="reduce", bypass_csp=True) as visit:
        lost = f"../../../{language}/404.html"  # counts from the root
        for path in ("index.html", lost, *(f"{language}/{path}" for path in states(shown))):
            page = visit.goto(path)
            page.evaluate(UNFOLD)
            for size in (DESKTOP, PHONE):
                page.set_viewport_size(size)
                for scheme in ("light", "dark"):
                    page.emulate_media(color_scheme=scheme)
                    found |= {(path, size["width"], scheme, one) for one in page.evaluate("seen.faint()")}
                page.emulate_media(color_scheme=asked[1])
                colours = size == asked[0] and path.removeprefix(f"{language}/") in half
                wrong = violations(page, colours=colours)
                found |= {(path, size["width"], asked[1], one) for one in wrong}
    assert found == set()


def test_faint_words_are_seen(browser: Browser) -> None:
    with visiting(browser, "") as visit:
        visit.page.set_content(
            "<p style='color: #767676'>plain</p><p style='color: #7a7a7a'>faint</p>"
            "<h1 style='color: #949494'>large</h1>"
            "<div style='background: color-mix(in oklab, #0b4f6c 90%, #000)'><p style='color: #fff'>white</p>"
            "<p style='color: rgb(255 255 255 / .4)'>veiled</p></div>"
        )
        visit.page.add_script_tag(content=SEEN.read_text("utf-8"))
        assert [one.partition(": ")[2] for one in visit.page.evaluate("seen.faint()")] == ["faint", "veiled"]


@pytest.mark.parametrize(
    ("language", "size", "scheme"),
    [("zh", PHONE, "light"), ("en", PHONE, "dark"), ("en", DESKTOP, "light"), ("zh", DESKTOP, "dark")],
)
def test_menu_search_filters_and_comparison_break_no_rule_while_they_are_open(
    browser: Browser, served: str, language: str, scheme: str, size: dict[str, int]
) -> None:
    found: dict[str, set[str]] = {}
    options = {"viewport": size, "color_scheme": scheme, "reduced_motion": "reduce", "bypass_csp": True}
    with visiting(browser, served, **options) as visit:
        page = visit.goto(f"{language}/projects/index.html")
        page.locator("details.menu > summary").click()
        found["menu"] = violations(page)
        page.keyboard.press("Escape")
        page.locator(".search-open").click()
        page.locator("#search-dialog input").fill({"zh": "石墨", "en": "graphite"}[language])
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
