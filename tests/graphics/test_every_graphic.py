"""What holds for every graphic in both languages on every sheet."""

from __future__ import annotations

import pytest
from county import DRAWINGS, SHEETS
from drawn_svg import assert_sound, collisions, root_of

from zhaoshang.graphics import Graphic

EVERY = [
    pytest.param(draw, language, sheet, id=f"{name}-{language}-{where}")
    for name, draw in DRAWINGS.items()
    for language in ("zh", "en")
    for where, sheet in SHEETS.items()
]


@pytest.mark.parametrize(("draw", "language", "sheet"), EVERY)
def test_a_graphic_is_sound(draw, language, sheet):
    assert_sound(draw(language, sheet))


@pytest.mark.parametrize(("draw", "language", "sheet"), EVERY)
def test_no_label_prints_over_another(draw, language, sheet):
    assert collisions(draw(language, sheet)) == []


@pytest.mark.parametrize(("draw", "language", "sheet"), EVERY)
def test_the_same_data_is_the_same_drawing(draw, language, sheet):
    assert draw(language, sheet) == draw(language, sheet)


@pytest.mark.parametrize(("draw", "language", "sheet"), EVERY)
def test_the_table_is_whole_and_described(draw, language, sheet):
    graphic: Graphic = draw(language, sheet)
    assert graphic.table.rows
    assert {len(row) for row in graphic.table.rows} == {len(graphic.table.columns)}
    assert all(row[0] in graphic.description for row in graphic.table.rows)
    root = root_of(graphic)
    assert (root[0].text, root[1].text) == (graphic.title, graphic.description)


def test_a_screen_drawing_names_tones_and_a_paper_drawing_fixes_colours():
    for draw in DRAWINGS.values():
        screen, paper = draw("zh", SHEETS["desktop"]).svg, draw("zh", SHEETS["page"]).svg
        assert 'class="gf-' in screen
        assert "gf-" not in paper and "gs-" not in paper
        assert 'width="760"' in screen and 'width="481.89pt"' in paper


def test_only_paper_names_its_typeface():
    for draw in DRAWINGS.values():
        assert "font-family" not in draw("en", SHEETS["desktop"]).svg
        assert 'font-family="sans-serif"' in draw("en", SHEETS["page"]).svg
