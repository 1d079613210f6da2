from __future__ import annotations

import re

import pytest

from zhaoshang.graphics import Brand, Tone, dark_palette, light_palette, stylesheet
from zhaoshang.graphics.palette import SERIES, contrast, legible, mix

BRANDS = [
    Brand(),
    Brand("#1f4fa3", "#f2c230", "#9ac46b"),
    Brand("#8c1d1d", "#f7e08a", "#dff0d0"),
    Brand("#000000", "#ffffff", "#ffffff"),
]
PALETTES = [make(brand) for brand in BRANDS for make in (light_palette, dark_palette)]


@pytest.mark.parametrize("palette", PALETTES)
def test_words_are_legible_on_every_ground_they_stand_on(palette):
    for ground in (Tone.SURFACE, Tone.TINT):
        assert contrast(palette[Tone.INK], palette[ground]) >= 4.5
        assert contrast(palette[Tone.MUTED], palette[ground]) >= 4.5
    assert contrast(palette[Tone.INK], palette[Tone.TINT_DEEP]) >= 4.5
    assert contrast(palette[Tone.ON_ACCENT], palette[Tone.ACCENT]) >= 4.5
    assert contrast(palette[Tone.SIGNAL], palette[Tone.SURFACE]) >= 4.5
    assert contrast(palette[Tone.SIGNAL], palette[Tone.SIGNAL_TINT]) >= 4.5


@pytest.mark.parametrize("palette", PALETTES)
def test_lines_and_areas_stand_out_from_the_page(palette):
    assert all(contrast(palette[tone], palette[Tone.SURFACE]) >= 3 for tone in (*SERIES, Tone.ACCENT))


@pytest.mark.parametrize("palette", PALETTES)
def test_every_tone_has_a_colour(palette):
    assert all(re.fullmatch("#[0-9a-f]{6}", palette[tone]) for tone in Tone)


def test_the_stylesheet_sets_every_tone_by_day_and_by_night():
    css = stylesheet(light_palette(), dark_palette())
    for tone in Tone:
        assert css.count(f"--g-{tone}:") == 4
        assert f".gf-{tone}{{fill:var(--g-{tone})}}" in css
        assert f".gs-{tone}{{stroke:var(--g-{tone})}}" in css


def test_a_brand_colour_too_pale_for_words_is_darkened():
    assert contrast(legible("#ffe066", "#ffffff", "#15262e"), "#ffffff") >= 4.5
    assert legible("#15262e", "#ffffff", "#15262e") == "#15262e"


def test_mixing_keeps_the_ends():
    assert (mix("#102030", "#ffffff", 0), mix("#102030", "#ffffff", 100)) == ("#102030", "#ffffff")


def test_a_colour_in_another_spelling_is_refused():
    with pytest.raises(ValueError, match="#rrggbb"):
        mix("teal", "#ffffff", 10)
