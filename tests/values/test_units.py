"""The tables of units and words fit together."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from pytest import mark, raises

from zhaoshang.diagnostics.catalogue import terms
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Marker, Unit
from zhaoshang.values.units import measures, spellings
from zhaoshang.values.wording import languages, wording


def test_no_spelling_stands_for_two_units():
    counted = Counter(word for measure in measures().values() for word in (*measure.spelled, *measure.below))
    assert [word for word, times in counted.items() if times > 1] == []


def test_no_word_stands_for_two_markers():
    words = [
        word for language in languages() for said in wording(language).markers.values() for word in said.words
    ]
    assert [word for word, times in Counter(words).items() if times > 1] == []


def test_no_spelling_contains_what_the_reader_takes_away():
    assert [word for word in spellings().exact if " " in word or "～" in word or "-" in word] == []


def test_every_base_is_a_unit_of_size_one_and_the_same_kind():
    for measure in measures().values():
        base = measures()[measure.base]
        assert (base.size, base.base, base.kind) == (1, base.name, measure.kind)


@mark.parametrize("language", ["zh", "en"])
def test_every_language_names_every_unit_and_marker(language):
    words = wording(language)
    assert set(words.units) == set(measures())
    assert set(words.markers) == {marker for marker in Marker if marker is not Marker.EXACT}


@mark.parametrize("language", ["zh", "en"])
def test_every_unit_that_a_language_converts_to_exists_and_fits(language):
    for name, said in wording(language).units.items():
        steps = [step.unit for step in (*said.steps, *said.beside, *said.instead)]
        others = [other for other in (*steps, said.always, said.per_beside, said.per_instead) if other]
        assert {Unit(other).base for other in others} <= {Unit(name).base}


def test_every_kind_has_its_word_in_messages():
    kinds = {measure.kind for measure in measures().values()} | {"price", "flow", "load", "ratio"}
    assert {kind for kind in kinds if f"kind-{kind}" not in terms()} == set()


def test_the_order_below_the_stroke_does_not_matter():
    assert Unit.of("CNY", "month", "m2") == Unit.of("CNY", "m2", "month")
    assert str(Unit.of("CNY", "month", "m2")) == "CNY/m2/month"


def test_compound_units_convert_exactly():
    assert Unit.of("CNY", "mu").size == Fraction(3, 2000)
    assert Unit.of("CNY", "m2", "year").base == Unit.of("CNY", "m2", "month")
    assert Unit.of("CNY", "m2", "year").size == Fraction(1, 12)


def test_months_days_and_working_days_stay_apart():
    assert len({Unit(name).base for name in ("month", "day", "working_day")}) == 3


def test_a_variant_speaks_with_the_words_of_its_language():
    assert wording("zh-Hant") is wording("zh")
    assert languages() == ("en", "zh")


def test_a_language_without_words_is_refused():
    with raises(Refusal) as caught:
        wording("xx")
    assert (caught.value.code, caught.value.arguments) == ("Z250", {"language": "xx", "languages": "en, zh"})
