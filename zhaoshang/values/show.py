"""Says a quantity in the reader's language: same digits, same marker, the units and scales that reader knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from zhaoshang.values.conversion import Converted, in_currency, in_unit, near_unit
from zhaoshang.values.figures import Figure, figure, in_scale, shared_scale
from zhaoshang.values.marker import Marker
from zhaoshang.values.quantity import Quantity
from zhaoshang.values.rates import Rates
from zhaoshang.values.units import Unit
from zhaoshang.values.wording import Step, Wording, wording


class Style(Enum):
    """How much is said. FULL adds conversions in brackets; SHORT leaves them out, for places beside which the full
    form stands, since 亩 has to appear with ha or ㎡ (法定计量单位)."""

    FULL = "full"
    SHORT = "short"


class Column(NamedTuple):
    """Figures for a table: the unit for its head, a number for each row."""

    unit: str
    numbers: tuple[str, ...]


class Axis(NamedTuple):
    """Figures for a drawing: the unit for its axis, and for each the number in words and exactly."""

    unit: str
    numbers: tuple[str, ...]
    figures: tuple[Fraction, ...]


def show(quantity: Quantity, language: str, *, rates: Rates | None = None, style: Style = Style.FULL) -> str:
    """`9.7亿元`, `RMB 970 million (about US$ 135 million)`, `652亩（约43.5公顷）`, `43.5 ha (652 mu)`.

    `rates` adds sums in CNY in another currency. Rescaling keeps every digit; conversions get three significant ones.
    """
    words = wording(language)
    own = _familiar(quantity, words)
    first = _said_first(own, words)
    marked = _marked(_figure(first or own, words), quantity, words)
    notes = [str(_figure(own, words))] if first else []
    if rates is not None and own.unit.measure == "CNY":
        notes.append(_converted(_money(first or own, rates, with_unit=first is not None), words))
    if beside := _beside(own, words):
        notes.append(_converted(beside, words))
    if style is Style.SHORT or not notes:
        return marked
    return words.patterns["beside"].format(figure=marked, notes=words.patterns["between_notes"].join(notes))


def split(quantity: Quantity, language: str) -> tuple[str, str]:
    """Number and unit apart, for a table: `2～3` and `亿元`, `at least 1,000` and `people`."""
    words = wording(language)
    shown = _set_alone(quantity, words)
    return _marked_number(shown, quantity.marker, words), shown.head


def around(quantity: Quantity, language: str) -> tuple[str, str]:
    """What stands before and after the number of `split` in running order: nothing and `亿元`, `RMB` and `billion`."""
    shown = _set_alone(quantity, wording(language))
    return shown.lead.strip(), shown.tail.strip()


def axis(quantities: Sequence[Quantity], language: str) -> Axis:
    """A row of figures of one kind in the unit and scale in which `split` says the last of them."""
    words = wording(language)
    own = _familiar(quantities[-1], words)
    last = _said_first(own, words) or own
    scale = shared_scale(_ends(last), words)
    row = [each if each.unit == last.unit else near_unit(each, last.unit).quantity for each in quantities]
    shown = [in_scale(_ends(each), each.unit, scale, words) for each in row]
    numbers = (_marked_number(each, of.marker, words) for each, of in zip(shown, quantities, strict=True))
    figures = (Fraction(each.figure) / 10**scale.power for each in row)
    return Axis(shown[-1].head, tuple(numbers), tuple(figures))


def column(quantities: Sequence[Quantity], language: str) -> Column | None:
    """The figures of one column under one unit and scale, or None where they do not share a unit.

    5000万元 and 30亿元 stand as 5000 and 300,000 under 万元.
    """
    words = wording(language)
    row = _in_one_unit(quantities, words)
    if not row:
        return None
    shown = [_set_in_column(quantity, row, words) for quantity in row]
    numbers = tuple(_marked_number(each, of.marker, words) for each, of in zip(shown, row, strict=True))
    return Column(max((each.head for each in shown), key=len), numbers)


def _in_one_unit(quantities: Sequence[Quantity], words: Wording) -> list[Quantity]:
    """All in the unit the largest is said in, or as typed; empty where they were typed in several units."""
    if len({quantity.unit for quantity in quantities}) != 1:
        return []
    familiar = [_familiar(quantity, words) for quantity in quantities]
    own = familiar if len({quantity.unit for quantity in familiar}) == 1 else list(quantities)
    largest = _said_first(max(own, key=lambda quantity: quantity.figure), words)
    return [near_unit(quantity, largest.unit).quantity for quantity in own] if largest else own


def _set_alone(quantity: Quantity, words: Wording) -> Figure:
    own = _familiar(quantity, words)
    spoken = _said_first(own, words) or own
    return _set_in_column(spoken, [spoken], words)


def _set_in_column(quantity: Quantity, fellows: Sequence[Quantity], words: Wording) -> Figure:
    scale = shared_scale((end for fellow in fellows for end in _ends(fellow)), words)
    return in_scale(_ends(quantity), quantity.unit, scale, words)


def _figure(quantity: Quantity, words: Wording) -> Figure:
    return figure(_ends(quantity), quantity.unit, words)


def _ends(quantity: Quantity) -> tuple[Decimal, ...]:
    if quantity.is_range:
        return tuple(end for end in (quantity.low, quantity.high) if end is not None)
    return (quantity.figure,)


def _marked(shown: Figure, quantity: Quantity, words: Wording) -> str:
    """With the marker's word as typed, where it is a word of this language, else with the language's own."""
    if quantity.marker is Marker.EXACT:
        return str(shown)
    place = words.markers[quantity.marker].place_of(quantity.word)
    pattern = words.patterns[place] if place else words.markers[quantity.marker].shown
    return _filled(pattern, shown, quantity.word)


def _marked_number(shown: Figure, marker: Marker, words: Wording) -> str:
    if marker is Marker.EXACT:
        return shown.number
    return _filled(words.markers[marker].shown, Figure("", shown.number, ""), "")


def _filled(pattern: str, shown: Figure, word: str) -> str:
    return pattern.format(figure=shown, number=shown.lead + shown.number, tail=shown.tail, word=word)


def _familiar(quantity: Quantity, words: Wording) -> Quantity:
    """The quantity in the larger or other unit the language says it in, where that is exact: 50万千瓦 is 500 MW."""
    said = words.units[quantity.unit.measure]
    if said.always:
        return in_unit(quantity, replace(quantity.unit, measure=said.always)) or quantity
    for step in said.steps:
        converted = in_unit(quantity, replace(quantity.unit, measure=step.unit))
        if converted is not None and abs(_ends(converted)[0]) >= step.start:
            return converted
    return quantity


def _said_first(quantity: Quantity, words: Wording) -> Quantity | None:
    per = tuple(words.units[name].per_instead or name for name in quantity.unit.per)
    converted = _elsewhere(quantity, words.units[quantity.unit.measure].instead, per)
    return converted.quantity if converted else None


def _beside(quantity: Quantity, words: Wording) -> Converted | None:
    per = tuple(words.units[name].per_beside or name for name in quantity.unit.per)
    return _elsewhere(quantity, words.units[quantity.unit.measure].beside, per)


def _elsewhere(quantity: Quantity, steps: Sequence[Step], per: tuple[str, ...]) -> Converted | None:
    """The quantity in the first step it reaches, and per other units; None where neither changes anything."""
    for step in steps:
        converted = near_unit(quantity, Unit.of(step.unit, *per))
        if abs(_ends(converted.quantity)[0]) >= step.start:
            return converted
    return None if per == quantity.unit.per else near_unit(quantity, Unit.of(quantity.unit.measure, *per))


def _money(quantity: Quantity, rates: Rates, *, with_unit: bool) -> Converted:
    """The sum in the other currency; what it is per is said again only where two units stand before it."""
    converted = in_currency(quantity, rates)
    if with_unit:
        return converted
    return converted._replace(quantity=replace(converted.quantity, unit=Unit(rates.currency)))


def _converted(converted: Converted, words: Wording) -> str:
    shown = str(_figure(converted.quantity, words))
    return words.patterns["rounded"].format(figure=shown) if converted.rounded else shown
