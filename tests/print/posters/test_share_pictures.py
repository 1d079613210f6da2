"""The pictures of shared links: all there, of the size networks ask for, light, and the same every time."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.print.conftest import printed
from zhaoshang.print.gallery import Gallery, pictures
from zhaoshang.print.orders import Prints
from zhaoshang.print.posters.cards import OPENINGS, order_cards
from zhaoshang.print.studio import Studio
from zhaoshang.values import Text
from zhaoshang.web.cards import HEIGHT, WIDTH, card_of, plan_cards
from zhaoshang.web.page import PageSpec


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
