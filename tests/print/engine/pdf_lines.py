"""The printed lines of a PDF as a reader sees them: characters by position, not by the order of the file."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as raw


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its characters, and its ink from the left to the right edge, in points."""

    text: str
    left: float
    right: float
    page: int


def printed_lines(pdf: bytes) -> list[Line]:
    """Every line, from the top of each page down. What shares a baseline is one line, so not for columns."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [line for number, page in enumerate(document, 1) for line in _lines_of(page, number)]
    finally:
        document.close()


def text_of(pdf: bytes) -> str:
    """The text as a reader's search finds it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _lines_of(page: pypdfium2.PdfPage, number: int) -> Iterator[Line]:
    text = page.get_textpage()
    rows: dict[float, list[tuple[float, float, float, str]]] = {}
    for index in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text.raw, index))
        if raw.FPDFText_IsGenerated(text.raw, index) or character.isspace():
            continue
        x, y = _origin(text, index)
        left, _bottom, right, _top = text.get_charbox(index)
        row = next((key for key in rows if abs(key - y) < 0.5), y)
        rows.setdefault(row, []).append((x, left, right, character))
    for y in sorted(rows, reverse=True):
        cells = sorted(rows[y])
        ink = min(cell[1] for cell in cells), max(cell[2] for cell in cells)
        yield Line("".join(cell[3] for cell in cells), *ink, number)


def _origin(text: pypdfium2.PdfTextPage, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text.raw, index, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value
