"""The forms: filled in as a reader would, read back as an officer would, and sound on paper."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter

from tests.print.conftest import printed
from zhaoshang.print.fonts import FORM
from zhaoshang.print.forms.orders import order_forms
from zhaoshang.print.forms.papers import PAPERS, Paper
from zhaoshang.print.studio import Studio
from zhaoshang.web.forms import Entry, Question

BOXES = {Entry.AGREED, Entry.ONE_OF, Entry.SECTOR}
ANSWER = "欧阳鑫 Ms Ouyang，石埠园3号厂房，12.5亿元"


def questions(paper: Paper) -> tuple[Question, ...]:
    return tuple(one for group in paper.form.groups for one in group.questions)


@pytest.fixture(scope="module", params=["zh", "en"])
def files(request: pytest.FixtureRequest, studio: Studio, cache: Path) -> dict[str, bytes]:
    """The forms of a language by their ids."""
    prints = printed(cache, *order_forms(studio, request.param))
    assert [one.path for one in prints.downloads] == [paper.path(request.param) for paper in PAPERS]
    assert all(one.pages == 1 for one in prints.downloads)
    return {paper.id: one.content for paper, one in zip(PAPERS, prints.artifacts, strict=True)}


def filled(content: bytes, answers: dict[str, str]) -> PdfReader:
    writer = PdfWriter(clone_from=io.BytesIO(content))
    writer.update_page_form_field_values(writer.pages[0], answers, auto_regenerate=True)
    finished = io.BytesIO()
    writer.write(finished)
    return PdfReader(io.BytesIO(finished.getvalue()))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_what_is_filled_in_is_read_back(
    paper: Paper, files: dict[str, bytes], caplog: pytest.LogCaptureFixture
) -> None:
    typed = {one.name: ANSWER for one in questions(paper) if one.entry not in BOXES}
    ticked = {one.name: "/on" for one in questions(paper) if one.entry is Entry.AGREED}
    read = filled(files[paper.id], typed | ticked)
    texts = read.get_form_text_fields()
    assert {name: texts[name] for name in typed} == typed
    fields = read.get_fields() or {}
    assert all(fields[name]["/V"] == "/on" for name in ticked)
    caplog.clear()  # pypdf remarks that it leaves the appearance to the viewer


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_every_question_has_its_field_and_every_field_a_name_for_the_ear(
    paper: Paper, files: dict[str, bytes]
) -> None:
    fields = PdfReader(io.BytesIO(files[paper.id])).get_fields() or {}
    for one in questions(paper):
        own = [name for name in fields if name == one.name or name.startswith(f"{one.name}-")]
        assert len(own) == 1 if one.entry not in BOXES - {Entry.AGREED} else len(own) > 1
    assert "signed" in fields
    assert all(str(field.get("/TU", "")).strip() for field in fields.values())
    assert not [name for name in fields if "." in name]  # a period would part a field from its parent


def test_typed_words_are_set_in_the_face_of_forms_which_is_there_whole(files: dict[str, bytes]) -> None:
    for content in files.values():
        with pikepdf.open(io.BytesIO(content)) as pdf:
            names = [
                str(thing.FontName)
                for thing in pdf.objects
                if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
            ]
            assert any(FORM.replace(" ", "-") in name or FORM.replace(" ", "") in name for name in names), (
                names
            )
        assert len(content) < 1_700_000


def test_a_form_is_tagged_and_says_how_the_data_are_used(files: dict[str, bytes], studio: Studio) -> None:
    for id_, content in files.items():
        with pikepdf.open(io.BytesIO(content)) as pdf:
            assert pdf.Root.MarkInfo.Marked
            language = str(pdf.Root.Lang)
        text = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
        privacy = studio.lexicon[language].at(f"{id_}.privacy")
        assert privacy[:12] in " ".join(text.split()).replace(" ", "" if language == "zh" else " ")
        assert f"{language}/privacy.html" in text.replace("\r\n", "")


def test_without_a_scheme_in_force_only_the_investors_form_is_offered(studio: Studio) -> None:
    later = replace(studio, today=date(2029, 6, 1))
    assert [order.paths[0] for order in order_forms(later, "en")] == ["forms/intention-en.pdf"]
