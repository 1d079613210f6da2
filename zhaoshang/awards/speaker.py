"""Says the pieces of a clause in one language, from the tables in `languages/` and the values' own wording."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import yaml

from zhaoshang.awards.bound import Bound, Side
from zhaoshang.awards.terms import Bounds, Terms
from zhaoshang.awards.vocabulary import Vocabulary
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Quantity, Text, show, show_date

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

NO_ARTICLES: Mapping[str, Text] = {}
Phrases = Mapping[str, Mapping[str, str]]
CIRCLED = 1


@cache
def languages() -> tuple[str, ...]:
    """The languages there are phrases for, sorted."""
    names = (file.name for file in resources.files(__package__).joinpath("languages").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@cache
def phrases(language: str) -> Phrases:
    """The phrases of a language; `zh-Hant` without a file of its own takes those of `zh`. Refuses others (Z660)."""
    for candidate in (language, language.partition("-")[0]):
        if candidate in languages():
            file = resources.files(__package__).joinpath("languages", f"{candidate}.yaml")
            data: Phrases = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)
            return data
    raise Refusal("Z660", language=language, languages=", ".join(languages()))


@lru_cache(maxsize=2048)
def _shown(quantity: Quantity, word: str, language: str) -> str:
    """A figure as it is said; kept, for the bounds of a clause come up many times. `word` is no part of equality."""
    return show(quantity, language)


@dataclass(frozen=True, slots=True)
class Speaker:
    """One language, and the words of one document."""

    language: str
    vocabulary: Vocabulary
    bounds: Bounds
    articles: Mapping[str, Text]

    @classmethod
    def of(cls, language: str, terms: Terms, articles: Mapping[str, Text] = NO_ARTICLES) -> Speaker:
        """The speaker of a document. `articles` are the labels of what its awards refer to, by id."""
        return cls(language, Vocabulary.of(terms), terms.bounds, articles)

    def article(self, ref: str) -> str:
        """The label of an article; its id, where there is none."""
        return self.text(self.articles[ref]) if ref in self.articles else ref

    def say(self, group: str, phrase: str, **words: str) -> str:
        """A phrase with its gaps filled."""
        return phrases(self.language)[group][phrase].format(**words)

    def text(self, text: Text) -> str:
        """The words of a text in this language, or in another where this one is missing."""
        return text.said(self.language).text

    def figure(self, quantity: Quantity) -> str:
        """A figure with its conversions: what a clause says may not be rounded, so 50 mu stands beside its hectares."""
        return _shown(quantity, quantity.word, self.language)

    def end(self, bound: Bound) -> str:
        """A bound without its marker."""
        value = bound.value
        if isinstance(value, Quantity):
            return self.figure(Quantity.exactly(value.figure, value.unit))
        return show_date(value, self.language)

    def listed(self, words: Iterable[str], joint: str = "semicolon") -> str:
        """`a; b; c`; with the joint `and` or `or`: `a, b and c`; with `times`: `a × b`."""
        items, joints = list(words), phrases(self.language)["lists"]
        if joint in ("and", "or") and len(items) > 1:
            return joints["comma"].join(items[:-1]) + joints[joint] + items[-1]
        return joints[joint].join(items)

    def numbered(self, words: Sequence[str]) -> str:
        """`(1) a; (2) b`."""
        return self.listed(
            self.say("lists", "item", number=str(number), text=word)
            for number, word in enumerate(words, CIRCLED)
        )

    def span(self, first: int, last: int) -> str:
        """`years 2–4`, or `year 2`."""
        return self.say("lists", "one_year" if first == last else "span", first=str(first), last=str(last))

    def band(self, lower: Bound | None, upper: Bound | None) -> str:
        """`at least RMB 50 million but less than RMB 100 million`, `on or before 30 June 2025`."""
        ends = {"low": self.end(lower) if lower else "", "high": self.end(upper) if upper else ""}
        if (lower or upper) and all(bound is None or bound.is_date for bound in (lower, upper)):
            key = "between_days" if lower and upper else "from_day" if lower else "to_day"
            return self.say("band", key, **ends)
        low = _LOWER[lower.settled(self.bounds.above)] if lower else ""
        high = _UPPER[upper.settled(self.bounds.below)] if upper else ""
        return self.say("band", "_".join(filter(None, (low, high))) or "any", **ends)


_LOWER = {Side.IN: "at_least", Side.OUT: "more_than", Side.ASK: "and_above"}
_UPPER = {Side.IN: "up_to", Side.OUT: "less_than", Side.ASK: "and_below"}
