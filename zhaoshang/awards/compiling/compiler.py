"""Award → Program: every reading of the text becomes a tree of its own, and no tree is ambiguous."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from zhaoshang.awards.award import Award, Reading, Rule
from zhaoshang.awards.cap import Caps
from zhaoshang.awards.compiling.asking import ask_received, ask_years
from zhaoshang.awards.compiling.ceilings import limited, read_ceilings
from zhaoshang.awards.compiling.conditions import within
from zhaoshang.awards.compiling.draft import Draft, Place, Question, Undecided, Unfit
from zhaoshang.awards.compiling.grants import Case, compile_grant, pick
from zhaoshang.awards.compiling.number import YUAN, Node, Number, aligned, constant, largest, less
from zhaoshang.awards.compiling.payments import Around
from zhaoshang.awards.compiling.payouts import compile_payout, compile_split
from zhaoshang.awards.compiling.totals import compile_total
from zhaoshang.awards.grant import SOURCES, Grant, Shape
from zhaoshang.awards.program import Program
from zhaoshang.awards.speaker import NO_ARTICLES
from zhaoshang.awards.speech import inherited
from zhaoshang.awards.terms import Terms
from zhaoshang.values import Text

MOST_READINGS = 12
MOST = 10**180
"""What no sum may reach even with the largest inputs; far below what stands for "without limit"."""

FEN = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A Program, and the questions that its readings answer in different ways."""

    program: Program
    questions: tuple[Question, ...]
    decisions: tuple[Mapping[tuple[str, Place], str], ...]
    """How each reading of the Program answers them."""

    def alternatives(self, question: Question) -> list[Program]:
        """For each answer to a question, the first reading that gives it, as a Program of its own."""
        firsts = [
            next(i for i, decided in enumerate(self.decisions) if decided.get(question.key) == option)
            for option in question.options
        ]
        return [replace(self.program, readings=(self.program.readings[first],)) for first in firsts]


def compile_award(
    award: Award,
    terms: Terms,
    *,
    id: str = "",  # noqa: A002 (its address, as the callers name it)
    document: str = "",
    articles: Mapping[str, Text] = NO_ARTICLES,
) -> Program:
    """The Program of an award. Raises `Unfit` where its keys do not fit each other; `lint` reports these first.

    `id` is the award's address, `document` that of its policy or scheme; `articles` are the labels of the articles
    it refers to, by id.
    """
    program = compile_with_questions(award, terms, articles=articles).program
    return replace(program, id=id, document=document)


def compile_with_questions(
    award: Award, terms: Terms, *, articles: Mapping[str, Text] = NO_ARTICLES
) -> Compiled:
    """As `compile_award`, with what the text leaves open."""
    day = award.exchange_day or terms.exchange_day
    draft = Draft(terms, years=1, exchange_day=day, articles=articles)
    questions: dict[tuple[str, Place], Question] = {}
    readings, followed = [], []
    for decisions, reading in _readings(draft, award, questions):
        names = [_name(draft, questions, key, answer) for key, answer in decisions.items()]
        readings.append({"names": names, **reading})
        followed.append(decisions)
    stacking = award.stacking or terms.stacking
    beside = {"rule": stacking.rule.value, "with": list(stacking.articles)} if stacking else None
    program = Program("", "", tuple(draft.inputs.values()), tuple(draft.notes), tuple(readings), beside)
    return Compiled(program, tuple(questions.values()), tuple(followed))


def _name(
    draft: Draft, questions: Mapping[tuple[str, Place], Question], key: tuple[str, Place], answer: str
) -> int:
    question = questions[key]
    text = question.names[question.options.index(answer)]
    return draft.note(question.place, "reading", lambda speaker: text[speaker.language])


def _readings(
    draft: Draft, award: Award, questions: dict[tuple[str, Place], Question]
) -> Iterator[tuple[Mapping[tuple[str, Place], str], dict[str, Any]]]:
    """Follows one reading after the other; each question forks the one that met it."""
    waiting: list[dict[tuple[str, Place], str]] = [{}]
    done = 0
    while waiting:
        draft.decisions = waiting.pop(0)
        try:
            reading = _compile(draft, _as_read(draft, award))
        except Undecided as undecided:
            question = undecided.question
            questions[question.key] = question
            waiting[:0] = [{**draft.decisions, question.key: option} for option in question.options]
            if done + len(waiting) > MOST_READINGS:
                raise Unfit(question.place, "Z628", most=str(MOST_READINGS)) from None
            continue
        done += 1
        yield draft.decisions, reading


def _as_read(draft: Draft, award: Award) -> Award:
    """The award under the reading that its own `ambiguity` lists."""
    readings = award.ambiguity.readings if award.ambiguity else ()
    if not readings:
        return award
    names = {str(index): reading.name for index, reading in enumerate(readings)}
    options = [(key, lambda speaker, name=name: speaker.text(name)) for key, name in names.items()]
    return apply_reading(award, readings[int(draft.decide("reading", ("ambiguity",), "Z658", options))])


def apply_reading(award: Award, reading: Reading) -> Award:
    """The award with the keys of one reading put in their place."""
    given = reading.model_fields_set - {"name"}
    update: dict[str, Any] = {name: getattr(reading, name) for name in given}
    if given & set(SOURCES):
        empty = Shape()
        update |= {name: getattr(empty, name) for name in SOURCES if name not in given}
        update["phases"] = ()
    return award.model_copy(update=update)


def _compile(draft: Draft, award: Award) -> dict[str, Any]:
    draft.years = sum(count for count, _ in award.schedule)
    draft.year = 1
    years = _years(draft, award)
    total = compile_total(draft, award) if draft.years > 1 else None
    nodes, factor = aligned([*years, total or _FEN, _FEN])
    if any(largest(node, draft.inputs) >= MOST for node in nodes):
        raise Unfit((), "Z659")
    return {
        "scale": str(FEN / factor),
        "years": _run_lengths(nodes[: len(years)]),
        "total": nodes[len(years)] if total else None,
        "payout": compile_payout(draft, award),
        "split": compile_split(draft, award),
    }


_FEN = Number({"do": "number", "is": "1"}, FEN, YUAN)
"""Holds the common scale to a whole part of a fen."""


def _run_lengths(trees: list[Node]) -> list[dict[str, Any]]:
    """Years that are worked out alike stand once, with their number."""
    runs: list[dict[str, Any]] = []
    for tree in trees:
        if runs and runs[-1]["of"] == tree:
            runs[-1]["count"] += 1
        else:
            runs.append({"count": 1, "of": tree})
    return runs


def _years(draft: Draft, award: Award) -> list[Number]:
    numbers: list[Number] = []
    for index, (count, grant) in enumerate(award.schedule):
        place: Place = ("phases", index) if award.phases else ()
        first = len(numbers) + 1
        for year in range(first, first + count):
            with draft.in_year(year):
                numbers.append(_year(draft, award, grant, place, (first, first + count - 1)))
    return numbers


def _year(draft: Draft, award: Award, grant: Shape, place: Place, span: tuple[int, int]) -> Number:
    number = compile_grant(draft, _phase(award, grant), place, Around())
    if place:
        number = draft.step(place, "phase", lambda s: s.say("step", "phase", span=s.span(*span)), number)
    if award.phases:
        number = _under(draft, number, award.cap, ())
    number = _under(draft, number, draft.terms.cap, ("terms",))
    stacking = award.stacking or draft.terms.stacking
    if stacking and stacking.deducts:
        rule: Rule = stacking.rule
        number = less(number, ask_received(draft, "received", "received"))
        number = draft.step(("stacking",), rule.value, lambda s: s.say("step", "received"), number)
    if award.years and award.years.asked:
        reached = within(ask_years(draft, award.years.number), (Fraction(draft.year), 0), None)
        number = pick(draft, [Case(reached, number)], constant(0, YUAN))
    return number


def _phase(award: Award, grant: Shape) -> Shape:
    """A phase takes its base and its manner from the award around it."""
    return inherited(grant, award) if isinstance(grant, Grant) else grant


def _under(draft: Draft, number: Number, caps: Caps | None, place: Place) -> Number:
    for ceiling in read_ceilings(draft, caps, place):
        if not ceiling.over_years:
            number = limited(draft, number, ceiling)
    return number
