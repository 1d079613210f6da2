"""Posters: their size, the code that leads to the record's page, and that nothing is hidden or cut."""

from __future__ import annotations

import io
from pathlib import Path

import mini
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from tests.print.conftest import TODAY, printed
from zhaoshang.diagnostics import Refusal
from zhaoshang.domain.library import Key
from zhaoshang.graphics import Sector
from zhaoshang.print.orders import Prints
from zhaoshang.print.posters.posters import named, order_posters, poster_of
from zhaoshang.print.posters.scenes import sector_scene
from zhaoshang.print.press import render_all
from zhaoshang.print.studio import Studio
from zhaoshang.web.posters import Shape, offered, on_offer, poster_path


def longest(studio: Studio, language: str) -> tuple[Key, ...]:
    """Of each kind the record that says most, and the one with the longest title."""
    voice, found = studio.voice(language), {}
    for key in on_offer(studio.library, today=TODAY):
        poster = poster_of(studio.library, key, Shape.TALL, voice)
        title, all_of_it = voice.plain(poster.title), str((poster.title, poster.summary, poster.lines))
        for what, size in (("title", len(title)), ("all", len(all_of_it))):
            found[key.kind, what] = max(found.get((key.kind, what), (0, key)), (size, key))
    return tuple(dict.fromkeys(key for _, key in found.values()))


@pytest.fixture(scope="module")
def prints(studio: Studio, cache: Path) -> Prints:
    keys = named(studio, ("projects/anode-materials", "rewards/introducer-2026"))
    return printed(cache, *order_posters(studio, keys, "zh"))


def test_a_record_has_a_poster_for_the_telephone_and_a_square_one(prints: Prints) -> None:
    assert [str(one.path) for one in prints.artifacts[:2]] == [
        "posters/zh/projects-anode-materials-tall.png",
        "posters/zh/projects-anode-materials-square.png",
    ]
    sizes = [Image.open(io.BytesIO(one.content)).size for one in prints.artifacts]
    assert sizes == [(1080, 1920), (1080, 1080)] * 2
    assert all(one.size < 200_000 for one in prints.artifacts)


def test_the_code_leads_to_the_records_page(prints: Prints) -> None:
    for one in prints.artifacts:
        picture = Image.open(io.BytesIO(one.content)).convert("RGB")
        codes = [code.text for code in zxingcpp.read_barcodes(picture.resize((540, picture.height // 2)))]
        kind = "projects/anode-materials" if "anode" in one.path.name else "rewards/introducer-2026"
        assert codes == [f"https://invest.lanchuan.example.com/zh/{kind}.html"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_words_of_the_longest_end_above_the_foot(language: str, studio: Studio, cache: Path) -> None:
    orders = tuple(order_posters(studio, longest(studio, language), language))
    foot_of = {1440.0: 225.0, 810.0: 160.5}  # points: height of the page to that of its foot
    for made in render_all([order.document for order in orders], cache=cache):
        assert made.pdf is not None
        for page in pypdfium2.PdfDocument(made.pdf):
            edge = foot_of[page.get_height()]
            text = page.get_textpage()
            boxes = [text.get_charbox(index) for index in range(text.count_chars())]
            assert not [box for box in boxes if box[1] < edge - 4 and box[3] > edge + 4]
            lowest = min(box[1] for box in boxes if box[1] > edge)
            assert lowest > edge + 8, text.get_text_range()[:40]


def test_what_is_not_on_offer_has_no_poster(studio: Studio) -> None:
    with pytest.raises(Refusal) as refused:
        named(studio, ("projects/food-packaging",))
    assert refused.value.code == "Z873"
    with pytest.raises(Refusal) as refused:
        named(studio, ("projects/anode-material",))
    assert refused.value.arguments["near"] == "projects/anode-materials"


def test_without_names_every_record_on_offer_is_meant(studio: Studio) -> None:
    assert named(studio, ()) == on_offer(studio.library, today=TODAY)
    assert {key.kind for key in on_offer(studio.library, today=TODAY)} == {
        "projects",
        "plots",
        "policies",
        "rewards",
    }


def test_a_document_says_what_it_pays_and_that_there_is_more(studio: Studio) -> None:
    voice = studio.voice("en")
    square = poster_of(studio.library, Key("rewards", "introducer-2026"), Shape.SQUARE, voice)
    assert len(square.lines) == 1
    assert square.more
    tall = poster_of(studio.library, Key("policies", "manufacturing-2025"), Shape.TALL, voice)
    assert len(tall.lines) >= 1


@pytest.mark.parametrize(
    ("codes", "scene"),
    [
        (("1373", "149", "3034"), Sector.FOOD),
        (("344", "3391", "3670"), Sector.EQUIPMENT),
        (("553", "581", "302"), Sector.LOGISTICS),
        (("017", "A"), None),
    ],
)
def test_a_sector_shows_the_division_of_most_of_its_codes(
    codes: tuple[str, ...], scene: Sector | None
) -> None:
    assert sector_scene(codes) is scene


def test_the_site_offers_the_posters_it_names_as_long_as_the_records_are_on_offer(tmp_path: Path) -> None:
    named = mini.replace(
        "site.yaml", "contacts:\n", "posters: {projects: [juice], plots: [east-1]}\ncontacts:\n"
    )
    gone = mini.replace("projects/juice.yaml", "stage: promoting", "stage: withdrawn")
    both = mini.make_library(tmp_path / "both", named)
    assert offered(both, today=TODAY) == (Key("projects", "juice"), Key("plots", "east-1"))
    one = mini.make_library(tmp_path / "one", named, gone)
    assert offered(one, today=TODAY) == (Key("plots", "east-1"),)
    assert poster_path(Key("plots", "east-1"), "en", Shape.TALL) == "posters/en/plots-east-1-tall.png"
