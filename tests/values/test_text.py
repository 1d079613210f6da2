"""A text in several languages."""

from __future__ import annotations

from pydantic import BaseModel, ValidationError
from pytest import mark, raises

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Said, Text


class Sign(BaseModel):
    title: Text


def errors_of(title: object) -> list[tuple[str, tuple[object, ...]]]:
    with raises(ValidationError) as caught:
        Sign.model_validate({"title": title})
    return [(error["type"], error["loc"]) for error in caught.value.errors()]


def test_a_mapping_of_languages_is_a_text():
    sign = Sign.model_validate({"title": {"zh": " 工业园 ", "en": "industrial park"}})
    assert sign.title == Text.of(zh="工业园", en="industrial park")
    assert sign.title.languages == ("zh", "en")
    assert sign.title["zh"] == "工业园"
    assert sign.title.get("ja") is None


def test_a_text_is_taken_as_it_is_and_written_back_as_a_mapping():
    title = Text.of(zh="工业园", zh_Hant="工業園")
    assert Sign(title=title).title is title
    assert Sign(title=title).model_dump(mode="json") == {"title": {"zh": "工业园", "zh-Hant": "工業園"}}


def test_order_of_languages_does_not_matter_for_equality():
    one, other = Text.of(zh="园", en="park"), Text.of(en="park", zh="园")
    assert one == other
    assert hash(one) == hash(other)
    assert len({one, other}) == 1


def test_a_reader_gets_the_own_language_else_the_first_of_the_site():
    text = Text.of(ja="公園", en="park", zh="园")
    assert text.said("en", ("zh", "en")) == Said("park", "en", foreign=False)
    assert text.said("de", ("zh", "en")) == Said("园", "zh", foreign=True)
    assert text.said("de", ("fr",)) == Said("公園", "ja", foreign=True)
    assert str(text.said("en")) == "park"


def test_a_text_cannot_be_changed():
    with raises(TypeError):
        Text.of(zh="园")["zh"] = "城"  # type: ignore[index]  # that it cannot be done is the point


def test_its_repr_shows_the_words():
    assert repr(Text.of(zh="园", en="park")) == "Text({'zh': '园', 'en': 'park'})"


@mark.parametrize(
    ("title", "code", "place"),
    [
        ("工业园", "Z210", ()),
        (["工业园"], "Z210", ()),
        (None, "Z210", ()),
        ({}, "Z214", ()),
        ({"chinese": "园"}, "Z211", ("chinese", "[key]")),
        ({"ZH": "园"}, "Z211", ("ZH", "[key]")),
        ({"zh": "  "}, "Z212", ("zh",)),
        ({"zh": {"en": "park"}}, "Z213", ("zh",)),
        ({"zh": None}, "Z213", ("zh",)),
    ],
)
def test_what_is_no_text_is_refused_where_it_stands(title, code, place):
    assert errors_of(title) == [(code, ("title", *place))]


def test_every_mistake_of_a_text_is_reported():
    assert [code for code, _ in errors_of({"zh": "", "en": [], "x": "y"})] == ["Z212", "Z213", "Z211"]


def test_a_text_made_in_python_obeys_the_same_rules():
    with raises(Refusal, match="Z214"):
        Text({})
    with raises(Refusal, match="Z212"):
        Text.of(zh="")


def test_a_long_text_folded_over_lines_is_one_in_chinese():
    text = Text.of(
        zh="半小时车程之内。 上行到重庆，下行到 Wuhan 和 上海\n甲",
        en="within half an hour of Wuhan 武汉 上海",
    )
    assert text["zh"] == "半小时车程之内。上行到重庆，下行到 Wuhan 和上海\n甲"
    assert text["en"] == "within half an hour of Wuhan 武汉上海"
