"""What the search of a large site costs its readers: what is found, what is loaded, how long it takes.

Run as `PYTHONPATH=tests:tests/web python benchmarks/bench_search.py [--pages N] [--queries N]`: it makes the words of so
many pages from those of the demonstration county as the tests do. Needs a Chromium. Every query is asked in a page of its
own, as the first one of a reader; weights are those of gzip.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import statistics
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import mini
from many import many_pages
from pieces import folded, pieces, read_pack, standing
from playwright.sync_api import Browser, sync_playwright
from visited import serving

from zhaoshang.reading.library import read_project
from zhaoshang.web.search import Found, pack_path, search_files
from zhaoshang.web.site import build_web

ROOT = Path(__file__).parents[1]

ASK = """async (query) => {
    const box = document.querySelector('main [data-search]');
    await new Promise((done) => window.ZhaoshangSearch.complete(query, 10, box, done));
    const begun = performance.now();
    const hits = window.ZhaoshangSearch.search(query);
    return [hits.map(({ entry }) => entry.url), performance.now() - begun];
}"""


class Asked(NamedTuple):
    """What a query found, how long it took once all was there, and the bytes and files that came for it."""

    found: set[str]
    milliseconds: float
    weighed: int
    files: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--queries", type=int, default=200)
    given = parser.parse_args()
    library, findings = read_project(ROOT)
    if library is None:
        raise SystemExit(f"the project does not read: {findings.errors[0]}")
    website = build_web(library, mini.lexicon(), root=ROOT, today=mini.TODAY)
    files = {str(one.path): one.content for one in website.artifacts}
    with sync_playwright() as player:
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = player.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for language in library.languages:
            pages = tuple(many_pages(read_pack(files[pack_path(language)]), given.pages, language=language))
            for line in told(browser, files, pages, language=language, queries=given.queries):
                sys.stdout.write(f"{language}: {line}\n")
        browser.close()


def told(
    browser: Browser, files: dict[str, bytes], pages: Sequence[Found], *, language: str, queries: int
) -> Iterator[str]:
    """What was measured, a line each."""
    packs = search_files(language, pages)
    first = gzip.compress(packs[0].content)
    whole = gzip.compress(search_files(language, pages, most=sys.maxsize)[0].content)
    yield f"{len(pages)} pages; first download {len(first) / 1000:.0f} KB of {len(whole) / 1000:.0f} KB, {len(packs)} files"
    texts = ((page.url, f"{page.title}\n{page.text}") for page in pages)
    wanted = [query for _, query in pieces(texts, queries, language=language)]
    with serving({**files, **{str(one.path): one.content for one in packs}}) as base:
        asked = [ask(browser, f"{base}{language}/search.html", query) for query in wanted]
    words = folded(pages)
    right = [standing(words, query) for query in wanted]
    both = sum(len(one.found & there) for one, there in zip(asked, right, strict=True))
    recall, precision = both / sum(map(len, right)), both / sum(len(one.found) for one in asked)
    yield f"{queries} queries: recall {recall:.4f}, precision {precision:.4f}"
    yield f"loaded for a query: {summary([one.weighed / 1000 for one in asked])} KB"
    yield f"files for a query: {summary([one.files for one in asked])}"
    yield f"a query, once all is there: {summary([one.milliseconds for one in asked])} ms"


def ask(browser: Browser, address: str, query: str) -> Asked:
    """Asks one query in a fresh page, once the pack is there."""
    page = browser.new_page()
    try:
        page.goto(address)
        with page.expect_event("requestfinished", lambda one: one.url.endswith("search-pack.js")):
            page.locator("main input[type=search]").focus()
        weights: list[int] = []
        page.on("response", lambda answer: weights.append(int(answer.headers["content-length"])))
        found, milliseconds = page.evaluate(ASK, query)
        return Asked(set(found), milliseconds, sum(weights), len(weights))
    finally:
        page.close()


def summary(values: Sequence[float]) -> str:
    ordered = sorted(values)
    high = ordered[int(len(ordered) * 0.95)]
    return f"median {statistics.median(ordered):.1f}, 95 in 100 within {high:.1f}, most {ordered[-1]:.1f}"


if __name__ == "__main__":
    main()
