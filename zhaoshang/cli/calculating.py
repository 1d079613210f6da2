"""`calculate`: what an award pays for given figures, step by step with the clause behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from zhaoshang.awards import (
    Answer,
    AnswerKind,
    Input,
    Program,
    compile_award,
    describe,
    describe_clock,
    describe_window,
    evaluate,
    read_entry,
    say_answer,
    say_trace,
)
from zhaoshang.awards.result import say_range
from zhaoshang.cli.words import words
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.diagnostics.nearest import nearest
from zhaoshang.domain.library import Library
from zhaoshang.domain.policy import Article, Policy
from zhaoshang.domain.relations import clause_labels
from zhaoshang.domain.reward import Reward
from zhaoshang.domain.standing import Status, standings


@dataclass(frozen=True, slots=True)
class Calculated:
    """One award of a document, compiled."""

    article: Article
    sentence: str
    program: Program


def figures(given: Sequence[str]) -> dict[str, str]:
    """`id=value` pairs as typed; the last of one id counts. Refuses anything else with Z942."""
    found = {}
    for pair in given:
        id_, equals, value = pair.partition("=")
        if not equals or not id_.strip() or not value.strip():
            raise Refusal("Z942", given=pair)
        found[id_.strip()] = value
    return found


def document_of(library: Library, name: str) -> Policy | Reward:
    """The policy or scheme named `manufacturing-2025` or `policies/manufacturing-2025`. Refuses others with Z940."""
    records = {
        f"{kind}/{id_}": record
        for kind, found in library.documents().items()
        for id_, record in found.items()
    }
    matching = [record for key, record in records.items() if name in (key, record.id)]
    if len(matching) != 1:
        known = [*records] if len(matching) > 1 else [record.id for record in records.values()]
        raise Refusal("Z940", document=name, near=nearest(name, known), known=", ".join(sorted(known)))
    return matching[0]


def awards_of(
    library: Library, record: Policy | Reward, article: str | None, lang: str
) -> tuple[Calculated, ...]:
    """The awards of a document, or of one of its articles. Refuses an article without awards with Z941."""
    paying = {id_: one for id_, one in record.articles.items() if one.awards}
    if article is not None and article not in paying:
        raise Refusal("Z941", article=article, near=nearest(article, paying), known=", ".join(paying))
    labels = clause_labels(library, record)
    return tuple(
        Calculated(
            one,
            describe(award, record.terms, lang, articles=labels),
            compile_award(award, record.terms, id=f"{record.id}-{id_}-{number}", articles=labels),
        )
        for id_, one in paying.items()
        if article in (None, id_)
        for number, award in enumerate(one.awards, start=1)
    )


def calculate(
    library: Library,
    record: Policy | Reward,
    article: str | None,
    given: Mapping[str, str],
    lang: str,
    *,
    today: date,
) -> Iterator[str]:
    """The lines of the answer for every award: what it pays, how that was worked out, and what must still be said.

    Refuses figures that cannot be read (Z661 to Z671) or that no award asks for (Z943).
    """
    awards = awards_of(library, record, article, lang)
    asked = {one.id for award in awards for one in award.program.inputs}
    for id_ in given:
        if id_ not in asked:
            raise Refusal("Z943", id=id_, near=nearest(id_, asked), known=", ".join(sorted(asked)))
    say = words(lang)
    yield f"{record.title.said(lang).text} · {record.document.number}"
    status = standings(library.documents()[record.kind], today=today)[record.id]
    if not status.in_force:
        yield say[f"answer_{status.standing.value}"]
    else:
        yield from _filings(record, status, lang)
    for award in awards:
        yield ""
        title = award.article.title.said(lang).text if award.article.title else ""
        yield f"{award.article.label.said(lang).text} {title}".rstrip()
        yield f"  {award.sentence}"
        yield from (f"  {line}" for line in _answer(award.program, given, lang))
    yield ""
    yield say["calculated_note"]


def _filings(record: Policy | Reward, status: Status, lang: str) -> Iterator[str]:
    """When one may apply, and how that stands."""
    for filing in status.filings:
        parts = (
            filing.subject.said(lang).text if filing.subject else "",
            describe_window(filing.window, record.terms, lang),
            describe_clock(filing.clock, lang),
        )
        yield words(lang)["answer_window"].format(window=" · ".join(filter(None, parts)))


def _answer(program: Program, given: Mapping[str, str], lang: str) -> Iterator[str]:
    say = words(lang)
    values = {one.id: _value(one, given[one.id]) for one in program.inputs if one.id in given}
    answer = evaluate(program, values)
    if answer.kind is not AnswerKind.ASKS:
        yield say["answer"].format(answer=say_answer(program, answer, lang))
        steps = say_trace(program, answer, lang)
        if steps:
            yield say["answer_steps"]
            yield from (f"  {number}. {step}" for number, step in enumerate(steps, start=1))
        yield from _payments(program, answer, lang)
    for one in program.inputs:
        if one.id in answer.missing:
            yield say["answer_missing"].format(
                id=one.id, name=one.name.said(lang).text, hint=_hint(one, lang)
            )


def _payments(program: Program, answer: Answer, lang: str) -> Iterator[str]:
    """When each part is paid: by year where there are several, and by instalment."""
    say = words(lang)
    for year in answer.years:
        if len(answer.years) > 1:
            yield say["answer_year"].format(year=year.year, sum=say_range(year.sum, lang))
        for part in year.instalments:
            note = program.note(part.note).text.said(lang).text
            yield "  " + say["answer_part"].format(part=note, sum=say_range(part.sum, lang))


def _value(one: Input, typed: str) -> int:
    """What was typed as the Program's whole number; the refusal names the figure it is about."""
    try:
        return read_entry(one, typed)
    except Refusal as refusal:
        arguments = {**refusal.arguments, "typed": f"{one.id}={refusal.arguments.get('typed', typed)}"}
        raise Refusal(refusal.code, **arguments) from refusal


def _hint(one: Input, lang: str) -> str:
    """What may be typed: the options of a choice, the unit of a figure, the form of a day."""
    say = words(lang)
    if one.entry == "choice":
        return " / ".join(f"{option.id}: {option.name.said(lang).text}" for option in one.options)
    if one.entry == "flag":
        return say["hint_flag"]
    if one.entry == "date":
        return "2026-08-31"
    return one.unit.said(lang).text if one.unit else say["hint_number"]
