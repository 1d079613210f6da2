"""The pictures of shared links: all there, of the size networks ask for, light, and the same every time."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from tests.print.conftest import printed
from zhaoshang.graphics.palette import contrast
from zhaoshang.print.gallery import Gallery, pictures
from zhaoshang.print.orders import Prints
from zhaoshang.print.posters.cards import OPENINGS, order_cards
from zhaoshang.print.studio import Studio
from zhaoshang.values import Text
from zhaoshang.web.cards import HEIGHT, WIDTH, card_of, plan_cards
from zhaoshang.web.page import PageSpec

SIDE = (580, HEIGHT)
"""Where the words stand; the scene takes the rest."""


@pytest.fixture(scope="module")
def prints(studio: Studio, cache: Path) -> Prints:
    return printed(cache, *(order_cards(studio, language) for language in studio.library.languages))


def test_every_card_has_its_picture_of_the_size_the_pages_say(prints: Prints, studio: Studio) -> None:
    assert [str(one.path) for one in prints.artifacts] == [
        card.path for card in plan_cards(studio.library.languages)
    ]
    for one in prints.artifacts:
        assert Image.open(io.BytesIO(one.content)).size == (WIDTH, HEIGHT)
        assert one.size < 60_000


def test_the_words_of_a_picture_can_be_read_where_it_is_shown_small(prints: Prints) -> None:
    """Networks show it at a third: the least line of letters is then 5 pixels high, the title 16, white on the deep ground.

    The words stand on the left, 40 pixels from every edge and from the scene.
    """
    for one in prints.artifacts:
        words = Image.open(io.BytesIO(one.content)).convert("RGB").crop((0, 0, *SIDE))
        ground = words.getpixel((2, 2))
        ink = words.convert("L").point(lambda level: 255 * (level > 200))
        box = ink.getbbox()
        assert isinstance(ground, tuple)
        assert box is not None
        assert contrast("#ffffff", "#{:02x}{:02x}{:02x}".format(*ground)) >= 7
        assert box[0] >= 40
        assert box[1] >= 40
        assert box[2] <= SIDE[0] - 12
        assert box[3] <= HEIGHT - 16
        lines = [bottom - top for top, bottom in bands(ink)]
        assert min(lines) >= 14, one.path
        assert max(lines) >= 48, one.path


def bands(ink: Image.Image) -> Iterator[tuple[int, int]]:
    """The lines of words, from the first row of pixels with ink to the last; dots and tails belong to their line."""
    inked = [y for y in range(ink.height) if ink.crop((0, y, ink.width, y + 1)).getbbox()]
    starts = [y for before, y in pairwise([-100, *inked]) if y - before > 8]
    for start, following in pairwise([*starts, ink.height + 100]):
        yield start, max(y for y in inked if start <= y < following) + 1


def test_no_two_pictures_are_the_same(prints: Prints) -> None:
    assert len({one.digest for one in prints.artifacts}) == len(prints.artifacts)


def test_every_card_has_words_and_a_picture(studio: Studio) -> None:
    for card in plan_cards(studio.library.languages):
        assert studio.lexicon[card.language].at(f"cards.{card.name}.title")
        assert card.name in OPENINGS


@pytest.mark.parametrize(
    ("path", "section", "name"),
    [
        ("index.html", "home", "home"),
        ("projects/juice.html", "opportunities", "projects"),
        ("parks/east.html", "opportunities", "plots"),
        ("calculator.html", "policies", "policies"),
        ("cases/x.html", "news", "news"),
        ("editions/2026-1.html", "contact", "contact"),
        ("legal.html", "about", "home"),
        ("location.html", "why", "why"),
        ("search.html", "search", "home"),
    ],
)
def test_a_page_has_the_picture_of_its_folder_else_of_its_section(path: str, section: str, name: str) -> None:
    words = Text.of(en="x")
    assert card_of(PageSpec(path, "x.html", words, words, None, section), "en").name == name


def test_pictures_are_kept_for_the_pdf_they_were_made_from(tmp_path: Path, one_page: bytes) -> None:
    gallery = Gallery(tmp_path / "pictures")
    made = gallery.pictures(one_page)
    (kept,) = (tmp_path / "pictures").iterdir()
    kept.write_bytes(b"[3]\nabc")
    assert gallery.pictures(one_page) == (b"abc",)
    kept.write_bytes(b"[9]\nabc")  # cut short
    assert gallery.pictures(one_page) == made == pictures(one_page)


@pytest.fixture(scope="module")
def one_page() -> bytes:
    paper = io.BytesIO()
    Image.new("RGB", (40, 20), "#0b4f6c").save(paper, "PDF", resolution=72)
    return paper.getvalue()
