"""The voice of drawings for two languages: names in both, figures once, each language with its own words."""

from __future__ import annotations

import pytest

from zhaoshang.print.guide.duet import Duet, Said
from zhaoshang.print.guide.edition import Edition
from zhaoshang.print.guide.filling import voice_of
from zhaoshang.reading.words import Lexicon
from zhaoshang.values import Quantity, Text, Unit


@pytest.fixture(scope="module")
def duet(editions: dict[str, Edition], lexicon: Lexicon) -> Duet:
    return Duet.of(*(voice_of(editions[language], lexicon) for language in ("zh", "en")))


def test_a_name_is_said_in_both_languages_a_line_each(duet: Duet) -> None:
    assert duet.plain(Text({"zh": "澜河", "en": "Lan River"})) == "澜河\nLan River"
    assert duet.plain(Text({"zh": "LME", "en": "LME"})) == "LME"


def test_a_sentence_keeps_the_words_put_into_it_in_its_language(duet: Duet) -> None:
    sentence, name = Said.of("{place}到港口", "{place} to port"), Said.of("县", "County")
    assert sentence.format(place=name) == "县到港口 / County to port"
    assert duet.words.at("drawing.chain_title").format(title=name) == "县产业链 / County: the chain"


def test_a_row_of_names_has_the_separators_of_each_language(duet: Duet) -> None:
    names = (Said.of("甲", "A"), Said.of("乙", "B"))
    assert duet.words.at("label.separator").join(names) == "甲、乙\nA, B"


def test_figures_are_said_once_in_symbols(duet: Duet) -> None:
    way = Quantity.exactly(42, Unit.of("km"))
    assert (duet.show(way), duet.number(way), duet.unit(way)) == ("42\u00a0km", "42", "km")
    assert duet.words.at("drawing.kilometres") == "km"
    assert duet.words.at("node.port") == "港口 Port"
