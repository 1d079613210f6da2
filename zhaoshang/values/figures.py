"""Figures as signs: digits in groups, scales such as 亿 and million, units before and after, ranges."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal

from zhaoshang.values.units import Unit
from zhaoshang.values.wording import Scale, UnitWords, Wording

_EXACT = Context(prec=120)
NO_SCALE = Scale("", 0, 0)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in the three pieces a typesetter handles apart: what stands before the number, the number, the rest."""

    lead: str
    number: str
    tail: str

    def __str__(self) -> str:
        return self.lead + self.number + self.tail


def figure(ends: tuple[Decimal, ...], unit: Unit, words: Wording, scale: Scale | None = None) -> Figure:
    """One end or the two ends of a range, in `scale` or in the scale that suits each end."""
    scales = [scale or suitable_scale(end, words) for end in ends]
    if len(set(scales)) > 1 or min(ends) < 0 < len(ends) - 1:
        return _far(ends, scales, unit, words)
    numbers = [digits(end, used, words) for end, used in zip(ends, scales, strict=True)]
    tail = tail_of(unit, scales[0], words, singular=numbers == ["1"] and not scales[0].word)
    if len(numbers) == 1:
        return Figure(lead_of(unit, words), numbers[0], tail)
    repeated = _repeated(unit, scales[0], words)
    number = words.patterns["range"].format(low=numbers[0] + repeated, high=numbers[1])
    return Figure(lead_of(unit, words), number, tail)


def _far(ends: tuple[Decimal, ...], scales: list[Scale], unit: Unit, words: Wording) -> Figure:
    """Both ends say their own scale; the first says the unit too where it has no scale to tell it by."""
    low, high = (digits(end, used, words) for end, used in zip(ends, scales, strict=True))
    first, last = scales
    lead = lead_of(unit, words)
    between = _gapped(first.word, words)
    if words.patterns["repeat_scale"] and (not first.word or _words(unit, words).repeats):
        between += tail_of(Unit(unit.measure), NO_SCALE, words)
    number = words.patterns["far"].format(low=low + between, high=lead + high)
    return Figure(lead, number, tail_of(unit, last, words))


def _repeated(unit: Unit, scale: Scale, words: Wording) -> str:
    scale_word = scale.word if words.patterns["repeat_scale"] else ""
    return scale_word + (_words(unit, words).one if _words(unit, words).repeats else "")


def suitable_scale(number: Decimal, words: Wording) -> Scale:
    """The largest scale the number reaches without growing too many decimals, or none."""
    for scale in words.scales:
        if abs(number) >= 10**scale.power and _decimals(scaled(number, scale)) <= scale.decimals:
            return scale
    return NO_SCALE


def scaled(number: Decimal, scale: Scale) -> Decimal:
    """The number in a scale, exactly. Zeros that only the scale made are dropped; 8.50 keeps its own."""
    return number.scaleb(-scale.power, _EXACT).normalize(_EXACT) if scale.power else number


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)


def digits(number: Decimal, scale: Scale, words: Wording) -> str:
    """The digits of a number in a scale, in groups of three from the length on that the language groups at."""
    shown = scaled(number, scale)
    whole, point, rest = f"{abs(shown):f}".partition(".")
    if len(whole) >= words.numbers["group_from"]:
        whole = f"{int(whole):,}".replace(",", words.numbers["group"])
    return (words.numbers["minus"] if shown < 0 else "") + whole + point + rest


def lead_of(unit: Unit, words: Wording) -> str:
    """What stands before the number: a currency, in languages that put it there."""
    said = _words(unit, words)
    return _spaced(said.one, words) if said.before else ""


def tail_of(unit: Unit, scale: Scale, words: Wording, *, singular: bool = False) -> str:
    """What follows the number: scale, unit, and what it is per."""
    said = _words(unit, words)
    word = "" if said.before else said.one if singular else said.many
    shown = word if said.tight else _gapped(word, words)
    return _gapped(scale.word, words) + shown + per_of(unit, words)


def per_of(unit: Unit, words: Wording) -> str:
    """What stands below the stroke: `/平方米·月`, `/m² per month`. After a word every further unit gets its own per."""
    text, stroke = "", words.patterns["per"]
    for name in unit.per:
        said = words.units[name]
        if not said.symbol:
            stroke = words.patterns["per_word"]
        text += stroke + (said.per or said.one)
        stroke = words.patterns["per_next"] if said.symbol and stroke != words.patterns["per_word"] else stroke
    return text


def _words(unit: Unit, words: Wording) -> UnitWords:
    return words.units[unit.measure]


def _gapped(word: str, words: Wording) -> str:
    return f"{words.numbers['gap']}{word}" if word else ""


def _spaced(word: str, words: Wording) -> str:
    return f"{word}{words.numbers['gap']}"
