"""What stands on a page is found: any few Chinese characters of it, any English word."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from importlib.resources import files
from urllib.parse import urljoin

import pytest
from many import many_pages
from pieces import WORD, folded, pieces, read_pack, standing
from playwright.sync_api import Browser, Page, expect
from rendered import Shown
from visited import serving, visiting

from zhaoshang.web.search import pack_path, search_files

pytestmark = pytest.mark.browser
FIND_APART = """async (queries) => {
    const box = document.querySelector('main [data-search]');
    const found = [];
    for (const query of queries) {
        await new Promise((done) => window.ZhaoshangSearch.complete(query, 10, box, done));
        found.push(window.ZhaoshangSearch.search(query).map(({ entry }) => [entry.url, entry.kind]));
    }
    return found;
}"""
FIND = """(queries) => queries.map((query) => window.ZhaoshangSearch.search(query)
    .map(({ entry }) => [entry.url, entry.kind]))"""
WIDE = str.maketrans({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
"""Full-width forms, as a Chinese keyboard types them."""


WORDS = "//main//text()[not(ancestor::script or ancestor::style or ancestor::svg or ancestor::nav)]"
CARD = "contains(concat(' ', @class, ' '), ' card ') or contains(concat(' ', @class, ' '), ' result ')"
LEADS = f"(ancestor-or-self::*[{CARD}]//a[@href])[1]/@href"


def passages(shown: Shown, language: str) -> Iterator[tuple[str, str]]:
    """Stretches of text with the page to be found for each: the one they stand on, or the record a card speaks of."""
    for page in shown.website.plan:
        path = f"{language}/{page.path}"
        if page.indexed and path in shown.pages:
            for text in shown.pages[path].xpath(WORDS):
                leads = (
                    [urljoin(path, href) for href in text.getparent().xpath(LEADS)] if text.strip() else []
                )
                there = [one for one in leads if one in shown.pages and text.strip() in said(shown, one)]
                yield from ((one, str(text)) for one in there or [path])


def said(shown: Shown, path: str) -> str:
    return str(shown.pages[path].find(".//main").text_content())


def chosen(shown: Shown, language: str) -> list[tuple[str, str]]:
    return pieces(passages(shown, language), 200, language=language)


def answers(page: Page, queries: list[str]) -> list[dict[str, str]]:
    """The pages that are found for each query, with their kinds."""
    return [dict(hits) for hits in page.evaluate(FIND, queries)]


@pytest.fixture
def search(browser: Browser, served: str, language: str) -> Iterator[Page]:
    with visiting(browser, served) as visit:
        page = visit.goto(f"{language}/search.html")
        page.locator("main input[type=search]").fill("a")
        page.locator("main .search-results a").first.wait_for()
        yield page
        assert visit.complaints() == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_any_piece_of_a_page_finds_it_in_its_language_and_under_its_kind(
    search: Page, shown: Shown, language: str
) -> None:
    kinds = {f"{language}/{page.path}": page.kind for page in shown.website.plan}
    wanted = chosen(shown, language)
    for (path, query), found in zip(wanted, answers(search, [query for _, query in wanted]), strict=True):
        assert found.get(path) == kinds[path], (path, query)
        assert {url: kinds.get(url) for url in found} == found, query


@pytest.mark.parametrize("language", ["zh"])
def test_traditional_forms_find_the_same_as_those_in_use(search: Page, shown: Shown, language: str) -> None:
    table = files("opencc").joinpath("dictionary", "STCharacters.txt").read_text("utf-8")
    forms = {
        old: new.split() for old, new in (line.split("\t") for line in table.splitlines() if "\t" in line)
    }
    older = [
        (query, "".join(forms.get(one, [one])[0] for one in query)) for _, query in chosen(shown, language)
    ]
    older = [(query, old) for query, old in older if query != old]
    assert len(older) > 50
    for (query, old), usual, found in zip(
        older,
        answers(search, [query for query, _ in older]),
        answers(search, [old for _, old in older]),
        strict=True,
    ):
        assert found.keys() >= usual.keys(), (query, old)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_full_width_capitals_and_plurals_find_the_same(search: Page, shown: Shown, language: str) -> None:
    words = sorted({match[0] for _, text in passages(shown, language) for match in WORD.finditer(text)})
    sample = random.Random(3).sample(words, min(len(words), 60))
    usual = answers(search, sample)
    assert answers(search, [word.upper().translate(WIDE) for word in sample]) == usual
    plain = [(word, hits) for word, hits in zip(sample, usual, strict=True) if word[-1] not in "sxyzhSXYZH"]
    for (word, hits), found in zip(plain, answers(search, [f"{word}s" for word, _ in plain]), strict=True):
        assert found.keys() >= hits.keys(), word


@pytest.fixture
def in_parts(browser: Browser, shown: Shown, language: str) -> Iterator[Page]:
    """The same search over a pack that is too large to be loaded whole."""
    found = read_pack(shown.files[pack_path(language)])
    files = {str(one.path): one.content for one in search_files(language, found, most=1_000)}
    assert len(files) > 40
    with serving({**shown.files, **files}) as base, visiting(browser, base) as visit:
        page = visit.goto(f"{language}/search.html")
        page.locator("main input[type=search]").fill("1")
        page.locator("main .search-results a").first.wait_for()
        yield page
        assert visit.complaints() == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_pack_in_parts_finds_what_the_whole_one_finds(
    in_parts: Page, search: Page, shown: Shown, language: str
) -> None:
    queries = [query for _, query in chosen(shown, language)] + ["项目 政策", "battery plots", "a", "电", "½"]
    right = sum_ = 0
    for query, whole, apart in zip(
        queries, answers(search, queries), in_parts.evaluate(FIND_APART, queries), strict=True
    ):
        shown_first = dict(apart[:10])
        assert whole.keys() <= dict(apart).keys(), query
        assert shown_first.items() <= whole.items(), query
        right, sum_ = right + len(whole), sum_ + len(apart)
    assert right / sum_ > 0.9


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_query_of_a_pack_in_parts_loads_little(in_parts: Page, shown: Shown, language: str) -> None:
    weighed: list[int] = []
    in_parts.on("response", lambda answer: weighed.append(int(answer.headers["content-length"])))
    query = {"zh": "石墨化", "en": "graphitisation"}[language]
    in_parts.locator("main input[type=search]").fill(query)
    in_parts.locator("main .search-results .hit-text mark", has_text=query).first.wait_for()
    assert 0 < sum(weighed) < len(gzip.compress(shown.files[pack_path(language)])) / 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_thousand_pages_are_searched_in_parts_without_missing_one(
    browser: Browser, shown: Shown, language: str
) -> None:
    pages = list(many_pages(read_pack(shown.files[pack_path(language)]), 1_000, language=language))
    files = {str(one.path): one.content for one in search_files(language, pages)}
    wanted = pieces(((page.url, page.text) for page in pages), 30, language=language)
    words = folded(pages)
    with serving({**shown.files, **files}) as base, visiting(browser, base) as visit:
        page = visit.goto(f"{language}/search.html")
        page.locator("main input[type=search]").fill("1")
        page.locator("main .search-results a").first.wait_for()
        found = page.evaluate(FIND_APART, [query for _, query in wanted])
        assert visit.complaints() == []
    right = sum_ = 0
    for (_, query), hits in zip(wanted, found, strict=True):
        there = standing(words, query)
        assert there <= {url for url, _ in hits}, query
        assert {url for url, _ in hits[:10]} <= there, query
        right, sum_ = right + len(there), sum_ + len(hits)
    assert right / sum_ > 0.9


@pytest.mark.parametrize("language", ["zh"])
def test_more_results_are_listed_when_the_reader_asks(in_parts: Page, language: str) -> None:
    in_parts.locator("main input[type=search]").fill("澜川")
    hits, more = in_parts.locator("main .search-results li"), in_parts.locator("main .search-more")
    in_parts.locator("main .search-status", has_text="10").wait_for()
    expect(hits).to_have_count(10)
    more.press("Enter")
    expect(hits).to_have_count(20)
    expect(more).to_be_focused()
    in_parts.locator("main input[type=search]").fill("硅碳负极")
    expect(more).to_be_hidden()
