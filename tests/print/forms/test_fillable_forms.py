"""The forms: filled in as a reader would, read back as an officer would, and sound on paper."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdfium2 import raw

from tests.print.conftest import printed
from zhaoshang.print.fonts import prepare_fonts
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


def filled(content: bytes, answers: Mapping[str, str | tuple[str, str, float]]) -> bytes:
    """The form as a program fills it in; an answer may name the font it is to be set in."""
    writer = PdfWriter(clone_from=io.BytesIO(content))
    writer.update_page_form_field_values(writer.pages[0], answers, auto_regenerate=True)
    finished = io.BytesIO()
    writer.write(finished)
    return finished.getvalue()


def typed(content: bytes, answers: Mapping[str, str], *, ticked: str) -> bytes:
    """The form as a reader fills it in, key by key, in a viewer: PDFium, of which Chrome and Edge are made."""
    pdf = pypdfium2.PdfDocument(content)
    pdf.init_forms()
    sheet = pdf[0]
    form, page = pdf.formenv.raw, sheet.raw
    for name, answer in {**answers, ticked: ""}.items():
        x, y = middle(content, name)
        raw.FORM_OnMouseMove(form, page, 0, x, y)
        raw.FORM_OnLButtonDown(form, page, 0, x, y)
        raw.FORM_OnLButtonUp(form, page, 0, x, y)
        for character in answer:
            raw.FORM_OnChar(form, page, ord(character), 0)
    raw.FORM_ForceToKillFocus(form)
    saved = io.BytesIO()
    pdf.save(saved)
    return saved.getvalue()


def place(content: bytes, name: str) -> tuple[float, float, float, float]:
    """Where a field is on its page: left, top, right, bottom; in points, from below."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        (field,) = (one for one in pdf.Root.AcroForm.Fields if str(one.T) == name)
        left, top, right, bottom = (float(side) for side in field.Rect)
    return left, max(top, bottom), right, min(top, bottom)


def middle(content: bytes, name: str) -> tuple[float, float]:
    left, top, right, bottom = place(content, name)
    return (left + right) / 2, (top + bottom) / 2


def ink(picture: Image.Image, content: bytes, name: str) -> int:
    """How many pixels of a page's picture are dark within the frame of a field."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        height = float(pdf.pages[0].mediabox[3])
    scale = picture.height / height
    left, top, right, bottom = place(content, name)
    box = tuple(round(side * scale) for side in (left + 2, height - top + 2, right - 2, height - bottom - 2))
    return sum(picture.convert("L").crop(box).histogram()[:100])


def picture(content: bytes, *, width: int = 1190) -> Image.Image:
    """The first page with what its fields show, as PDFium draws it."""
    pdf = pypdfium2.PdfDocument(content)
    pdf.init_forms()
    return pdf[0].render(scale=width / pdf[0].get_width()).to_pil()


def letters(cache: Path, text: str) -> bytes:
    """A Chinese font of the letters of a text, as programs embed them."""
    with TTFont(prepare_fonts(cache).directory / "zhaoshang-han-400.ttf", recalcTimestamp=False) as font:
        cut = Subsetter()
        cut.populate(text=text)
        cut.subset(font)
        program = io.BytesIO()
        font.save(program)
    return program.getvalue()


def with_font(content: bytes, program: bytes, name: str) -> bytes:
    """The form with a font that a program brings along to fill it in with."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        description = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name.Brought,
            FontFile2=pdf.make_stream(program),
            Flags=32,
            FontBBox=Array([0, -120, 1000, 880]),
            ItalicAngle=0,
            Ascent=880,
            Descent=-120,
            CapHeight=880,
            StemV=80,
        )
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name.Brought,
            Encoding=Name.WinAnsiEncoding,
            FirstChar=32,
            LastChar=32,
            Widths=Array([250]),
            FontDescriptor=pdf.make_indirect(description),
        )
        pdf.Root.AcroForm.DR.Font[name] = pdf.make_indirect(font)
        changed = io.BytesIO()
        pdf.save(changed)
    return changed.getvalue()


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_what_is_filled_in_is_read_back(
    paper: Paper, files: dict[str, bytes], caplog: pytest.LogCaptureFixture
) -> None:
    answers = {one.name: ANSWER for one in questions(paper) if one.entry not in BOXES}
    ticked = {one.name: "/on" for one in questions(paper) if one.entry is Entry.AGREED}
    read = PdfReader(io.BytesIO(filled(files[paper.id], answers | ticked)))
    texts = read.get_form_text_fields()
    assert {name: texts[name] for name in answers} == answers
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


def test_what_is_typed_in_a_viewer_is_read_back_and_shown(files: dict[str, bytes]) -> None:
    form = files["claim"]
    answers = {"name": "欧阳鑫", "project": "25 m² Müller", "proof": "石埠园3号厂房"}
    saved = typed(form, answers, ticked="agreed")
    read = PdfReader(io.BytesIO(saved))
    texts = read.get_form_text_fields()
    assert {name: texts[name] for name in answers} == answers
    assert (read.get_fields() or {})["agreed"]["/V"] == "/on"
    flat = pypdfium2.PdfDocument(saved)
    flat.init_forms()
    flat[0].flatten()
    shown = flat[0].get_textpage().get_text_range()
    assert all(answer in shown for answer in answers.values())
    before, after = picture(form), picture(saved)
    for name in (*answers, "agreed"):
        assert ink(before, form, name) == 0
        assert ink(after, form, name) > 0


def test_a_program_that_brings_a_chinese_font_is_understood_by_every_viewer(
    files: dict[str, bytes], cache: Path, tmp_path: Path
) -> None:
    form = with_font(files["claim"], letters(cache, ANSWER), "/Brought")
    done = filled(form, {"name": (ANSWER, "/Brought", 11), "agreed": "/on"})
    pictures = [picture(done)]
    if poppler := shutil.which("pdftoppm"):
        (tmp_path / "form.pdf").write_bytes(done)
        command = [poppler, "-png", "-singlefile", "-scale-to-x", "1190", "-scale-to-y", "-1"]
        subprocess.run([*command, "form.pdf", "form"], cwd=tmp_path, check=True, capture_output=True)
        pictures.append(Image.open(tmp_path / "form.png"))
    for one in pictures:
        assert ink(one, form, "name") > 1_500  # every character of the answer, not its Latin ones alone
        assert ink(one, form, "agreed") > 0
        assert ink(one, form, "project") == 0


def test_a_form_is_light_and_every_font_in_it_is_there(files: dict[str, bytes]) -> None:
    for content in files.values():
        assert len(content) < 90_000
        with pikepdf.open(io.BytesIO(content)) as pdf:
            faces = [one for one in pdf.objects if isinstance(one, Dictionary) and "/FontName" in one]
            assert faces
            assert all("/FontFile2" in face or "/FontFile3" in face for face in faces)


def test_fields_have_a_plain_font_of_western_europe_to_type_with(files: dict[str, bytes]) -> None:
    for content in files.values():
        with pikepdf.open(io.BytesIO(content)) as pdf:
            form = pdf.Root.AcroForm
            font = form.DR.Font.Typed
            assert (font.Subtype, font.Encoding) == (Name.Type1, Name.WinAnsiEncoding)
            assert len(font.Widths) == font.LastChar - font.FirstChar + 1
            assert min(font.Widths[ord(character) - int(font.FirstChar)] for character in "Aé9m²") > 0
            assert "+" not in str(font.BaseFont)  # the mark of a part, with which viewers do not write
            assert "/NeedAppearances" not in form  # asks viewers to change a file that was only looked at
            texts = [field for field in form.Fields if str(field.FT) == "/Tx"]
            assert all(str(field.DA).startswith("/Typed 11 Tf ") for field in texts)
            boxes = [field for field in form.Fields if str(field.FT) == "/Btn"]
            assert all(set(box.AP.N.keys()) == {"/on", "/Off"} for box in boxes)
            assert not set(pdf.pages[0].Resources.Font.keys()) & set(form.DR.Font.keys())


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
