"""What holds for every figure and every text."""

from __future__ import annotations

import ast
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

import zhaoshang.values
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Marker, Quantity, Style, Unit, column, show, split
from zhaoshang.values.conversion import near_unit
from zhaoshang.values.figures import scaled, suitable_scale
from zhaoshang.values.units import measures, spellings
from zhaoshang.values.wording import wording

always_the_same = settings(derandomize=True, deadline=None, max_examples=300)
and_many = settings(always_the_same, max_examples=1500)

ABOVE = sorted(name for name, measure in measures().items() if measure.spelled)
CALLED_OTHERWISE = {"permille"}
BELOW = ["m2", "mu", "t", "kWh", "person", "km", "container", "month", "year", "day", "hour"]
MARKERS = sorted(set(Marker) - {Marker.PLUS_MINUS})
SIGNS = "0123456789.,-+～~—至到 约近余多超过以上下不低于±%‰。/·每（）()元万亿千百十两三亩米吨人家个天月年kKVAWhmRMBUS$"

numbers = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places),
    st.one_of(st.integers(1, 10**6), st.integers(1, 999).map(lambda n: n * 10**8), st.integers(1, 10**16)),
    st.integers(0, 4),
)
units = st.builds(
    lambda measure, per: Unit.of(measure, *per),
    st.sampled_from(ABOVE),
    st.lists(st.sampled_from(BELOW), max_size=2, unique=True),
)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    unit, marker, number = draw(units), draw(st.sampled_from(MARKERS)), draw(numbers)
    assume(unit != Unit("year") or not 1900 <= number <= 2100)
    if marker.takes_range and draw(st.booleans()):
        return Quantity(number, number + draw(numbers), unit, marker)
    low = None if marker in (Marker.UP_TO, Marker.BELOW) else number
    high = None if marker in (Marker.AT_LEAST, Marker.SOME, Marker.OVER) else number
    return Quantity(low, high, unit, marker)


@given(quantities())
@always_the_same
def test_what_chinese_says_is_read_as_the_same_quantity(quantity):
    said = show(quantity, "zh", style=Style.SHORT)
    assert Quantity.parse(said) == quantity


@given(quantities(), st.data())
@always_the_same
def test_every_word_of_a_marker_is_kept_and_read_again(quantity, data):
    if quantity.marker is Marker.EXACT:
        return
    own = wording("zh").markers[quantity.marker]
    word = data.draw(st.sampled_from([*own.before, *own.after, *own.inside]))
    again = Quantity.parse(show(replace(quantity, word=word), "zh", style=Style.SHORT))
    assert again == quantity
    assert again.word == word or not word.isalpha()


@given(quantities().filter(lambda quantity: not quantity.is_range))
@always_the_same
def test_what_english_says_of_a_single_figure_is_read_as_the_same_amount(quantity):
    assume(all(_says_itself(name) for name in (quantity.unit.measure, *quantity.unit.per)))
    again = Quantity.parse(show(quantity, "en"))
    assert (again.base_low, again.base_high) == (quantity.base_low, quantity.base_high)
    assert again.unit.base == quantity.unit.base


def _says_itself(name: str) -> bool:
    """Whether English calls the unit by a word of its own: 亩 becomes ha, 套 and 台 are both units, 个 is nothing."""
    said = wording("en").units[name]
    own = said.before or name in CALLED_OTHERWISE or spellings().find(said.many.replace(" ", "")) == name
    return own and not said.instead and not said.per_instead


@given(st.one_of(st.text(), st.text(alphabet=SIGNS, max_size=14)))
@and_many
def test_any_text_is_read_or_refused_and_never_breaks(text):
    try:
        quantity = Quantity.parse(text)
    except Refusal as refusal:
        assert refusal.code.startswith("Z2")
        return
    assert quantity.low is not None or quantity.high is not None
    for language in ("zh", "en"):
        assert show(quantity, language)
        assert split(quantity, language)[0]
        assert column([quantity, quantity], language) is not None


@given(numbers, st.sampled_from(["zh", "en"]))
@always_the_same
def test_rescaling_keeps_every_digit(number, language):
    scale = suitable_scale(number, wording(language))
    assert Fraction(scaled(number, scale)) * 10**scale.power == Fraction(number)


@given(quantities(), st.sampled_from(["m2", "km2", "ha"]))
@always_the_same
def test_a_conversion_is_within_half_a_unit_of_the_third_digit(quantity, target):
    area = replace(quantity, unit=Unit("mu"))
    converted = near_unit(area, Unit(target))
    for exact, shown in (
        (area.base_low, converted.quantity.base_low),
        (area.base_high, converted.quantity.base_high),
    ):
        assert (exact is None) == (shown is None)
        if exact is not None and shown is not None:
            assert abs(shown - exact) <= exact / 200
            assert converted.rounded or shown == exact


def test_there_is_no_float_in_the_house_of_values():
    folder = Path(zhaoshang.values.__file__).parent
    for path in sorted(folder.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), path
            assert not (isinstance(node, ast.Name) and node.id == "float"), path
            assert not (
                isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and _of_literals(node)
            ), path


def _of_literals(node: ast.BinOp) -> bool:
    return isinstance(node.left, ast.Constant) and isinstance(node.right, ast.Constant)
