"""The main paths in a real browser: from a disk, and below any path of a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route
from rendered import Shown

pytestmark = pytest.mark.browser
BELOW = "https://county.example/any/sub/path/"


@pytest.fixture(scope="module")
def site(shown: Shown, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for path, content in shown.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@pytest.fixture(params=["disk", "server"])
def base(request: pytest.FixtureRequest, site: Path, page: Page) -> Iterator[str]:
    """The address of the site, as a folder on disk and below a path; what goes wrong there fails the test."""
    wrong: list[str] = []
    address = site.as_uri() + "/" if request.param == "disk" else BELOW

    def serve(route: Route) -> None:
        file = site / urlsplit(route.request.url).path.removeprefix("/any/sub/path/")
        route.fulfill(path=file) if file.is_file() else route.fulfill(status=404)

    page.route("https://county.example/**", serve)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    page.on(
        "requestfailed",  # what a leaving page no longer waits for is no fault
        lambda asked: None if asked.failure == "net::ERR_ABORTED" else wrong.append(asked.url),
    )
    page.on(
        "request",
        lambda asked: None if asked.url.startswith((address, "data:")) else wrong.append(asked.url),
    )
    yield address
    assert wrong == []


def test_a_page_is_styled_and_the_switch_leads_to_the_same_page(page: Page, base: str) -> None:
    page.goto(f"{base}zh/projects/anode-materials.html")
    assert page.locator("h1").evaluate("one => getComputedStyle(one).fontFamily") != "serif"
    assert page.locator("body").evaluate("one => getComputedStyle(one).margin") == "0px"
    page.locator("header a[hreflang=en]").first.click()
    page.wait_for_url(f"{base}en/projects/anode-materials.html")
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_search_finds_a_chinese_and_an_english_word(page: Page, base: str) -> None:
    for language, word in (("zh", "石墨"), ("en", "graphite")):
        page.goto(f"{base}{language}/search.html")
        page.locator("[data-search] input[type=search]").last.fill(word)
        page.locator("main a[href*='projects/anode-materials.html']").first.click()
        page.wait_for_url(f"{base}{language}/projects/anode-materials.html*")


def test_the_finder_narrows_the_list_and_keeps_its_state_in_the_address(
    page: Page, base: str, shown: Shown
) -> None:
    page.goto(f"{base}en/projects/index.html")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.locator("input[type=checkbox][name=sector][value=food]").check()
    wanted = sum(
        project.sector == "food" for project in shown.website.plan.pages["projects/index.html"].view.projects
    )
    assert page.locator("ol.results > li:visible").count() == wanted
    assert parse_qs(urlsplit(page.url).query) == {"sector": ["food"]}
    page.reload()
    assert page.locator("ol.results > li:visible").count() == wanted


def test_costs_are_narrowed_by_class_and_two_stand_side_by_side(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{base}en/costs/index.html")
    page.locator("input[name=class][value=land]").check()
    assert (
        page.locator("tr[data-id^=land-]:visible").count() == page.locator("tr[data-id]:visible").count() > 1
    )
    for id_ in ("land-hekou-50", "land-shibu-50"):
        page.locator(f"tr[data-id={id_}] [data-compare]").check()
    page.locator("[data-compare-open]").click()
    side = page.locator("dialog.comparison")
    assert side.locator("thead th").all_inner_texts() == [
        "Hekou Park, 50-year grant, starting price",
        "Shibu Park, 50-year grant, starting price",
    ]
    assert "Yijiang city centre" in side.locator("tr", has_text="Elsewhere").inner_text()
    page.keyboard.press("Escape")
    page.reload()
    assert page.locator("[data-compare]:checked").count() == 2


def test_the_estimator_comes_to_the_worked_example_and_keeps_its_figures_in_the_address(
    page: Page, base: str
) -> None:
    page.goto(f"{base}en/estimate.html")
    page.locator("[data-example]").click()
    for paid in ("once", "yearly"):
        total = page.locator(f"#example-{paid} tfoot td").nth(1).inner_text()
        assert page.locator(f"[data-total={paid}]").inner_text() == total
        sums = page.locator(f"#example-{paid} tbody td:nth-of-type(2)").all_inner_texts()
        assert [one for one in sums if one not in page.locator("[data-sum]").all_inner_texts()] == []
    page.locator("#estimate-land-item").select_option("shibu-50")
    page.locator("#estimate-land").fill("4 ha")
    assert page.locator("[data-sum=land]").inner_text() == "RMB 7,680,000"
    assert "land.item=shibu-50" in page.url
    page.reload()
    assert page.locator("[data-sum=land]").inner_text() == "RMB 7,680,000"
    page.locator("#estimate-land").fill("sixty")
    assert page.locator("#estimate-land-problem").inner_text()
    assert page.locator("[data-total=once]").inner_text() == "Please correct the marked figures"
    page.locator("[data-clear]").click()
    assert page.locator("[data-total=once]").inner_text() == ""
    assert "#" not in page.url


def test_the_calculator_works_out_a_band_and_says_up_to_where_only_a_ceiling_is_known(
    page: Page, base: str
) -> None:
    page.goto(f"{base}en/calculator.html")
    page.locator("select[name=who]").select_option("rewards")
    reward = page.locator("#introducer-2026-award-1")
    reward.locator("[data-input]").first.fill("3000万元")
    answer = reward.locator(".calc-answer")
    answer.wait_for()
    assert "50,000" in answer.inner_text()
    page.locator("select[name=who]").select_option("policies")
    ceilings = page.locator(".calc:not([hidden]) .award-sentence", has_text="up to")
    assert ceilings.count() > 0
