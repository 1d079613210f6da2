"""What a page costs on the wire and asks of others; what it is without scripts, and on paper."""

from __future__ import annotations

import gzip
import re

import pypdfium2
import pytest
from playwright.sync_api import Browser
from rendered import Shown
from visited import SEEN, UNFOLD, kinds_in, visiting

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("language", ["zh", "en"])]
PAGE, STYLES, SCRIPTS, REQUESTS = 60_000, 14_000, 20_000, 8
"""The most of a page, its styles and its scripts in bytes (gzip), and the files it may ask for."""
ON_USE = re.compile(r"assets/(search|calculator|awards|estimate)\.")
"""Scripts of tools that are themselves what a reader comes for."""
SHEET = {"zh": 200, "en": 500}
"""Characters that a sheet of paper holds at least, on average; a table has few, running text four times as many."""


def weight(content: bytes) -> int:
    return len(gzip.compress(content, 6))


def test_every_page_keeps_within_its_weight(shown: Shown, language: str) -> None:
    """Photographs are left out, as is the page for missing addresses, which counts from the root."""
    sizes = {
        path: weight(shown.files[path]) for path in shown.files if path.endswith((".html", ".css", ".js"))
    }
    found = set()
    for path, page in shown.pages.items():
        if not path.startswith(f"{language}/") or path.endswith("404.html"):
            continue
        asked = {
            "assets/" + str(one).rpartition("assets/")[2]
            for one in page.xpath("//script/@src | //link[@rel='stylesheet' or @rel='icon']/@href")
        }
        pictures = set(page.xpath("//img[not(contains(@src, 'media/'))]/@src"))
        styles = sum(sizes[one] for one in asked if one.endswith(".css"))
        scripts = sum(sizes[one] for one in asked if one.endswith(".js") and not ON_USE.match(one))
        if sizes[path] > PAGE or styles > STYLES or scripts > SCRIPTS or 1 + len(asked | pictures) > REQUESTS:
            found.add((path, sizes[path], styles, scripts, 1 + len(asked | pictures)))
    assert found == set()


def test_no_page_complains_asks_elsewhere_or_breaks_its_policy(
    browser: Browser, shown: Shown, served: str, language: str
) -> None:
    found = set()
    with visiting(browser, served, viewport={"width": 1280, "height": 800}) as visit:
        for path in ("index.html", *(f"{language}/{path}" for path in kinds_in(shown, language))):
            page = visit.goto(path)
            page.evaluate(UNFOLD)
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            if len([one for one in visit.asked if "/media/" not in one]) > REQUESTS:
                found.add((path, *visit.asked))
            found |= {(path, one) for one in visit.complaints()}
        page = visit.goto(f"{language}/index.html")
        page.locator(".search-open").click()
        page.keyboard.type("a")
        page.locator("#search-dialog .search-results a").first.wait_for()
        found |= {("search", one) for one in visit.complaints()}
    assert found == set()


def test_without_scripts_all_is_there_and_nothing_that_would_need_one(
    browser: Browser, shown: Shown, served: str, language: str
) -> None:
    found = set()
    options = {"viewport": {"width": 1280, "height": 800}}
    with (
        visiting(browser, served, **options) as visit,
        visiting(browser, served, java_script_enabled=False, **options) as plain,
    ):
        for path in (f"{language}/{path}" for path in kinds_in(shown, language)):
            with_scripts = set(visit.goto(path).evaluate("seen.lines()"))
            page = plain.goto(path)
            page.evaluate(f"() => {{ {SEEN.read_text('utf-8')} }}")
            found |= {
                (path, "only with scripts", line)
                for line in with_scripts - set(page.evaluate("seen.lines()"))
            }
            found |= {(path, one) for one in page.evaluate("seen.deadControls()")}
    assert found == set()


def test_on_paper_a_page_says_where_and_when_and_leaves_the_menu_out(
    browser: Browser, shown: Shown, served: str, language: str
) -> None:
    base = shown.library.site.base_url
    found = set()
    with visiting(browser, served) as visit:
        for path in kinds_in(shown, language):
            page = visit.goto(f"{language}/{path}")
            tall = page.evaluate("seen.words().length")
            paper = pypdfium2.PdfDocument(page.pdf(format="A4"))
            sheets = ["".join(one.get_textpage().get_text_range().split()) for one in paper]
            text = "".join(sheets)
            day = {"zh": "2026年11月20日", "en": "20November2026"}[language]
            wanted = {f"{base}{language}/{path}", day, *page.locator("h1").inner_text().split()}
            found |= {(path, "lacks", one) for one in wanted if one not in text}
            if min(map(len, sheets)) < 40 or len(sheets) > 2 + tall / SHEET[language]:
                found.add((path, "sheets", f"{[len(one) for one in sheets]} for {tall}"))
            page.emulate_media(media="print")
            if page.locator("header nav:visible, .skip:visible, footer nav:visible, dialog:visible").count():
                found.add((path, "shows", "the menu"))
            page.emulate_media(media="null")
    assert found == set()
