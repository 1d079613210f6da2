"""How long readers wait: from a ticked box to the next paint of a list of projects, from a query to its results.

Run as `PYTHONPATH=tests:tests/web python benchmarks/bench_finder.py [--projects N] [--runs N]`: it multiplies
the records as the tests do. Needs a Chromium. The list is that of the demonstration county with copies in every mixture;
the search pack is that of the demonstration county.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

import mini
from many import list_of, multiplied
from playwright.sync_api import Page, sync_playwright
from visited import serving

from zhaoshang.reading.library import read_project
from zhaoshang.web.site import build_web

ROOT = Path(__file__).parents[1]

PAINT = """(runs) => new Promise((done) => {
    const boxes = [...document.querySelectorAll('form.facets input[type=checkbox]')];
    const times = [];
    const step = (n) => {
        if (n === runs) return done(times);
        const begun = performance.now();
        boxes[n % boxes.length].click();
        requestAnimationFrame(() => {
            const channel = new MessageChannel(); // its message comes after the paint
            channel.port1.onmessage = () => { times.push(performance.now() - begun); setTimeout(() => step(n + 1), 30); };
            channel.port2.postMessage(0);
        });
    };
    step(0);
})"""
SEARCH = """(queries) => queries.map((query) => {
    const begun = performance.now();
    window.ZhaoshangSearch.search(query);
    return performance.now() - begun;
})"""
QUERIES = {
    "zh": ["投资", "石墨", "标准厂房", "用地", "重庆", "奖励", "不存在的词"],
    "en": ["invest", "graphite", "plants", "land price", "reward", "nothingofthekind"],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--projects", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=60)
    given = parser.parse_args()
    library, findings = read_project(ROOT)
    if library is None:
        raise SystemExit(f"the project does not read: {findings.errors[0]}")
    lexicon = mini.lexicon()
    website = build_web(library, lexicon, root=ROOT, today=mini.TODAY)
    _, list_files = list_of(multiplied(library, given.projects), lexicon)
    files = {**{str(one.path): one.content for one in website.artifacts}, **list_files}
    with serving(files) as base, sync_playwright() as player:
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = player.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        for name, milliseconds in measured(page, base, runs=given.runs):
            ordered = sorted(milliseconds)
            median, high = statistics.median(ordered), ordered[int(len(ordered) * 0.95)]
            sys.stdout.write(
                f"{name}: median {median:.1f} ms, 95 in 100 within {high:.1f} ms of {len(ordered)} runs\n"
            )
        browser.close()


def measured(page: Page, base: str, *, runs: int) -> Iterator[tuple[str, list[float]]]:
    """What was measured, with the milliseconds of every run."""
    for language, queries in QUERIES.items():
        page.goto(f"{base}{language}/projects/index.html")
        yield f"filter to next paint, {language}", page.evaluate(PAINT, runs)
        page.goto(f"{base}{language}/search.html")
        page.locator("main input[type=search]").fill(queries[0])
        page.locator("main .search-results a").first.wait_for()
        yield f"search, {language}", page.evaluate(SEARCH, queries * 10)


if __name__ == "__main__":
    main()
