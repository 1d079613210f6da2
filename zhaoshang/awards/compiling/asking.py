"""Inputs: what a Program asks for, and the number it gets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from functools import partial

from zhaoshang.awards.compiling.draft import Draft, Place, Unfit
from zhaoshang.awards.compiling.number import DAY, PURE, YUAN, Dimension, Number, dimension_of, product
from zhaoshang.awards.measure import Kind, Measure
from zhaoshang.awards.program import Input, Option, UnitSpelled
from zhaoshang.awards.speaker import Speaker, phrases
from zhaoshang.awards.speech import say_label, say_measure, say_rank
from zhaoshang.values import Quantity, Text, Unit
from zhaoshang.values.units import measures
from zhaoshang.values.wording import wording

NONE = "none"
_DECIMALS = {"money": 2, "count": 0, "share": 6}
_OTHER_DECIMALS = 6
_MOST = Fraction(10**15)
"""No input is larger than this many of its unit: a thousand trillion yuan is a slip of the finger."""


def ask_measure(draft: Draft, measure_id: str, place: Place, *, year: int | None = None) -> Number:
    """The value of a measure; of the year being compiled, or of `year`, if it is measured yearly."""
    measure = draft.measure(measure_id, place)
    when = draft.year if year is None else year
    varies = measure.yearly and (draft.years > 1 or year is not None)
    identity = f"{measure_id}.{when}" if measure.yearly and when != 1 else measure_id
    name = draft.text(lambda speaker: _measure_name(speaker, measure_id, when if varies else None))
    if not measure.is_figure:
        return _ask_word(draft, measure, measure_id)
    assert measure.unit is not None
    said_year = when if varies else None
    number = ask_figure(
        draft, identity, name, measure.unit, measure.kind, year=said_year, source=measure.source
    )
    return about(draft, number, measure.name)


def _measure_name(speaker: Speaker, measure: str, year: int | None) -> str:
    name = say_measure(speaker, measure)
    if year is None:
        return name
    return speaker.say("base", "yearly" if year else "before", name=name, year=str(year))


def ask_figure(
    draft: Draft,
    identity: str,
    name: Text,
    unit: Unit,
    kind: Kind,
    *,
    year: int | None = None,
    source: Text | None = None,
) -> Number:
    """A figure in `unit`."""
    dimension, size = dimension_of(unit)
    decimals = _OTHER_DECIMALS if unit.per else _DECIMALS.get(unit.kind, _OTHER_DECIMALS)
    most = str(int(_MOST * 10**decimals))
    words = draft.text(lambda speaker: unit_words(unit, speaker.language))
    given = Input(
        identity,
        name,
        "figure",
        kind,
        words,
        str(unit),
        decimals,
        most,
        spelled_units(unit),
        year=year,
        source=source,
    )
    draft.inputs.setdefault(identity, given)
    return Number({"do": "input", "id": identity}, size / 10**decimals, dimension)


def ask_sum(draft: Draft, identity: str, saying: str, **words: str) -> Number:
    """A sum of money in yuan that the award's own workings need."""
    name = draft.text(lambda speaker: speaker.say("input", saying, **words))
    return ask_figure(draft, identity, name, Unit("CNY"), Kind.GRANT)


def ask_received(draft: Draft, scope: str, saying: str, *, over_years: bool = False) -> Number:
    """What was received before: in the year being compiled, or, for a ceiling over all years, ever."""
    year = draft.year if draft.years > 1 and not over_years else None
    identity = f"{scope}.{year}" if year and year > 1 else f"{scope}-total" if over_years else scope
    subject = draft.text(lambda speaker: speaker.say("input", saying))

    def say(speaker: Speaker) -> str:
        name = speaker.text(subject)
        return speaker.say("base", "yearly", name=name, year=str(year)) if year else name

    number = ask_figure(draft, identity, draft.text(say), Unit("CNY"), Kind.GRANT, year=year)
    draft.inputs[identity] = replace(draft.inputs[identity], subject=subject, own=True)
    return number


def ask_years(draft: Draft, most: int) -> Number:
    """For how many years something runs that may run for fewer."""
    name = draft.text(lambda speaker: speaker.say("input", "years"))
    given = Input("years", name, "figure", Kind.COUNT, most=str(most), positive=True, own=True)
    draft.inputs.setdefault("years", given)
    return Number({"do": "input", "id": "years"}, Fraction(1), PURE)


def ask_exchange(draft: Draft, currency: str, place: Place) -> Number:
    """Yuan per unit of a currency, on the day that award or document lay down, or that this reading takes."""
    day = draft.exchange_day
    if day is None:
        day = draft.decide(
            "exchange-day",
            (),
            "Z656",
            [
                ("arrival", lambda speaker: speaker.say("reading", "day_arrival")),
                ("payment", lambda speaker: speaker.say("reading", "day_payment")),
            ],
            arguments={"currency": currency},
        )
    if isinstance(day, str) and day not in draft.vocabulary.milestones:
        raise Unfit(("exchange_day",), "Z631", milestone=day)
    identity = f"rate-{currency.lower()}-{day if isinstance(day, str) else 'day'}"
    unit = Unit.of("CNY", currency)

    def name(speaker: Speaker) -> str:
        words = say_label(speaker, day, draft.vocabulary.milestones)
        return speaker.say(
            "input", "rate_on", day=words, currency=_currency_words(currency, speaker.language)
        )

    return above_zero(draft, ask_figure(draft, identity, draft.text(name), unit, Kind.RATE))


def above_zero(draft: Draft, number: Number) -> Number:
    """The same input, with zero refused."""
    identity = number.node["id"]
    draft.inputs[identity] = replace(draft.inputs[identity], positive=True)
    return number


def about(draft: Draft, number: Number, subject: Text) -> Number:
    """The same input, with its name without the year."""
    identity = number.node["id"]
    draft.inputs[identity] = replace(draft.inputs[identity], subject=subject)
    return number


def in_yuan(draft: Draft, number: Number, place: Place) -> Number:
    """A sum of money in yuan; other units are left as they are."""
    if number.currency in (None, "CNY"):
        return number
    assert number.currency is not None
    rate = ask_exchange(draft, number.currency, place)
    converted = product(number, rate)
    assert converted.dimension == YUAN
    name = draft.inputs[rate.node["id"]].name
    return draft.step(place, "rate", lambda s: s.say("step", "rate", rate=s.text(name)), converted)


def _ask_word(draft: Draft, measure: Measure, identity: str) -> Number:
    name = draft.text(lambda speaker: say_measure(speaker, identity))
    if measure.kind is Kind.DATE:
        given = Input(identity, name, "date", measure.kind)
    elif measure.kind is Kind.FLAG:
        given = Input(identity, name, "flag", measure.kind)
    else:
        given = Input(identity, name, "choice", measure.kind, options=_options(draft, measure, identity))
    draft.inputs.setdefault(identity, given)
    return Number({"do": "input", "id": identity}, Fraction(1), DAY if measure.kind is Kind.DATE else PURE)


def _options(draft: Draft, measure: Measure, identity: str) -> tuple[Option, ...]:
    """The options in their order, and with ranks the option that none of them applies."""
    known = measure.options or draft.vocabulary.ranks
    names = {option: draft.text(partial(say_rank, measure=identity, rank=option)) for option in known}
    options = tuple(Option(option, name, used=False) for option, name in names.items())
    none = Option(NONE, draft.text(lambda speaker: speaker.say("lists", "none")))
    return (*options, none)


def option_number(draft: Draft, measure_id: str, option: str, place: Place) -> int:
    """The number of an option of a choice; it counts as used from now on (Z632 for an unknown one)."""
    given = draft.inputs[measure_id]
    ids = [candidate.id for candidate in given.options]
    if option not in ids or option == NONE:
        raise Unfit(place, "Z632", option=option, options=", ".join(ids[:-1]))
    index = ids.index(option)
    options = [
        replace(candidate, used=candidate.used or candidate.id == option) for candidate in given.options
    ]
    draft.inputs[measure_id] = replace(given, options=tuple(options))
    return index


def unit_words(unit: Unit, language: str) -> str:
    """A unit by itself: 元, RMB, 万元/亩. Where a language has no word for a counter, it says that a number is asked."""
    words = wording(language)
    above = words.units[unit.measure].many or phrases(language)["input"]["number"]
    below = [words.units[name].per or words.units[name].one for name in unit.per]
    return words.patterns["per"].join(filter(None, (above, words.patterns["per_next"].join(below))))


def _currency_words(currency: str, language: str) -> str:
    return unit_words(Unit(currency), language)


def spelled_units(unit: Unit) -> tuple[UnitSpelled, ...]:
    """The units that can be typed for one: those that convert to it exactly, with their sizes."""
    if unit.per:
        return ()
    alike = [measure for measure in measures().values() if measure.base == measures()[unit.measure].base]
    own = measures()[unit.measure].size
    plain: Iterable[UnitSpelled] = (
        UnitSpelled((*measure.spelled, *measure.before), str(measure.size / own))
        for measure in alike
        if measure.name != "CNY_wan"
    )
    return tuple(plain)


def figure_number(quantity: Quantity) -> tuple[Fraction, Dimension]:
    """An exact figure in base units, and those units."""
    dimension, size = dimension_of(quantity.unit)
    return Fraction(quantity.figure) * size, dimension
