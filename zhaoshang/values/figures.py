"""Figures as signs: digits in groups, scales such as 亿 and million, units before and after, ranges."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal

from zhaoshang.values.numerals import written_out
from zhaoshang.values.units import Unit
from zhaoshang.values.wording import Scale, Wording

_EXACT = Context(prec=120)
NO_SCALE = Scale("", 0, 0)
_SAID_PLAINLY = 100_000
"""A range that starts below every scale ends without one up to here: 7500～11,000元."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in the three pieces a typesetter handles apart: what stands before the number, the number, the rest."""

    lead: str
    number: str
    tail: str

    def __str__(self) -> str:
        return self.lead + self.number + self.tail

    @property
    def head(self) -> str:
        """Everything but the number, for the head of a table: `亿元`, `RMB million`, `RMB/m² per month`."""
        return self.lead.rstrip() + self.tail if self.lead else self.tail.lstrip()


def figure(ends: tuple[Decimal, ...], unit: Unit, words: Wording) -> Figure:
    """One figure, or the two ends of a range, each in the scale that suits it: `RMB 200–300 million`, `2亿～3亿元`."""
    scales = [suitable_scale(end, words) for end in ends]
    if len(ends) == 1:
        return in_scale(ends, unit, scales[0], words)
    if scales[0] is NO_SCALE and ends[1] < _SAID_PLAINLY:
        scales[1] = NO_SCALE
    if scales[0] == scales[1] and ends[0] >= 0:
        return _near_ends(ends, unit, scales[0], words)
    return _far_ends(ends, unit, scales, words)


def in_scale(ends: tuple[Decimal, ...], unit: Unit, scale: Scale, words: Wording) -> Figure:
    """One figure or a range whose ends share their scale and unit: `2～3` and `亿元`, as a table sets it."""
    numbers = [digits(end, scale, words) for end in ends]
    pattern = words.patterns["far" if ends[0] < 0 else "range"]
    number = numbers[0] if len(numbers) == 1 else pattern.format(low=numbers[0], high=numbers[1])
    return Figure(lead_of(unit, words), number, tail_of(unit, scale, words, singular=number == "1"))


def _near_ends(ends: tuple[Decimal, ...], unit: Unit, scale: Scale, words: Wording) -> Figure:
    """Ends in one scale; Chinese says it twice (2亿～3亿元), and a percent sign as well."""
    low, high = (digits(end, scale, words) for end in ends)
    repeated = scale.word if words.repeats_scale else ""
    repeated += words.units[unit.measure].one if words.units[unit.measure].repeats else ""
    number = words.patterns["range"].format(low=low + repeated, high=high)
    return Figure(lead_of(unit, words), number, tail_of(unit, scale, words))


def _far_ends(ends: tuple[Decimal, ...], unit: Unit, scales: list[Scale], words: Wording) -> Figure:
    """Ends in two scales say each its own; a bare 8000 before 1万元 says its unit too, or it would be read as 8000万."""
    low, high = (digits(end, scale, words) for end, scale in zip(ends, scales, strict=True))
    lead = lead_of(unit, words)
    between = _gapped(scales[0].word, words)
    if words.repeats_scale and (not scales[0].word or words.units[unit.measure].repeats):
        between += tail_of(Unit(unit.measure), NO_SCALE, words)
    number = words.patterns["far"].format(low=low + between, high=lead + high)
    return Figure(lead, number, tail_of(unit, scales[1], words))


def suitable_scale(number: Decimal, words: Wording) -> Scale:
    """The largest scale the number reaches without growing too many decimals, or none."""
    for scale in words.scales:
        if abs(number) >= 10**scale.power and decimals(scaled(number, scale)) <= scale.decimals:
            return scale
    return NO_SCALE


def shared_scale(numbers: Iterable[Decimal], words: Wording) -> Scale:
    """The scale in which several numbers stand in one column: the smallest that suits any of them, zero aside."""
    scales = [suitable_scale(number, words) for number in numbers if number]
    return min(scales, key=lambda scale: scale.power, default=NO_SCALE)


def scaled(number: Decimal, scale: Scale) -> Decimal:
    """The number in a scale, exactly. Zeros that only the scale made are dropped; 8.50 keeps its own."""
    if not scale.power:
        return number
    return written_out(number.scaleb(-scale.power, _EXACT).normalize(_EXACT))


def decimals(number: Decimal) -> int:
    """How many digits stand after the point."""
    return len(f"{number:f}".partition(".")[2])


def digits(number: Decimal, scale: Scale, words: Wording) -> str:
    """The digits of a number in a scale, in groups of three from the length on at which the language groups."""
    shown = scaled(number, scale)
    whole, point, rest = f"{abs(shown):f}".partition(".")
    if len(whole) >= words.numbers["group_from"]:
        whole = f"{int(whole):,}".replace(",", words.numbers["group"])
    return (words.numbers["minus"] if shown < 0 else "") + whole + point + rest


def lead_of(unit: Unit, words: Wording) -> str:
    """What stands before the number: a currency, in languages that put it there."""
    said = words.units[unit.measure]
    return said.one + words.numbers["gap"] if said.before else ""


def tail_of(unit: Unit, scale: Scale, words: Wording, *, singular: bool = False) -> str:
    """What follows the number: scale, unit, and what it is per."""
    said = words.units[unit.measure]
    word = said.one if singular and not scale.word else said.many
    shown = "" if said.before else word if said.tight else _gapped(word, words)
    return _gapped(scale.word, words) + shown + per_of(unit, words)


def per_of(unit: Unit, words: Wording) -> str:
    """What stands below the stroke: `/平方米·月`, `/m² per month`, ` per person per month`.

    Once a unit is a word rather than a sign, above the stroke or below it, the rest is said in words.
    """
    text = ""
    in_words = not words.units[unit.measure].symbol
    for name in unit.per:
        said = words.units[name]
        in_words = in_words or not said.symbol
        text += words.patterns["per_word" if in_words else "per_next" if text else "per"] + said.below()
    return text


def _gapped(word: str, words: Wording) -> str:
    return words.numbers["gap"] + word if word else ""
