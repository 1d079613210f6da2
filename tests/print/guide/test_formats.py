"""One guide in every format, as a reader, a screen reader and a printer's machine meet it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from openpyxl import load_workbook

from tests.print.guide.conftest import ROOT, TODAY, with_chapters, with_format, with_selection
from zhaoshang.domain.guide import Format, Guide
from zhaoshang.domain.library import Library
from zhaoshang.exchange.catalogue import enclosed_catalogue
from zhaoshang.print.document import Rendered
from zhaoshang.print.fonts import prepare_fonts
from zhaoshang.print.guide.composer import compose
from zhaoshang.print.guide.edition import Edition
from zhaoshang.print.guide.guides import build_guides
from zhaoshang.print.guide.sheet import SHEETS
from zhaoshang.print.press import Press, render
from zhaoshang.reading.words import Lexicon

POINT = 25.4 / 72
SIZES = {Format.PHONE: (90, 160)}
A4 = (210, 297)


def small(edition: Edition) -> Edition:
    """A few pages of everything that is set in a way of its own."""
    chapters = ("reasons", "projects", "contacts")
    return with_chapters(with_selection(edition, projects=("citrus-nfc",)), *chapters)


def kinds(editions: dict[str, Edition]) -> dict[str, Edition]:
    made = {one.value: with_format(small(editions["zh"]), one) for one in Format if one is not Format.A4}
    return made | {"parallel": with_format(small(editions["zh"]), Format.A4, parallel=True)}


@pytest.fixture(scope="session", params=["phone", "plain", "print-shop", "archive", "parallel"])
def edition(request: pytest.FixtureRequest, editions: dict[str, Edition]) -> Edition:
    return kinds(editions)[request.param]


@pytest.fixture(scope="session")
def rendered(edition: Edition, lexicon: Lexicon, cache: Path) -> Rendered:
    document = compose(edition, lexicon, root=ROOT)
    return render(document, cache=cache)


def opened(rendered: Rendered) -> pikepdf.Pdf:
    assert rendered.pdf is not None, rendered.findings
    return pikepdf.open(io.BytesIO(rendered.pdf))


def structure(element: pikepdf.Object, kind: str) -> Iterator[pikepdf.Object]:
    """Every element of a kind in the structure of a tagged file."""
    if isinstance(element, pikepdf.Array):
        for child in element:
            yield from structure(child, kind)
    elif isinstance(element, pikepdf.Dictionary):
        if element.get("/S") == kind:
            yield element
        if "/K" in element:
            yield from structure(element.K, kind)


def rows_of(table: pikepdf.Object) -> list[int]:
    """How many columns each row of a table has."""
    return [
        sum(int(cell.get("/A", {}).get("/ColSpan", 1)) for cell in row.K if cell.get("/S") in ("/TH", "/TD"))
        for row in structure(table, "/TR")
    ]


def test_the_press_has_nothing_to_remark(rendered: Rendered) -> None:
    assert rendered.findings.items == ()


def test_the_sheet_has_its_size_and_the_printer_his_bleed(rendered: Rendered, edition: Edition) -> None:
    with opened(rendered) as pdf:
        for page in pdf.pages:
            left, low, right, high = (float(edge) * POINT for edge in page.trimbox)
            assert (right - left, high - low) == pytest.approx(SIZES.get(edition.guide.format, A4), abs=0.1)
            bleed = (float(page.trimbox[0]) - float(page.mediabox[0])) * POINT
            assert bleed == pytest.approx(10 if edition.guide.format is Format.PRINT_SHOP else 0, abs=0.1)


def test_a_screen_reader_finds_headings_in_order_and_tables_of_equal_rows(rendered: Rendered) -> None:
    with opened(rendered) as pdf:
        assert pdf.Root.MarkInfo.Marked
        tree = pdf.Root.StructTreeRoot.K
        assert len(list(structure(tree, "/H1"))) >= 4
        for table in structure(tree, "/Table"):
            rows = rows_of(table)
            assert len(set(rows)) == 1, rows
            assert list(structure(table, "/TH"))


def test_readers_files_claim_the_standards_they_keep_to(rendered: Rendered, edition: Edition) -> None:
    if edition.guide.format is Format.PRINT_SHOP:
        return
    with opened(rendered) as pdf:
        claims = pdf.Root.Metadata.read_bytes()
        assert b"<pdfuaid:part>1" in claims or b'pdfuaid:part="1"' in claims
        assert (b"pdfaid:part" in claims) == (edition.guide.format is Format.ARCHIVE)


def test_no_type_is_smaller_than_six_points_and_none_leaves_the_sheet(rendered: Rendered) -> None:
    assert rendered.pdf is not None
    for page in pypdfium2.PdfDocument(rendered.pdf):
        words = page.get_textpage()
        left, low, right, high = page.get_trimbox()
        for index in range(words.count_chars()):
            if words.get_text_range(index, 1).strip():
                x0, y0, x1, y1 = words.get_charbox(index)
                assert left <= x0 <= x1 <= right
                assert low <= y0 <= y1 <= high
                assert pypdfium2.raw.FPDFText_GetFontSize(words.raw, index) >= 6


def test_the_code_on_the_cover_can_be_read(rendered: Rendered, edition: Edition) -> None:
    assert rendered.pdf is not None
    image = pypdfium2.PdfDocument(rendered.pdf)[0].render(scale=2).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(image)] == [edition.register]


def test_the_printer_gets_words_in_black_ink_alone(
    editions: dict[str, Edition], lexicon: Lexicon, cache: Path
) -> None:
    edition = with_chapters(with_format(editions["zh"], Format.PRINT_SHOP), "letter", "location")
    made = render(compose(edition, lexicon, root=ROOT), cache=cache)
    with opened(made) as pdf:
        said = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert re.search(rb"/DeviceCMYK cs\s+0 0 0 1 scn", said)
    assert b" rg" in said  # the pictures keep the place's colours


def test_large_print_is_set_in_fourteen_points_without_a_picture(
    editions: dict[str, Edition], lexicon: Lexicon
) -> None:
    document = compose(kinds(editions)["plain"], lexicon, root=ROOT)
    assert document.html.count("<svg") == document.html.count('class="graphic graphic-')
    assert "graphic-cover" not in document.html
    assert "graphic-opening" not in document.html


@pytest.fixture(scope="session")
def archives(
    library: Library,
    lexicon: Lexicon,
    editions: dict[str, Edition],
    cache: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> list[bytes]:
    """The archive edition made twice: from the cache of the other tests, and from one that holds only the fonts."""
    empty = tmp_path_factory.mktemp("archive-cache")
    prepare_fonts(cache)
    (empty / "fonts").symlink_to(cache / "fonts")
    guide = kinds(editions)["archive"].guide.model_copy(update={"languages": ("zh",)})
    return [_archived(library, lexicon, guide, each) for each in (cache, empty)]


def _archived(library: Library, lexicon: Lexicon, guide: Guide, cache: Path) -> bytes:
    with Press(cache=cache) as press:
        made = build_guides(
            library,
            lexicon,
            root=ROOT,
            today=TODAY,
            press=press,
            guides=(guide,),
            enclose=lambda edition: enclosed_catalogue(edition, lexicon=lexicon),
        )
    return made.artifacts[0].content


def test_the_archive_carries_the_catalogue_of_its_own_records(archives: list[bytes]) -> None:
    with pikepdf.open(io.BytesIO(archives[0])) as pdf:
        (name, file), *others = pdf.attachments.items()
        book = load_workbook(io.BytesIO(file.get_file().read_bytes()))
        assert (name, str(file.obj.AFRelationship), others) == ("catalogue.xlsx", "/Data", [])
        assert str(file.obj.Desc)
    assert book.sheetnames == ["项目"]
    assert [row[0].value for row in book.worksheets[0].iter_rows(min_row=2)] == ["projects/citrus-nfc"]


def test_an_archive_with_its_catalogue_comes_out_the_same_twice(archives: list[bytes]) -> None:
    assert archives[0] == archives[1]


def test_every_format_has_a_sheet_and_every_sheet_its_styles() -> None:
    assert set(SHEETS) == set(Format)
    for sheet in SHEETS.values():
        for style in sheet.styles:
            assert (ROOT / "templates" / "print" / "css" / style).is_file()
