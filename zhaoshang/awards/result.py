"""An Answer in words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from zhaoshang.awards.answer import Answer, Kind, Step, Sum
from zhaoshang.awards.program import Note, Program
from zhaoshang.awards.speaker import phrases
from zhaoshang.values import Quantity, Unit, show
from zhaoshang.values.show import Style


def say_answer(program: Program, answer: Answer, language: str) -> str:
    """`RMB 1.5 million`, `up to RMB 5 million`, `nothing is due (condition not met: …)`, or each reading with its sum."""
    words = phrases(language)["answer"]
    if answer.kind is Kind.READINGS:
        return _readings(program, answer, language)
    said = words[answer.kind.value].format(
        low=say_sum(answer.sum.low, language),
        high=say_sum(answer.sum.high or 0, language),
        things=_notes(program, answer.things, language),
        missing=_missing(program, answer, language),
        number=str(len(answer.readings)),
    )
    if answer.failed:
        return words["because"].format(amount=said, reason=_notes(program, answer.failed, language))
    if answer.things and answer.kind is not Kind.IN_KIND:
        return words["with_things"].format(amount=said, things=_notes(program, answer.things, language))
    return said


def say_sum(fen: int, language: str) -> str:
    """A sum in fen as people say it."""
    yuan = Decimal(fen).scaleb(-2) if fen % 100 else Decimal(fen // 100)
    return show(Quantity.exactly(yuan, Unit.of("CNY")), language, style=Style.SHORT)


def say_range(due: Sum, language: str) -> str:
    """A sum as firmly as it stands: exact, up to, at least, a range."""
    words = phrases(language)["answer"]
    low, high = say_sum(due.low, language), say_sum(due.high or 0, language)
    if due.high is None:
        return words["at_least"].format(low=low)
    key = "exact" if due.is_exact else "range" if due.low else "up_to"
    return words[key].format(low=low, high=high)


def say_trace(program: Program, answer: Answer, language: str) -> tuple[str, ...]:
    """How an answer came about, a line per step: `base: rent: RMB 200,000`."""
    colon = phrases(language)["lists"]["colon"]
    lines = []
    for step in answer.trace:
        note = program.note(step.note)
        words = note.text.said(language).text
        lines.append(f"{words}{colon}{_value(note, step, language)}" if note.unit else words)
    return tuple(lines)


def _value(note: Note, step: Step, language: str) -> str:
    """What a step came to, in its own currency, rounded to the cent for reading."""
    words = phrases(language)["answer"]
    low, high = (
        None if end is None else _money(Fraction(note.factor) * end, note.unit, language)
        for end in (step.low, step.high)
    )
    if low == high:
        return str(low)
    return words["at_least"].format(low=low) if high is None else words["range"].format(low=low, high=high)


def _money(value: Fraction, currency: str, language: str) -> str:
    cents = (value * 200 + 1) // 2
    return show(Quantity.exactly(Decimal(cents) / 100, Unit.of(currency)), language, style=Style.SHORT)


def _readings(program: Program, answer: Answer, language: str) -> str:
    colon, semicolon = phrases(language)["lists"]["colon"], phrases(language)["lists"]["semicolon"]
    return semicolon.join(
        _notes(program, names, language) + colon + say_answer(program, inner, language)
        for names, inner in answer.readings
    )


def _notes(program: Program, numbers: tuple[int, ...], language: str) -> str:
    texts = (program.note(number).text.said(language).text for number in numbers)
    return phrases(language)["lists"]["comma"].join(texts)


def _missing(program: Program, answer: Answer, language: str) -> str:
    names = (given.name.said(language).text for given in program.inputs if given.id in answer.missing)
    return phrases(language)["lists"]["comma"].join(names)
