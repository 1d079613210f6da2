"""A page that would be the same is not made again, and one that would not be always is."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping

import mini
import pytest
from rendered import County, Shown

PROCEDURE = "procedures/filing.yaml"


class Counted(MutableMapping[str, bytes]):
    """A cache that counts what was put into it."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}
        self.made: list[bytes] = []

    def __getitem__(self, key: str) -> bytes:
        return self._kept[key]

    def __setitem__(self, key: str, content: bytes) -> None:
        self.made.append(content)
        self._kept[key] = content

    def __delitem__(self, key: str) -> None:
        del self._kept[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


@pytest.fixture
def cache(county: County) -> Counted:
    """A cache after a first rendering."""
    found = Counted()
    county(cache=found)
    found.made.clear()
    return found


def differing(one: Shown, other: Shown) -> set[str]:
    """The pages that are not the same in two renderings."""
    return {path for path in one.pages if one.files[path] != other.files.get(path)}


def test_the_same_content_renders_nothing_again(county: County, cache: Counted, small: Shown) -> None:
    assert county(cache=cache).files == small.files
    assert cache.made == []


def test_a_changed_title_renders_the_pages_that_show_it_and_no_others(
    county: County, cache: Counted, small: Shown
) -> None:
    shown = county(mini.replace(PROCEDURE, "en: Filing a project", "en: Filing an enterprise"), cache=cache)
    changed = differing(small, shown)
    assert {"en/procedures/filing.html", "en/procedures/index.html"} <= changed
    assert "en/projects/juice.html" not in changed
    kept = {shown.files[path] for path in changed}
    both = {shown.files[f"{other}{path[2:]}"] for path in changed for other in ("zh", "en")}
    made = {content for content in cache.made if content.startswith(b"<!doctype html>")}
    assert kept <= made <= both
    assert len(cache.made) <= 2 * len(made), "with each page its fragment"


CHANGES = {
    "the title of a project": mini.replace(
        "projects/juice.yaml", 'en: "Juice, 10,000 tonnes a year"', "en: Nectar"
    ),
    "the title of a park": mini.replace("parks/east.yaml", "en: East Park", "en: Orient Park"),
    "the title of an industry": mini.replace(
        "industries/food.yaml", "title: {zh: 食品加工, en: Food processing}", "title: {zh: 食品, en: Food}"
    ),
    "a sector's name": mini.replace("vocabularies.yaml", "en: Food processing", "en: Foodstuffs"),
    "a figure of the register": mini.replace("facts.yaml", "value: 12.5亿元", "value: 12.6亿元"),
    "the sponsor": mini.replace("site.yaml", "en: Xiaochuan County People’s Government", "en: The County"),
    "a contact": mini.replace("site.yaml", "0000-5550 101", "0000-5550 199"),
    "a long text": mini.write("pages/why.en.md", "Another {fact:gdp}.\n"),
    "the text of the letter": mini.write("pages/letter.en.md", "Another letter.\n"),
    "the text about the data": mini.write("pages/data.en.md", "Other sources.\n"),
    "the title of what a news item speaks of": mini.replace(
        "projects/castings.yaml", "title: {zh: 铸件项目, en: Castings}", "title: {zh: 铸件, en: Cast parts}"
    ),
    "the place of a node": mini.replace("location.yaml", "time: 15分钟", "time: 16分钟"),
    "a date of validity": mini.replace("policies/trade-2026.yaml", "2028-12-31", "2026-12-31"),
    "a translation that is gone": mini.remove("cases/ansui.en.md"),
    "a translation that is gone from a long text others quote": mini.remove("pages/letter.en.md"),
    "a record that is gone": mini.remove("rewards/introducers.yaml"),
}


def page(id_: str, role: str) -> tuple[mini.Change, ...]:
    return (
        mini.write(
            f"pages/{id_}.yaml",
            f"title: {{zh: {id_}页, en: {id_}}}\nsummary: {{zh: 页, en: page}}\nrole: {role}\nupdated: 2026-11-01\n",
        ),
        mini.write(f"pages/{id_}.zh.md", f"这是{role}。\n"),
        mini.write(f"pages/{id_}.en.md", f"This is the {role}.\n"),
    )


ENLARGED = (
    *page("letter", "letter"),
    *page("data", "about"),
    mini.replace("news/2026-11-01-roundtable.yaml", "date: 2026", "projects: [castings]\ndate: 2026"),
)
"""What the small county lacks, and templates look up."""


@pytest.fixture(scope="module")
def warm(county: County) -> dict[str, bytes]:
    """What a preview keeps after the first build."""
    found: dict[str, bytes] = {}
    county(*ENLARGED, cache=found)
    return found


@pytest.mark.parametrize("change", CHANGES)
def test_a_warm_cache_gives_the_same_pages_as_none(
    change: str, county: County, warm: dict[str, bytes]
) -> None:
    fresh = county(*ENLARGED, CHANGES[change])
    cached = county(*ENLARGED, CHANGES[change], cache=dict(warm))
    assert differing(fresh, cached) == set()
    assert cached.files == fresh.files
