"""Flags and whole numbers."""

from __future__ import annotations

from pydantic import BaseModel, ValidationError
from pytest import mark, raises

from zhaoshang.values import Flag, Whole


class Lot(BaseModel):
    free: Flag = False
    storeys: Whole = 1


def code_of(**fields: object) -> str:
    with raises(ValidationError) as caught:
        Lot.model_validate(fields)
    return caught.value.errors()[0]["type"]


def test_true_and_false_are_flags():
    assert Lot.model_validate({"free": "true"}).free is True
    assert Lot.model_validate({"free": "false"}).free is False
    assert Lot(free=True).free is True


@mark.parametrize("text", ["yes", "NO", "True", "1", "是", "", "on"])
def test_other_words_are_no_flags(text):
    assert code_of(free=text) == "Z218"


def test_digits_are_a_whole_number():
    assert Lot.model_validate({"storeys": "12"}).storeys == 12
    assert Lot.model_validate({"storeys": "-3"}).storeys == -3
    assert Lot(storeys=4).storeys == 4


@mark.parametrize("text", ["010", "1,200", "3.0", "1e3", "12层", "", "٣", "-0x1", "9" * 19])
def test_other_spellings_are_no_whole_number(text):
    assert code_of(storeys=text) == "Z219"


def test_a_flag_is_no_whole_number():
    assert code_of(storeys=True) == "Z213"


def test_a_list_is_no_single_value():
    assert code_of(storeys=["1"]) == "Z213"
