"""Says a quantity in the reader's language: same digits, same marker, the units and scales that reader knows."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from enum import Enum

from zhaoshang.values.conversion import Converted, in_currency, in_unit, near_unit
from zhaoshang.values.figures import Figure, figure
from zhaoshang.values.marker import Marker
from zhaoshang.values.quantity import Quantity
from zhaoshang.values.rates import Rates
from zhaoshang.values.units import Unit
from zhaoshang.values.wording import Step, Wording, wording


class Style(Enum):
    """How much is said: FULL with conversions in brackets, SHORT without (for charts beside which the full form
    stands: 亩 must appear with ha or ㎡)."""

    FULL = "full"
    SHORT = "short"


def show(quantity: Quantity, language: str, *, rates: Rates | None = None, style: Style = Style.FULL) -> str:
    """`9.7亿元`, `RMB 970 million (about US$ 135 million)`, `652亩（约43.5公顷）`, `43.5 ha (652 mu)`.

    `rates` adds sums in CNY in another currency. Rescaling keeps every digit; conversions get three significant ones.
    """
    words = wording(language)
    own = _familiar(quantity, words)
    first = _said_first(own, words)
    spoken = first or own
    text = _figure(spoken, words)
    notes = [str(_figure(own, words))] if first else []
    if rates is not None and own.unit.measure == "CNY":
        notes.append(_money_note(spoken, rates, words, whole_unit=bool(first)))
    beside = _beside(own, words)
    if beside is not None:
        notes.append(_converted(beside, words))
    marked = _marked(text, quantity.marker, words)
    if style is Style.SHORT or not notes:
        return marked
    return words.patterns["beside"].format(figure=marked, notes=words.patterns["between_notes"].join(notes))


def split(quantity: Quantity, language: str) -> tuple[str, str]:
    """Number and unit apart, for a table: the number with its marker, and the unit with its scale for the head."""
    words = wording(language)
    own = _familiar(quantity, words)
    shown = _figure(_said_first(own, words) or own, words)
    number = _marked(Figure("", shown.number, ""), quantity.marker, words)
    return number, f"{shown.lead.strip()} {shown.tail.strip()}".strip() if shown.lead else shown.tail.strip()


def _figure(quantity: Quantity, words: Wording) -> Figure:
    return figure(_ends(quantity), quantity.unit, words)


def _ends(quantity: Quantity) -> tuple[Decimal, ...]:
    if quantity.is_range:
        assert quantity.low is not None
        assert quantity.high is not None
        return (quantity.low, quantity.high)
    return (quantity.figure,)


def _marked(shown: Figure, marker: Marker, words: Wording) -> str:
    if marker is Marker.EXACT:
        return str(shown)
    return words.markers[marker].shown.format(figure=shown, number=shown.lead + shown.number, tail=shown.tail)


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
    converted = _other_unit(quantity, words, words.units[quantity.unit.measure].instead, "per_instead")
    return converted and converted.quantity


def _beside(quantity: Quantity, words: Wording) -> Converted | None:
    return _other_unit(quantity, words, words.units[quantity.unit.measure].beside, "per_beside")


def _other_unit(quantity: Quantity, words: Wording, steps: tuple[Step, ...], below: str) -> Converted | None:
    for step in steps:
        converted = near_unit(quantity, replace(quantity.unit, measure=step.unit))
        if abs(_ends(converted.quantity)[0]) >= step.start:
            return converted
    per = tuple(getattr(words.units[name], below) or name for name in quantity.unit.per)
    if per == quantity.unit.per:
        return None
    return near_unit(quantity, Unit.of(quantity.unit.measure, *per))


def _money_note(spoken: Quantity, rates: Rates, words: Wording, *, whole_unit: bool) -> str:
    """The sum in the other currency; what it is per is said again only where two units stand before it."""
    converted = in_currency(spoken, rates)
    if not whole_unit:
        unit = Unit(converted.quantity.unit.measure)
        converted = Converted(replace(converted.quantity, unit=unit), converted.rounded)
    return _converted(converted, words)


def _converted(converted: Converted, words: Wording) -> str:
    shown = str(_figure(converted.quantity, words))
    return words.patterns["rounded"].format(figure=shown) if converted.rounded else shown

