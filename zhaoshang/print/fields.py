"""The fields of a form as viewers can write in them.

WeasyPrint hands the fields a font by the numbers of its glyphs, made to be drawn with, not typed with, and asks every
viewer to draw all fields anew when the file is opened. Here they get a plain font instead, whole, of Western European
characters (`WinAnsiEncoding`). What else a reader types, Chinese above all, the viewer sets in a font of the reader's own
computer and keeps in the file. So a form has 40 to 80 KB where one with a Chinese font has 1.5 MB, and every font in it is
there (PDF/UA-1, 7.21.4.1).

Two other ways were tried. A Chinese font that is named and not embedded (STSong-Light) is drawn by all viewers too, but is
a font that is not there, and sets letters and figures badly. A part of a Chinese font is worse than none: viewers do not
look further for what it lacks. A program that fills in Chinese brings a font, as viewers do: poppler alone looks for none
when it draws a field anew (`NeedAppearances`).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from fontTools.ttLib import TTFont
from weasyprint.pdf import pydyf

from zhaoshang.print.fonts import FORM, TYPED

NAME = "Typed"
"""What the fields call their font."""

_BASE = b"/" + FORM.replace(" ", "-").encode()
_FIRST, _LAST = 32, 255
_NONSYMBOLIC = 1 << 5  # of a font descriptor: ISO 32000-1, table 123
_KEPT = re.compile(rb"[\d.]+ Tf|[\d.]+ [\d.]+ [\d.]+ rg")
"""The size of typed words, and their colour."""


def finish_form(_document: object, pdf: Any) -> None:
    """Give the fields a font to type with in place of WeasyPrint's."""
    font = _taken(pdf)
    _make_plain(pdf, font)
    form = pdf.catalog["AcroForm"]
    form["DR"] = pydyf.Dictionary({"Font": pydyf.Dictionary({NAME: font.reference})})
    form["DA"] = _appearance(b"0 Tf")  # of the boxes to tick, which have none of their own
    del form["NeedAppearances"]
    for field in [one for one in _dictionaries(pdf) if one.get("Subtype") == "/Widget"]:
        if "DA" in field:
            field["DA"] = _appearance(field["DA"].string)
        else:
            _leave_open(pdf, field)


def _leave_open(pdf: Any, box: Any) -> None:
    """Say what a box looks like that is not ticked: the page draws its frame, so viewers need not add their own."""
    x, y, right, top = box["Rect"]
    nothing = {"Type": "/XObject", "Subtype": "/Form", "BBox": pydyf.Array([0, 0, right - x, top - y])}
    pdf.add_object(empty := pydyf.Stream([], nothing))
    box["AP"]["N"]["Off"] = empty.reference
    box["MK"] = pydyf.Dictionary({"CA": pydyf.String("4")})  # the tick of ZapfDingbats


def _taken(pdf: Any) -> Any:
    """The font of the fields, which no page needs any more."""
    drawn = (one for one in _dictionaries(pdf) if one.get("Subtype") == "/Type0")
    font = next(one for one in drawn if one["BaseFont"].endswith(_BASE[1:]))
    for fonts in _dictionaries(pdf):
        for key in [key for key, value in fonts.items() if value == font.reference]:
            del fonts[key]
    return font


def _make_plain(pdf: Any, font: Any) -> None:
    """Let the font be written with by the codes of its characters; it is whole, so its name bears no mark of a part."""
    drawn = _at(pdf, font.pop("DescendantFonts")[0])
    descriptor = _at(pdf, drawn["FontDescriptor"])
    descriptor |= {"FontName": _BASE, "Flags": _NONSYMBOLIC}
    program = _at(pdf, descriptor["FontFile3"])
    with TTFont(io.BytesIO(b"".join(program.stream))) as whole:
        widths = pydyf.Array(_widths(whole))
        program.stream, program.extra = [whole.reader["CFF "]], {"Subtype": "/Type1C"}
    drawn.clear()
    del font["ToUnicode"]
    font |= {
        "Subtype": "/Type1",
        "BaseFont": _BASE,
        "Encoding": "/WinAnsiEncoding",
        "FirstChar": _FIRST,
        "LastChar": _LAST,
        "Widths": widths,
        "FontDescriptor": descriptor.reference,
    }


def _widths(font: TTFont) -> Iterator[int]:
    """How wide each character is, in thousandths of the em."""
    cmap, metrics, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    for code in range(_FIRST, _LAST + 1):
        character = bytes([code]).decode(TYPED, errors="replace")
        width, _bearing = metrics[cmap.get(ord(character), ".notdef")]
        yield round(width * 1000 / em)


def _appearance(said: bytes) -> Any:
    """How words are typed: in which font, size and colour; `said` is how WeasyPrint puts it."""
    size, *colour = reversed(_KEPT.findall(said))
    return pydyf.String(b" ".join([b"/" + NAME.encode(), size, *colour]))


def _dictionaries(pdf: Any) -> Iterator[Any]:
    return (thing for thing in pdf.objects if isinstance(thing, pydyf.Dictionary))


def _at(pdf: Any, reference: bytes) -> Any:
    """The object a reference leads to."""
    return pdf.objects[int(reference.split()[0])]
