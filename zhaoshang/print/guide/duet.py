"""The voice of drawings that stand once in a guide of two languages: names in both, figures once.

A name is said in the leading language and then in the other. A figure is said once, in the language that writes its units
as symbols (“42 km”, “RMB 0.58/kWh”): readers of Chinese know them as well, and a drawing has no room for two of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from zhaoshang.reading.words import Words
from zhaoshang.values import Quantity, Text, show, split
from zhaoshang.voice import Voice

GROUPS = ("drawing", "node", "aim", "travel", "label", "print")
"""The groups of interface words that drawings use."""

ONCE = frozenset({"kilometres", "minutes", "hours", "hours_minutes", "days"})
"""Words that stand by figures: said once, as figures are."""


class Said(str):
    """Words in two languages, one after the other. What is put into their places goes to each in its own."""

    parts: tuple[str, str]

    @classmethod
    def of(cls, one: str, other: str, *, between: str = " ") -> Said:
        """Both; or one of them where they are the same."""
        said = cls(one if one == other else f"{one}{between}{other}")
        said.parts = (one, other)
        return said

    def __str__(self) -> str:
        return self

    def format(self, *_args: object, **values: object) -> str:
        """The sentence in either language with its words put in."""
        sides = ({name: _side(value, n) for name, value in values.items()} for n in range(2))
        one, other = (part.format(**side) for part, side in zip(self.parts, sides, strict=True))
        return Said.of(one, other, between=" / ")

    def join(self, words: Iterable[str], /) -> str:
        """Words in a row, in either language."""
        said = tuple(words)
        one, other = (part.join(str(_side(word, n)) for word in said) for n, part in enumerate(self.parts))
        return Said.of(one, other, between="\n")


def _side(value: object, n: int) -> object:
    return value.parts[n] if isinstance(value, Said) else value


@dataclass(frozen=True)
class Duet(Voice):
    """A voice with another beside it."""

    beside: Voice = field(kw_only=True)

    @classmethod
    def of(cls, leading: Voice, beside: Voice) -> Duet:
        """The two, in this order."""
        return cls(leading.language, leading.library, leading.lexicon, leading.rates, beside=beside)

    @property
    def symbols(self) -> str:
        """The language of figures."""
        languages = (self.language, self.beside.language)
        return next((one for one in languages if not one.startswith("zh")), self.language)

    @cached_property
    def words(self) -> Words:
        """The interface words of drawings, in both languages."""
        languages = (self.language, self.beside.language, self.symbols)
        one, other, symbols = (self.lexicon[language] for language in languages)
        return Words({name: _together(one[name], other[name], symbols[name]) for name in GROUPS})

    def plain(self, text: Text | str) -> str:
        return Said.of(super().plain(text), self.beside.plain(text), between="\n")

    def show(self, quantity: Quantity) -> str:
        return show(quantity, self.symbols)

    def number(self, quantity: Quantity) -> str:
        return split(quantity, self.symbols)[0]

    def unit(self, quantity: Quantity) -> str:
        return split(quantity, self.symbols)[1]


def _together(one: Any, other: Any, symbols: Any, *, once: bool = False) -> Any:
    """A group of words, or one, in both languages; the forms of a word by number stand by figures."""
    if once or not isinstance(one, str | Mapping) or (isinstance(one, Words) and one.plural):
        return symbols
    if isinstance(one, Mapping):
        return {key: _together(one[key], other[key], symbols[key], once=key in ONCE) for key in one}
    return Said.of(one, other)
