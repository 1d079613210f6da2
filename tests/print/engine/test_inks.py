"""Colours of a screen as inks of a printer."""

from __future__ import annotations

import pytest

from zhaoshang.graphics import Brand, light_palette
from zhaoshang.print.document import Variant
from zhaoshang.print.inks import in_inks, inks, printed
from zhaoshang.print.tokens import tokens

PALETTE = light_palette(Brand(river="#0b4f6c", sun="#c8630f", field="#1f7a5c"))


def plates_of(said: str) -> tuple[float, float, float, float]:
    c, m, y, k = map(float, said.removeprefix("device-cmyk(").removesuffix(")").split())
    return c, m, y, k


def test_black_and_white_are_one_plate_and_none() -> None:
    assert (inks("#000"), inks("#ffffff")) == ("device-cmyk(0 0 0 1)", "device-cmyk(0 0 0 0)")


@pytest.mark.parametrize(
    "colour", ["#0b4f6c", "#113c50", "#1f7a5c", "#c8630f", "#6f9fb0", "#fdf3e3", "#72a88e"]
)
def test_a_mixture_looks_like_the_colour_it_stands_for(colour: str) -> None:
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    assert all(abs(a - b) <= 9 for a, b in zip(printed(plates_of(inks(colour))), wanted, strict=True))


@pytest.mark.parametrize("colour", sorted(set(PALETTE.colours.values())))
def test_no_more_ink_lies_on_the_paper_than_it_bears(colour: str) -> None:
    assert sum(plates_of(inks(colour))) <= 3


def test_a_drawing_is_painted_in_inks_and_its_words_are_left_alone() -> None:
    drawn = in_inks('<rect fill="#000000" stroke="#fff"/><text fill="none">fill="x"</text>')
    assert drawn == (
        '<rect fill="device-cmyk(0 0 0 1)" stroke="device-cmyk(0 0 0 0)"/><text fill="none">fill="x"</text>'
    )


def test_the_printers_edition_has_no_colour_of_a_screen() -> None:
    assert "#" not in tokens(PALETTE, variant=Variant.PRINT_SHOP)
    assert "#" in tokens(PALETTE, variant=Variant.TAGGED)
