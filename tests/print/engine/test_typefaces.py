"""The faces: static, complete, of one em box, the same bytes wherever they are cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from zhaoshang.print.fonts import FACES, Face, FontSet, face_stylesheet, prepare_fonts
from zhaoshang.print.press import Press
from zhaoshang.print.setting.characters import CLOSING, OPENING
from zhaoshang.print.typefounding import instance


@pytest.fixture(scope="module")
def fonts(press: Press) -> FontSet:
    return prepare_fonts(press.cache)


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_a_face_is_static_and_has_the_em_box_of_all_others(fonts: FontSet, face: Face) -> None:
    with TTFont(fonts.directory / face.file, lazy=True) as font:
        assert "fvar" not in font
        assert "gvar" not in font
        em = font["head"].unitsPerEm
        assert (font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap) == (0.88 * em, -0.12 * em, 0)
        assert font["OS/2"].usWeightClass == face.weight
        assert "Source" not in font["name"].getDebugName(1)


def test_the_faces_come_out_the_same_again(fonts: FontSet) -> None:
    for face in (FACES[0], FACES[8], FACES[-1]):
        master = face.source.path(face.source.font)
        source = face.source
        (again,) = instance(master, [face.weight], family=source.family, characters=source.characters)
        assert again == (fonts.directory / face.file).read_bytes()


def test_the_second_time_nothing_is_built(fonts: FontSet, press: Press) -> None:
    before = {path: path.stat().st_mtime_ns for path in fonts.directory.iterdir()}
    assert prepare_fonts(press.cache) == fonts
    assert {path: path.stat().st_mtime_ns for path in fonts.directory.iterdir()} == before


def test_the_licences_stand_beside_the_faces(fonts: FontSet) -> None:
    texts = [path.read_text(encoding="utf-8") for path in fonts.directory.glob("OFL-*.txt")]
    assert len(texts) == 2
    assert all("SIL OPEN FONT LICENSE" in text.upper() for text in texts)


def test_names_units_and_marks_of_the_trade_are_covered(fonts: FontSet) -> None:
    assert fonts.missing("镕㙍䶮鿫堃昇㎡℃‰±×≥①→✓☑☐₂²āǎéü—…·～〔〕￥€" + OPENING + CLOSING) == []
    assert fonts.missing("𠮷字\u200b 😀字") == ["𠮷", "😀"]


def test_every_rule_names_one_file_of_its_own() -> None:
    rules = face_stylesheet("file:///").splitlines()
    assert len(rules) == len(FACES)
    keys = {rule.split("; src:")[0] for rule in rules}
    assert len(keys) == len(FACES)  # two files for one family, weight and style print wrong glyphs


def test_only_marks_that_meet_are_squeezed(fonts: FontSet) -> None:
    import uharfbuzz

    face = uharfbuzz.Face(Path(fonts.directory / FACES[0].file).read_bytes())
    font = uharfbuzz.Font(face)

    def advance(text: str) -> int:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer, {"chws": True})
        return sum(position.x_advance for position in buffer.glyph_positions)

    assert advance("甲，乙") == 3000
    assert advance("》（") == advance("。”") == advance("《《") == advance("）；") == 1500
    assert advance("”：“") == 2000
    assert advance("（》") == 2000
