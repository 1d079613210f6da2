"""The leaflet for those who come home: two sheets of two pages, true to the documents, with codes that lead on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from tests.print.conftest import printed
from zhaoshang.print.posters.leaflet import examples_of, order_leaflet, policies_for_home
from zhaoshang.print.studio import Studio

LATE = date(2029, 6, 1)
"""When neither scheme is in force."""


@pytest.fixture(scope="module", params=["zh", "en"])
def leaflet(request: pytest.FixtureRequest, studio: Studio, cache: Path) -> tuple[str, bytes]:
    prints = printed(cache, *order_leaflet(studio, request.param))
    assert prints.downloads[0].pages == 2
    return request.param, prints.artifacts[0].content


def test_it_is_a_sheet_of_a4_across_to_be_folded(leaflet: tuple[str, bytes]) -> None:
    for page in pypdfium2.PdfDocument(leaflet[1]):
        assert [round(side) for side in page.get_size()] == [842, 595]


def test_it_says_what_the_scheme_pays_as_the_scheme_says_it(
    leaflet: tuple[str, bytes], studio: Studio
) -> None:
    language, content = leaflet
    inside = pypdfium2.PdfDocument(content)[1].get_textpage().get_text_range()
    said = "".join(inside.split()).replace("\u00a0", "")
    scheme = studio.library.rewards["introducer-2026"]
    examples = examples_of(scheme, studio, language)
    assert len(examples) == 4
    for one in examples:
        assert "".join(one.result[language].split()) in said
    assert scheme.document.number in said


def test_its_codes_lead_to_the_scheme_and_the_policies(leaflet: tuple[str, bytes]) -> None:
    language, content = leaflet
    picture = pypdfium2.PdfDocument(content)[0].render(scale=100 / 72).to_pil()
    site = f"https://invest.lanchuan.example.com/{language}"
    assert {code.text for code in zxingcpp.read_barcodes(picture)} == {
        f"{site}/rewards/introducer-2026.html",
        f"{site}/policies/index.html",
    }


def test_no_words_leave_their_panel(leaflet: tuple[str, bytes]) -> None:
    for page in pypdfium2.PdfDocument(leaflet[1]):
        text = page.get_textpage()
        boxes = [text.get_charbox(index) for index in range(text.count_chars())]
        assert min(box[1] for box in boxes) > 15
        assert not [box for box in boxes if box[0] < 421 - 25 < box[2] and box[2] > 421]


def test_it_names_the_policies_the_site_asks_for_as_far_as_they_are_in_force(studio: Studio) -> None:
    assert [one.id for one in policies_for_home(studio)] == list(studio.library.site.leaflet)
    site = studio.library.site.model_copy(update={"leaflet": ("logistics-2023", "finance-2026")})
    asked = replace(studio, library=replace(studio.library, site=site))
    assert [one.id for one in policies_for_home(asked)] == ["finance-2026"]


def test_where_the_site_asks_for_none_those_for_small_firms_come_first(studio: Studio) -> None:
    site = studio.library.site.model_copy(update={"leaflet": ()})
    found = policies_for_home(replace(studio, library=replace(studio.library, site=site)))
    assert found[0].id == "rent-2023"
    assert len(found) == 5


def test_without_a_scheme_in_force_there_is_none(studio: Studio) -> None:
    assert not list(order_leaflet(replace(studio, today=LATE), "zh"))
