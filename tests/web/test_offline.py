"""A site that is kept for reading without a network, in a real browser: visited, cut off, renewed, given up."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import mini
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from rendered import County, Shown
from visited import BELOW, serving

from zhaoshang.values.artifact import Artifact
from zhaoshang.web.offline import Kept, kept, service_worker

ON = mini.replace("site.yaml", "default_contact:", "offline: pages\ndefault_contact:")
GUIDES = mini.replace("site.yaml", "default_contact:", "offline: pages-and-guides\ndefault_contact:")
NEWER = mini.replace("site.yaml", "en: A small county}", "en: A county by the river}")
KEEPS = re.compile(r"const FILES = (\{.*\});\n")
STORED = """async () => {
    const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    return (await Promise.all(stores.map((store) => store.keys()))).flat().map((one) => one.url);
}"""
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"


def whole(shown: Shown, *more: Artifact) -> dict[str, bytes]:
    """Every file of a county with its worker."""
    made = (*shown.website.artifacts, *more)
    worker = service_worker(made, site=shown.library.site, templates=mini.TEMPLATES)
    return {str(one.path): one.content for one in (*made, worker)}


@pytest.fixture(scope="module")
def keeping(county: County) -> Shown:
    return county(ON)


def files_named(worker: bytes) -> str:
    match = KEEPS.match(worker.decode())
    assert match
    return match[1]


def test_a_worker_is_the_same_for_the_same_files_and_another_for_others(
    keeping: Shown, county: County
) -> None:
    backwards = service_worker(
        reversed(keeping.website.artifacts), site=keeping.library.site, templates=mini.TEMPLATES
    )
    assert whole(keeping)["sw.js"] == backwards.content
    newer = whole(county(ON, NEWER))["sw.js"]
    assert files_named(whole(keeping)["sw.js"]) != files_named(newer)


def test_it_keeps_pages_search_and_assets_and_neither_feeds_nor_pictures_of_links(keeping: Shown) -> None:
    listed = files_named(whole(keeping, Artifact(PurePosixPath("share/zh/home.png"), b"-"))["sw.js"])
    names = re.findall(r'"([^"]+\.\w+)":', listed)
    assert {"index.html", "zh/index.html", "en/search-pack.js"} <= set(names)
    assert not [name for name in names if name.endswith((".xml", ".png", "404.html")) or "fragments" in name]
    assert [name for name in names if name.startswith("assets/") and name.endswith(".css")]


def test_guides_are_kept_with_their_language_where_site_yaml_says_so(county: County) -> None:
    site = county(GUIDES).library.site
    made = [Artifact(PurePosixPath(f"guides/guide-{lang}.pdf"), b"x" * 100) for lang in ("zh", "en")]
    page = Artifact(PurePosixPath("zh/index.html"), b"<p>")
    assert kept((*made, page), site=site) == (
        Kept("zh", 2, 100 + len(b"<p>") + 20),  # what gzip adds to three bytes
        Kept("en", 1, 100),
    )
    assert kept((*made, page), site=site.model_copy(update={"offline": None})) == ()


def test_a_photograph_is_kept_in_one_width_and_format(keeping: Shown) -> None:
    made = [
        Artifact(PurePosixPath(f"media/kiln-{width}.0123456789.{ending}"), b"-")
        for width in (480, 960, 1600)
        for ending in ("avif", "webp", "jpg")
    ]
    listed = files_named(service_worker(made, site=keeping.library.site, templates=mini.TEMPLATES).content)
    assert re.findall(r"media/[^\"]+", listed) == ["media/kiln-960.0123456789.webp"]


def test_a_site_that_keeps_nothing_starts_no_worker_and_takes_leave_of_an_older_one(small: Shown) -> None:
    files = whole(small)
    assert b"unregister" in files["sw.js"]
    assert not [path for path, content in files.items() if path.endswith(".html") and b"offline" in content]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    context.set_default_timeout(10_000)
    yield context
    context.close()


def until(page: Page, what: Callable[[set[str]], bool]) -> set[str]:
    """Waits until what the browser keeps is so, and returns it."""
    for _ in range(100):
        stored = set(page.evaluate(STORED))
        if what(stored):
            return stored
        page.wait_for_timeout(100)
    raise AssertionError(f"kept: {sorted(stored)}")


def kept_whole(page: Page) -> None:
    """Waits until the page says that the site is kept on this device."""
    expect(page.locator("[data-offline=kept]")).to_be_visible()


@pytest.mark.browser
def test_what_was_opened_once_is_read_and_searched_without_a_network(
    context: BrowserContext, keeping: Shown
) -> None:
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    with serving(whole(keeping)) as base:
        page.goto(f"{base}zh/index.html")
        kept_whole(page)
        note = page.locator("[data-offline='shown from the store']")
        expect(note).to_be_hidden()
        assert wrong == []
        context.set_offline(True)
        page.goto(f"{base}zh/projects/index.html?stage=promoting")
        expect(note).to_be_visible()
        expect(note).to_contain_text("2026年11月20日")
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") != "400"
        page.locator(".result-title a").first.click()
        expect(page.locator("main h1")).to_be_visible()
        page.goto(base)
        expect(page.locator("h1")).to_be_visible()
        page.goto(f"{base}zh/search.html")
        page.locator("main input[type=search]").fill("园区")
        page.locator("main .search-results a").first.wait_for()
        assert {url.split(BELOW)[1].split("/")[0] for url in page.evaluate(STORED)} <= {
            "zh",
            "assets",
            "media",
            "index.html?kept=" + files_named(whole(keeping)["sw.js"]).split('"index.html":"')[1][:10],
        }


@pytest.mark.browser
def test_a_new_edition_takes_the_place_of_the_old_one_and_fetches_only_what_changed(
    context: BrowserContext, keeping: Shown, county: County
) -> None:
    files = whole(keeping)
    page = context.new_page()
    with serving(files) as base:
        page.goto(f"{base}en/index.html")
        kept_whole(page)
        before = set(page.evaluate(STORED))
        files.update(whole(county(ON, NEWER)))
        current = files_named(files["sw.js"])
        page.evaluate("async () => { await (await navigator.serviceWorker.getRegistration()).update(); }")
        old = {url for url in before if url.split("?kept=")[1] not in current}
        after = until(page, old.isdisjoint)
        assert sorted(one.split("?")[0] for one in after) == sorted(one.split("?")[0] for one in before)
        assert old and before & after == before - old
        context.set_offline(True)
        page.goto(f"{base}en/contact.html")
        expect(page.locator(".footer-place")).to_contain_text("by the river")


@pytest.mark.browser
def test_an_answer_that_was_not_published_is_not_kept(context: BrowserContext, keeping: Shown) -> None:
    files = whole(keeping)
    files["zh/contact.html"] = b"<!doctype html><title>Log in to the network of the fair</title>"
    page = context.new_page()
    with serving(files) as base:
        page.goto(f"{base}zh/index.html")
        parts = json.loads(files_named(files["sw.js"]))
        wanted = len(parts["zh"] | parts[""]) - 1
        stored = until(page, lambda stored: len(stored) >= wanted)
        assert [url for url in stored if "zh/enquiry.html" in url]
        assert not [url for url in stored if "zh/contact.html" in url]
        expect(page.locator("[data-offline=kept]")).to_be_hidden()


@pytest.mark.browser
def test_switched_off_it_leaves_nothing_behind(context: BrowserContext, keeping: Shown, small: Shown) -> None:
    files = whole(keeping)
    page = context.new_page()
    with serving(files) as base:
        page.goto(f"{base}zh/index.html")
        kept_whole(page)
        files.update(whole(small))
        page.goto(f"{base}zh/contact.html")
        until(page, lambda stored: not stored and page.evaluate(WORKERS) == 0)


@pytest.mark.browser
def test_from_a_disk_nothing_is_started(context: BrowserContext, keeping: Shown, tmp_path: Path) -> None:
    for name, content in whole(keeping).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((tmp_path / "zh" / "index.html").as_uri())
    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator("[data-offline=kept]")).to_be_hidden()
    assert wrong == []
