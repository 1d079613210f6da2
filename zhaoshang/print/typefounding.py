"""Cutting a static face from a variable font: the weight, the em box, the squeeze of Chinese marks.

Only `fonts` calls this, once per installation.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import uharfbuzz
from fontTools.agl import LEGACY_AGL2UV, UV2AGL
from fontTools.fontBuilder import FontBuilder
from fontTools.otlLib.builder import buildCoverage, buildValue
from fontTools.pens.filterPen import DecomposingFilterPen
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

from zhaoshang.print.setting.characters import CLOSING, OPENING

_ASCENT, _DESCENT = 880, 120  # the ideographic em box, in thousandths of the em
_EPOCH = 2082844800  # 1970-01-01 in the seconds of TrueType, which count from 1904
_NAMES = {code: name for name, (code, *more) in sorted(LEGACY_AGL2UV.items()) if not more} | UV2AGL
"""Adobe's names of glyphs by their characters: those for new fonts, which have no word for ², and the older ones."""


def code_points(master: Path) -> set[int]:
    """Every code point the font can print."""
    with TTFont(master, lazy=True) as font:
        return set(font.getBestCmap())


def instance(master: Path, weights: Sequence[int], *, family: str, characters: str = "") -> Iterable[bytes]:
    """The font pinned to each weight in turn, with every glyph and feature it had; or the letters of a charset only.

    HarfBuzz does in a fifth of a second what takes fontTools ten. It reads the edited tables in place of the
    master's own, so the edits are made once for all weights.
    """
    original = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(master)))
    tables = _edited_tables(master, family)  # HarfBuzz does not hold what it is lent: this does, to the end

    def table(_face: object, tag: str, _data: object) -> bytes:
        if tag not in tables:
            tables[tag] = original.reference_table(tag).data or b""
        return tables[tag]

    face = uharfbuzz.Face.create_for_tables(table, None)
    for weight in weights:
        request = uharfbuzz.SubsetInput()
        request.pin_axis_location(face, "wght", weight)
        if characters:
            request.unicode_set.update(charset(characters))
            yield _letters(uharfbuzz.subset(face, request).blob.data, family)
        else:
            request.keep_everything()
            yield uharfbuzz.subset(face, request).blob.data


def _letters(font: bytes, family: str) -> bytes:
    """The letters of a static font by Adobe's names for them, in cubic curves (CFF), without features: a quarter less to
    carry, and what `WinAnsiEncoding` of PDF finds them by.
    """
    with TTFont(io.BytesIO(font)) as original:
        glyphs, em, metrics = original.getGlyphSet(), original["head"].unitsPerEm, original["hhea"]
        cmap = sorted(original.getBestCmap().items())
        named = {".notdef": ".notdef"} | {_NAMES[code]: glyph for code, glyph in cmap}
        made = FontBuilder(em, isTTF=False)
        made.setupGlyphOrder(list(named))
        made.setupCharacterMap({code: _NAMES[code] for code, _glyph in cmap})
        curves = {name: _cubic(glyphs, glyph) for name, glyph in named.items()}
        made.setupCFF(family.replace(" ", ""), {"FullName": family}, curves, {})
        made.setupHorizontalMetrics({name: (glyphs[glyph].width, 0) for name, glyph in named.items()})
        made.setupHorizontalHeader(ascent=metrics.ascent, descent=metrics.descent)
    made.setupNameTable({"familyName": family, "styleName": "Regular"})
    made.setupOS2(sTypoAscender=metrics.ascent, sTypoDescender=metrics.descent)
    made.setupPost(keepGlyphNames=False)
    made.updateHead(created=_EPOCH, modified=_EPOCH)
    made.font.recalcTimestamp = False
    whole = io.BytesIO()
    made.save(whole)
    return whole.getvalue()


def _cubic(glyphs: Any, name: str) -> Any:
    """A glyph of quadratic curves and of parts, in one piece, in as few cubic curves as keep to it within a unit."""
    pen = T2CharStringPen(glyphs[name].width, glyphs)
    glyphs[name].draw(DecomposingFilterPen(Qu2CuPen(pen, max_err=1, all_cubic=True), glyphs))
    return pen.getCharString()


def charset(name: str) -> frozenset[int]:
    """The code points of a charset of Python, as far as the basic plane goes."""
    return frozenset(ord(text) for text in map(chr, range(0x20, 0xFFFE)) if _has(name, text))


def _has(name: str, text: str) -> bool:
    try:
        return bool(text.encode(name))
    except UnicodeEncodeError:
        return False


def _edited_tables(master: Path, family: str) -> dict[str, bytes]:
    with TTFont(master, lazy=True, recalcBBoxes=False, recalcTimestamp=False) as font:
        tags = ["head", "hhea", "OS/2", "name"]
        _set_em_box(font)
        _set_names(font, family)
        font["head"].modified = font["head"].created = _EPOCH
        if "MVAR" in font:  # would move the em box with the weight
            tags.append("MVAR")
            _forget_vertical_variations(font["MVAR"].table)
        if _add_squeeze(font):
            tags.append("GPOS")
        return {tag: font.getTableData(tag) for tag in tags}


def _set_em_box(font: TTFont) -> None:
    scale = font["head"].unitsPerEm / 1000
    ascent, descent = round(_ASCENT * scale), round(_DESCENT * scale)
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ascent, -descent, 0
    metrics = font["OS/2"]
    metrics.sTypoAscender, metrics.sTypoDescender, metrics.sTypoLineGap = ascent, -descent, 0
    metrics.usWinAscent, metrics.usWinDescent = ascent, descent


def _set_names(font: TTFont, family: str) -> None:
    """A name of our own: the licence reserves the name of the original for the original."""
    for record in font["name"].names:
        if record.nameID in {1, 16, 4}:
            record.string = family
        elif record.nameID in {3, 6, 25}:
            record.string = family.replace(" ", "")


def _forget_vertical_variations(table: Any) -> None:
    vertical = {"hasc", "hdsc", "hlgp", "hcla", "hcld"}
    table.ValueRecord = [record for record in table.ValueRecord if record.ValueTag not in vertical]
    table.ValueRecordCount = len(table.ValueRecord)


def _add_squeeze(font: TTFont) -> bool:
    """Add `chws`: of two adjoining Chinese marks the first loses the empty half it turns to the second.

    The two em of a pair become one and a half (CLREQ, adjustment of consecutive punctuation). Done in the
    font, it holds wherever a pair meets and costs the renderer nothing. Returns whether the font has such
    marks.
    """
    cmap = font.getBestCmap()
    opening = [cmap[ord(mark)] for mark in OPENING if ord(mark) in cmap]
    closing = [cmap[ord(mark)] for mark in CLOSING if ord(mark) in cmap]
    if "GPOS" not in font or cmap.get(ord("，")) not in closing:
        return False
    half = -font["head"].unitsPerEm // 2
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag = 2, 0
    lookup.SubTable = [
        _pairs(font, closing, [*closing, *opening], half),
        _pairs(font, opening, opening, half),
    ]
    lookup.SubTableCount = len(lookup.SubTable)
    _append_feature(font["GPOS"].table, "chws", lookup)
    return True


def _pairs(font: TTFont, first: list[str], second: list[str], advance: int) -> otTables.PairPos:
    table = otTables.PairPos()
    table.Format = 2
    table.Coverage = buildCoverage(set(first), font.getReverseGlyphMap())
    table.ValueFormat1, table.ValueFormat2 = 4, 0  # 4: the advance of the first glyph
    table.ClassDef1, table.ClassDef2 = otTables.ClassDef1(), otTables.ClassDef2()
    table.ClassDef1.classDefs = {}
    table.ClassDef2.classDefs = dict.fromkeys(second, 1)
    table.Class1Count, table.Class2Count = 1, 2
    row = otTables.Class1Record()
    row.Class2Record = [otTables.Class2Record(), otTables.Class2Record()]
    for cell, value in zip(row.Class2Record, (0, advance), strict=True):
        cell.Value1 = buildValue({"XAdvance": value})
    table.Class1Record = [row]
    return table


def _append_feature(table: Any, tag: str, lookup: otTables.Lookup) -> None:
    table.LookupList.Lookup.append(lookup)
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    record = otTables.FeatureRecord()
    record.FeatureTag, record.Feature = tag, otTables.Feature()
    record.Feature.FeatureParams = None
    record.Feature.LookupListIndex = [table.LookupList.LookupCount - 1]
    record.Feature.LookupCount = 1
    table.FeatureList.FeatureRecord.append(record)
    table.FeatureList.FeatureCount = len(table.FeatureList.FeatureRecord)
    for script in table.ScriptList.ScriptRecord:
        systems = [script.Script.DefaultLangSys, *(r.LangSys for r in script.Script.LangSysRecord)]
        for system in filter(None, systems):
            system.FeatureIndex.append(table.FeatureList.FeatureCount - 1)
            system.FeatureCount = len(system.FeatureIndex)
