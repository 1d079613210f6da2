"""Sheets as a workbook for Excel, WPS and LibreOffice: the same rows give the same bytes."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import Cell as GridCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from zhaoshang.exchange.sheet import Cell, Sheet, in_languages

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first day a ZIP archive can write; every entry bears it, so that the clock leaves no trace."""

LONGEST_NAME = 31
"""Characters Excel allows in the name of a sheet."""

_NAME_FORBIDS = re.compile(r"[\[\]:*?/\\]")
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
_HEAD = PatternFill("solid", fgColor="E8EEF2")
_NARROWEST, _WIDEST = 10, 60


def workbook(sheets: tuple[Sheet, ...], *, languages: tuple[str, ...], today: date) -> bytes:
    """The sheets as one .xlsx, dated `today`. No cell is ever a formula, whatever it begins with."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        name = _NAME_FORBIDS.sub(" ", _words(sheet.title, languages[:1]))[:LONGEST_NAME]
        _fill(book.create_sheet(name), sheet, languages)
    written = BytesIO()
    book.save(written)
    return _without_clock(written.getvalue(), datetime.combine(today, time()))


def _fill(grid: Worksheet, sheet: Sheet, languages: tuple[str, ...]) -> None:
    rows = sheet.rows or ((sheet.empty,),)
    for number, row in enumerate((sheet.columns, *rows), start=1):
        for place, value in enumerate(row, start=1):
            cell = grid.cell(number, place)
            assert isinstance(cell, GridCell)
            _put(cell, value, languages)
            if number == 1:
                cell.font, cell.fill = Font(bold=True), _HEAD
    for place in range(1, len(sheet.columns) + 1):
        grid.column_dimensions[get_column_letter(place)].width = _width(sheet, place - 1, languages)
    grid.freeze_panes = "A2"
    grid.page_setup.orientation = "landscape"
    grid.page_setup.fitToHeight = 0
    grid.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    grid.print_title_rows = "1:1"


def _put(cell: GridCell, value: Cell, languages: tuple[str, ...]) -> None:
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if isinstance(value, int | date):
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "yyyy-mm-dd"
        return
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", _words(value, languages))
    cell.data_type = "s"


def _words(value: Cell, languages: tuple[str, ...]) -> str:
    return "\n".join(words for _, words in in_languages(value, languages))


def _width(sheet: Sheet, place: int, languages: tuple[str, ...]) -> int:
    """The width of the longest line of a column in characters; a Han character takes two."""
    cells = (row[place] for row in (sheet.columns, *sheet.rows))
    lines = (line for cell in cells for line in _words(cell, languages).split("\n"))
    longest = max(sum(2 if ord(letter) > 0x2E7F else 1 for letter in line) for line in lines)
    return min(max(longest + 2, _NARROWEST), _WIDEST)


def _without_clock(archive: bytes, stamp: datetime) -> bytes:
    """The archive written anew with fixed times: openpyxl puts the clock into the entries and the properties."""
    written = BytesIO()
    fixed = rb"\g<1>" + stamp.strftime("%Y-%m-%dT%H:%M:%SZ").encode() + rb"\g<3>"
    with ZipFile(BytesIO(archive)) as old, ZipFile(written, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, _STAMP.sub(fixed, content) if name == "docProps/core.xml" else content)
    return written.getvalue()
