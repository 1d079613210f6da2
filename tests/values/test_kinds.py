"""Each kind of quantity takes its own dimension and names both when another is typed."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter, ValidationError
from pytest import mark, raises

from zhaoshang import values
from zhaoshang.diagnostics.catalogue import catalogue
from zhaoshang.values import Quantity

EXAMPLES = {
    "Money": ["9.7亿元", "US$ 20 million", "约2～3亿元"],
    "Price": ["12元/平方米·月", "0.65元/千瓦时", "30万元/亩", "2000元/(人·月)", "450元/吨"],
    "Area": ["652亩", "12公顷", "3万平方米"],
    "Length": ["12公里", "8.5米"],
    "Volume": ["5000立方米"],
    "Mass": ["10万吨", "3公斤"],
    "Power": ["5000kW", "50万千瓦", "630千伏安"],
    "Voltage": ["110千伏"],
    "Energy": ["3亿千瓦时", "2000吨标准煤"],
    "Share": ["5%", "3‰", "千分之三", "±10%", "2个百分点"],
    "Duration": ["5个工作日", "3年", "40分钟"],
    "Count": ["30家", "5万人", "3台", "200户"],
    "Flow": ["2万立方米/日", "80吨/小时", "3万台/年"],
    "Load": ["20kN/m²", "2吨/平方米", "5kPa"],
}


def adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(getattr(values, kind))


@mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in EXAMPLES.items() for text in texts])
def test_a_kind_takes_its_own_dimension(kind, text):
    assert adapter(kind).validate_python(text) == Quantity.parse(text)


@mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in EXAMPLES.items() for text in texts])
def test_a_kind_takes_no_other_dimension(kind, text):
    for other in EXAMPLES.keys() - {kind}:
        with raises(ValidationError) as caught:
            adapter(other).validate_python(text)
        assert caught.value.errors()[0]["type"] == "Z231"


def test_a_refusal_names_both_kinds_in_the_readers_language():
    with raises(ValidationError) as caught:
        adapter("Money").validate_python("3公里")
    (error,) = caught.value.errors()
    said = catalogue()[error["type"]].wordings["en"].filled(error["ctx"], lang="en")
    assert said.found == "3公里, which is a length"
    assert said.expected == "a sum of money, such as 9.7亿元"


def test_a_quantity_made_in_python_is_checked_as_well():
    assert adapter("Money").validate_python(Quantity.parse("3元")) == Quantity.parse("3元")
    with raises(ValidationError, match="Z231"):
        adapter("Money").validate_python(Quantity.parse("3公里"))


def test_the_codes_of_the_parser_reach_pydantic():
    (error,) = errors_of("Money", "5000万")
    assert (error["type"], error["ctx"]) == ("Z232", {"text": "5000万"})
    assert errors_of("Money", {"low": "3元"})[0]["type"] == "Z213"
    assert errors_of("Money", 3)[0]["type"] == "Z213"


def errors_of(kind: str, value: object) -> list[Any]:
    with raises(ValidationError) as caught:
        adapter(kind).validate_python(value)
    return caught.value.errors()


def test_a_figure_takes_any_dimension():
    for texts in EXAMPLES.values():
        for text in texts:
            assert adapter("Figure").validate_python(text) == Quantity.parse(text)


def test_a_quantity_is_written_back_as_it_was_typed():
    assert adapter("Money").dump_python(Quantity.parse(" 9.7 亿元"), mode="json") == "9.7 亿元"
    assert adapter("Money").json_schema() == {"type": "string"}
