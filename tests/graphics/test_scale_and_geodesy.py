from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhaoshang.graphics import Place
from zhaoshang.graphics.markup import element, number
from zhaoshang.graphics.scale import Scale, exact, plain

FIGURES = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=Decimal("-1e60"), max_value=Decimal("1e60")
)


def place(latitude: str, longitude: str) -> Place:
    return Place(Decimal(latitude), Decimal(longitude))


def test_ticks_are_round():
    assert [plain(tick) for tick in Scale.over([Decimal("0.034")]).ticks()] == ["0", "0.01", "0.02", "0.03"]
    assert [plain(tick) for tick in Scale.over([11700]).widened().ticks()] == [
        "0",
        "5,000",
        "10,000",
        "15,000",
    ]


def test_a_scale_without_figures_is_not_empty():
    assert Scale.over([]).at(1) == 1


def test_what_is_no_figure_is_refused():
    with pytest.raises(ValueError, match="NaN"):
        exact(Decimal("NaN"))
    with pytest.raises(ValueError, match="cannot be drawn"):
        number(float("inf"))


@settings(derandomize=True, max_examples=80, deadline=None)
@given(st.lists(FIGURES, min_size=1, max_size=8))
def test_a_scale_holds_any_magnitude_in_order(values):
    scale = Scale.over(values)
    places = [scale.at(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(0 <= share <= 1 for share in places)
    assert all(scale.low <= tick <= scale.high for tick in scale.ticks())
    assert scale.widened().low <= scale.low <= scale.high <= scale.widened().high


def test_due_north_and_due_east_on_the_equator():
    origin = place("0", "0")
    assert origin.bearing_to(place("10", "0")) == 0
    assert origin.bearing_to(place("0", "10")) == 90


def test_great_circles_bend_towards_the_pole():
    assert 0 < place("31", "108").bearing_to(place("31", "121")) < 90


def test_a_bearing_over_the_date_line_takes_the_short_way():
    assert place("0", "179").bearing_to(place("0", "-179")) == 90


def test_a_place_off_the_globe_is_refused():
    with pytest.raises(ValueError, match="no such place"):
        place("91", "0")


def test_coordinates_are_short_and_text_is_escaped():
    assert [number(value) for value in (3.0, -0.001, 12.256, 1 / 3)] == ["3", "0", "12.26", "0.33"]
    assert (
        element("text", class_="a", stroke_width=Fraction(1, 2).__float__())
        == '<text class="a" stroke-width="0.5"/>'
    )
    assert element("g", fill='"<&') == '<g fill="&quot;&lt;&amp;"/>'
