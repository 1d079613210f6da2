"""Addresses between the files of a site lead where they say, from any folder."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhaoshang.values import Quantity
from zhaoshang.web.bands import AREA, HEIGHT, INVESTMENT, LAND, POWER, Bands, sort_key
from zhaoshang.web.frame import address
from zhaoshang.web.page import relative

STEP = st.sampled_from(["zh", "en", "projects", "index.html", "a.html", "media"])
PATH = st.lists(STEP, min_size=1, max_size=4).map("/".join)


@settings(max_examples=300, derandomize=True)
@given(source=PATH, target=PATH, fragment=st.sampled_from(["", "#", "#top"]))
def test_a_relative_address_resolves_back_to_its_target(source: str, target: str, fragment: str) -> None:
    base = "https://a.example/any/sub/path/"
    found = relative(source, target + fragment)
    assert not found.startswith("/")
    assert urljoin(base + source, found) == base + target + fragment.rstrip("#")
    assert found.partition("#")[0], "an empty address means the folder when the page is opened from disk"


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("zh/index.html", "zh/index.html", "index.html"),
        ("zh/index.html", "zh/index.html#top", "index.html#top"),
        ("zh/projects/a.html", "zh/projects/b.html", "b.html"),
        ("zh/projects/a.html", "en/projects/a.html", "../../en/projects/a.html"),
        ("index.html", "zh/index.html", "zh/index.html"),
        ("zh/a.html", "index.html", "../index.html"),
        ("zh/zh/a.html", "zh/a.html", "../a.html"),
    ],
)
def test_the_shortest_way_is_taken(source: str, target: str, found: str) -> None:
    assert relative(source, target) == found


@pytest.mark.parametrize("base", ["https://a.example", "https://a.example/", "https://a.example//"])
def test_an_absolute_address_has_one_slash_after_its_base(base: str) -> None:
    assert address(base, "zh/index.html") == "https://a.example/zh/index.html"


@pytest.mark.parametrize("bands", [INVESTMENT, LAND, AREA, HEIGHT, POWER])
def test_a_bound_belongs_to_the_band_above_it(bands: Bands) -> None:
    assert [bands.of(bound) for bound in bands.bounds] == [(str(n + 1),) for n in range(len(bands.bounds))]
    figures = [bound.base_low for bound in bands.bounds]
    assert figures == sorted(figures)


@pytest.mark.parametrize(
    ("typed", "band"),
    [
        ("9999万元", "0"),
        ("1亿元", "1"),
        ("29999万元", "1"),
        ("3～20亿元", "2"),
        ("100亿元", "4"),
        ("不超过2亿元", "1"),
    ],
)
def test_a_sum_falls_into_the_band_of_its_lower_bound(typed: str, band: str) -> None:
    assert INVESTMENT.of(Quantity.parse(typed)) == (band,)


def test_what_is_not_said_falls_into_no_band() -> None:
    assert INVESTMENT.of(None) == ()
    assert sort_key(None) is None
