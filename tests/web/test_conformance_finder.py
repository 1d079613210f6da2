"""A thousand projects, narrowed in a real browser: counts are those of the data, the address keeps the state."""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from many import list_of, multiplied
from playwright.sync_api import Browser, Page
from rendered import Shown
from visited import Visit, serving, visiting

from zhaoshang.voice import Voice
from zhaoshang.web.finder import UNKNOWN
from zhaoshang.web.finders import Finders
from zhaoshang.web.views.offers import ProjectsView

pytestmark = pytest.mark.browser
NUMBER = 1_000
HEAVIEST = 150_000
"""Bytes the list may weigh, compressed."""
NEAR = 20
"""Rows that fill the window and more; they are right before the next paint."""
LIST = "projects/index.html"
Choice = dict[str, set[str]]

CHOOSE = """async (wanted) => {
    const list = document.querySelector('.results');
    const settled = () => new Promise((done) => {
        const look = () => (list.hasAttribute('aria-busy') ? requestAnimationFrame(look) : done());
        look();
    });
    const form = document.querySelector('form.facets');
    const boxes = [...form.querySelectorAll('input[type=checkbox]')];
    for (const box of boxes) box.checked = (wanted[box.name] || []).includes(box.value);
    boxes[0].dispatchEvent(new Event('change', {bubbles: true}));
    const count = (box) => Number(box.closest('li').querySelector('.facet-count').textContent);
    const shown = () => [...list.children].filter((row) => !row.hidden).map((row) => row.dataset.id);
    const atOnce = shown();
    await settled();
    return {
        atOnce, shown: shown(),
        said: document.querySelector('.finder-count').textContent,
        counts: boxes.map((box) => [box.name, box.value, count(box)]),
    };
}"""


@pytest.fixture(scope="module")
def thousand(shown: Shown) -> tuple[ProjectsView, dict[str, bytes]]:
    return list_of(multiplied(shown.library, NUMBER), shown.lexicon)


@pytest.fixture(scope="module")
def visit(browser: Browser, thousand: tuple[ProjectsView, dict[str, bytes]]) -> Iterator[Visit]:
    with (
        serving(thousand[1]) as base,
        visiting(browser, base, viewport={"width": 1440, "height": 900}) as visit,
    ):
        yield visit


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_thousand_projects_keep_within_the_weight_of_a_list(
    language: str, thousand: tuple[ProjectsView, dict[str, bytes]]
) -> None:
    assert len(thousand[0].projects) == NUMBER
    assert len(gzip.compress(thousand[1][f"{language}/{LIST}"], 6)) <= HEAVIEST


def fits(values: dict[str, set[str]], choice: Choice) -> bool:
    return all(values[key] & wanted for key, wanted in choice.items())


def test_every_choice_shows_and_counts_what_the_data_hold(
    visit: Visit, thousand: tuple[ProjectsView, dict[str, bytes]], shown: Shown
) -> None:
    finder = Finders(Voice("en", shown.library, shown.lexicon)).projects(thousand[0])
    data = {
        project.id: {key: set(found or (UNKNOWN,)) for key, found in row.values.items()}
        for project, row in zip(thousand[0].projects, finder.rows, strict=True)
    }
    offered = {facet.key: [option.value for option in facet.options] for facet in finder.facets}
    chance = random.Random(11)
    page = visit.goto(f"en/{LIST}")
    for _ in range(200):
        keys = chance.sample(sorted(offered), chance.randint(1, 4))
        choice = {
            key: set(chance.sample(offered[key], min(len(offered[key]), chance.randint(1, 3))))
            for key in keys
        }
        answer = page.evaluate(CHOOSE, {key: sorted(wanted) for key, wanted in choice.items()})
        fitting = [id_ for id_, values in data.items() if fits(values, choice)]
        assert answer["shown"] == fitting, choice
        assert answer["atOnce"][:NEAR] == fitting[:NEAR], choice
        assert re.findall(r"\d+", answer["said"].replace(",", ""))[0] == str(len(fitting)), answer["said"]
        for key, value, count in answer["counts"]:
            others = {name: wanted for name, wanted in choice.items() if name != key}
            assert count == sum(value in values[key] and fits(values, others) for values in data.values()), (
                choice,
                key,
                value,
            )
    assert visit.complaints() == []


def state(page: Page) -> tuple[list[str | None], int, str]:
    """The boxes that are ticked, the rows on show and what is said of them."""
    page.locator(".results:not([aria-busy])").wait_for()
    ticked = page.locator("form.facets input:checked")
    return (
        [one.get_attribute("value") for one in ticked.all()],
        page.locator(".results > li:not([hidden])").count(),
        page.locator(".finder-count").inner_text(),
    )


def test_back_forward_and_reload_keep_the_state_and_a_live_region_says_the_number(visit: Visit) -> None:
    page = visit.goto(f"zh/{LIST}")
    assert page.locator(".finder-count").get_attribute("role") == "status"
    seen = [state(page)]
    for name in ("sector", "stage"):
        page.locator(f"input[name={name}]").first.check()
        seen.append(state(page))
    page.locator("[data-sort]").select_option(index=1)
    seen.append(state(page))
    assert len({number for _, number, _ in seen}) == 3
    assert all(str(number) in said for _, number, said in seen)
    assert set(parse_qs(urlsplit(page.url).query)) == {"sector", "stage", "sort"}
    for expected in reversed(seen[:-1]):
        page.go_back()
        assert state(page) == expected
    for expected in seen[1:]:
        page.go_forward()
        assert state(page) == expected
    first = page.locator(".results > li:not([hidden])").first.get_attribute("data-id")
    page.reload()
    assert state(page) == seen[-1]
    assert page.locator(".results > li:not([hidden])").first.get_attribute("data-id") == first
    assert visit.complaints() == []
