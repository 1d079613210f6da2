"""What goes to the press: every record's words in the edition's language, and nothing private."""

from __future__ import annotations

import re

import pytest

from tests.print.guide.conftest import ROOT, with_chapters
from zhaoshang.domain.guide import Chapter
from zhaoshang.domain.library import Library
from zhaoshang.print.document import Document
from zhaoshang.print.guide.composer import compose
from zhaoshang.print.guide.edition import Edition
from zhaoshang.print.guide.filling import voice_of
from zhaoshang.reading.words import Lexicon
from zhaoshang.values.prose import Prose

HAN = re.compile(r"[\u4e00-\u9fff]")
_MARKED = re.compile(r'<(\w+)[^>]* lang="zh"[^>]*>.*?</\1>', re.DOTALL)


@pytest.fixture(scope="session")
def documents(editions: dict[str, Edition], lexicon: Lexicon) -> dict[str, Document]:
    return {language: compose(edition, lexicon, root=ROOT) for language, edition in editions.items()}


def test_every_open_project_has_a_sheet_in_every_language(
    documents: dict[str, Document], editions: dict[str, Edition]
) -> None:
    for language, document in documents.items():
        for project in editions[language].choice.projects:
            assert f'id="projects-{project.id}"' in document.html


def test_every_link_inside_the_guide_has_its_target(documents: dict[str, Document]) -> None:
    for document in documents.values():
        ids = re.findall(r' id="([^"]+)"', document.html)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'href="#([^"]+)"', document.html)) <= set(ids)


def test_the_english_guide_speaks_english(documents: dict[str, Document]) -> None:
    text = re.sub(r"<svg.*?</svg>", "", documents["en"].html, flags=re.DOTALL)
    text = _MARKED.sub("", text)
    assert [line for line in re.sub(r"<[^>]+>", "\n", text).splitlines() if HAN.search(line)] == []


def test_internal_notes_stay_out_of_the_guide(documents: dict[str, Document], library: Library) -> None:
    notes = [
        text
        for kind in ("projects", "plots", "parks", "policies", "rewards")
        for record in library.records(kind).values()
        for text in getattr(record, "internal", {}).values()
        if len(text) > 6  # a bare name may stand among the public contacts
    ]
    assert notes
    for document in documents.values():
        assert not [note for note in notes if note in document.html]


def test_the_guide_says_that_its_data_are_an_example(documents: dict[str, Document]) -> None:
    assert 'content: "示例数据"' in documents["zh"].css
    assert 'content: "Demonstration data"' in documents["en"].css


def test_the_original_of_the_law_prevails(documents: dict[str, Document]) -> None:
    assert "the Chinese text prevails" in documents["en"].html


def test_a_document_is_the_same_whenever_it_is_composed(
    documents: dict[str, Document], editions: dict[str, Edition], lexicon: Lexicon
) -> None:
    edition = with_chapters(editions["zh"], "letter", "contacts")
    assert compose(edition, lexicon, root=ROOT) == compose(edition, lexicon, root=ROOT)


@pytest.mark.parametrize("chapter", list(Chapter))
def test_a_chapter_alone_links_to_nothing_that_is_not_there(
    chapter: Chapter, editions: dict[str, Edition], lexicon: Lexicon
) -> None:
    html = compose(with_chapters(editions["en"], chapter), lexicon, root=ROOT).html
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(re.findall(r' id="([^"]+)"', html))


def test_a_picture_in_a_text_is_printed_from_the_folder_of_media(
    editions: dict[str, Edition], lexicon: Lexicon
) -> None:
    html = '<p><img src="image:yunxi park.svg" alt="Halls"></p>'
    text = Prose(language="en", html=html, text="", headings=(), links=(), facts=())
    said = voice_of(editions["en"], lexicon).prose(text)
    assert said == '<p><img alt="Halls" src="yunxi%20park.svg"></p>'
