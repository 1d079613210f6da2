"""A Program being written: its inputs, its notes, and the reading that is being followed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import get_close_matches

from zhaoshang.awards.bound import Bound, Side
from zhaoshang.awards.compiling.number import Number
from zhaoshang.awards.measure import Measure
from zhaoshang.awards.program import Input, Note
from zhaoshang.awards.speaker import Speaker, languages
from zhaoshang.awards.terms import Terms
from zhaoshang.awards.vocabulary import Vocabulary
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Text

Place = tuple[str | int, ...]
Saying = Callable[[Speaker], str]


class Unfit(Refusal):
    """The keys of a clause do not fit each other, such as a rate on an area. `place` is the path inside the award."""

    def __init__(self, place: Place, code: str, **arguments: str) -> None:
        super().__init__(code, **arguments)
        self.place = place


@dataclass(frozen=True, slots=True)
class Question:
    """What the text leaves open: a kind of ambiguity, where, and the answers one can give.

    `arguments` fill the message of the finding that `code` names.
    """

    key: tuple[str, Place]
    place: Place
    code: str
    options: tuple[str, ...]
    names: tuple[Text, ...]
    arguments: Mapping[str, str]


class Undecided(Exception):  # noqa: N818 (not an error: it asks for the fork of a reading)
    """Raised where the reading that is being followed has not answered a question yet."""

    def __init__(self, question: Question) -> None:
        super().__init__(question.key)
        self.question = question


@dataclass(slots=True)
class Draft:
    """One Program being written. Inputs and notes are shared by all its readings."""

    terms: Terms
    years: int
    exchange_day: str | Text | None
    articles: Mapping[str, Text]
    decisions: Mapping[tuple[str, Place], str] = field(default_factory=dict)
    inputs: dict[str, Input] = field(default_factory=dict)
    notes: dict[Note, int] = field(default_factory=dict)
    year: int = 1
    vocabulary: Vocabulary = field(init=False)
    speakers: tuple[Speaker, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.vocabulary = Vocabulary.of(self.terms)
        self.speakers = tuple(Speaker.of(language, self.terms, self.articles) for language in languages())

    def text(self, saying: Saying) -> Text:
        """The same said in every language."""
        return Text({speaker.language: saying(speaker) for speaker in self.speakers})

    def note(self, place: Place, code: str, saying: Saying) -> int:
        """The number of a note, written down at its first use."""
        note = Note(code, ".".join(map(str, place)), self.text(saying))
        return self.notes.setdefault(note, len(self.notes))

    def step(self, place: Place, code: str, saying: Saying, number: Number) -> Number:
        """The number, with a line in the trace that says what it is."""
        factor = str(number.factor) if number.dimension else ""
        note = Note(code, ".".join(map(str, place)), self.text(saying), factor, number.currency or "")
        index = self.notes.setdefault(note, len(self.notes))
        return Number({"do": "note", "note": index, "of": number.node}, number.factor, number.dimension)

    def decide(
        self,
        kind: str,
        place: Place,
        code: str,
        options: Sequence[tuple[str, Saying]],
        *,
        arguments: Mapping[str, str] | None = None,
        once: bool = False,
    ) -> str:
        """How the reading that is being followed answers a question; asks for a fork if it does not.

        With `once` the question is one for the whole award, and `place` only where it first came up.
        """
        key: tuple[str, Place] = (kind, () if once else place)
        if key not in self.decisions:
            names = tuple(self.text(saying) for _, saying in options)
            raise Undecided(
                Question(key, place, code, tuple(option for option, _ in options), names, arguments or {})
            )
        return self.decisions[key]

    def side(self, bound: Bound, defined: Side | None, *, upper: bool, place: Place) -> Side:
        """Whether the end of a band belongs to it, in this reading."""
        side = bound.settled(defined)
        if side is not Side.ASK:
            return side
        options: list[tuple[str, Saying]] = [
            ("above", lambda speaker: speaker.say("reading", "bounds_above")),
            ("below", lambda speaker: speaker.say("reading", "bounds_below")),
        ]
        answer = self.decide("bounds", place, "Z653", options, once=True, arguments={"bound": bound.spelling})
        return Side.IN if (answer == "below") == upper else Side.OUT

    def measure(self, measure: str, place: Place) -> Measure:
        """The measure an id stands for (Z630 for an unknown one)."""
        known = self.vocabulary.measures
        if measure not in known:
            near = get_close_matches(measure, known, 1)
            raise Unfit(place, "Z630", measure=measure, near=near[0] if near else "")
        return known[measure]

    @contextmanager
    def in_year(self, year: int) -> Iterator[None]:
        """Compiles for one year of several."""
        before, self.year = self.year, year
        yield
        self.year = before
