"""What the chosen policies would pay for the visitor's figures, clause by clause; what is not known is not guessed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from zhaoshang.awards import AnswerKind, Input, Program, compile_award, evaluate, read_entry, say_answer
from zhaoshang.diagnostics.diagnostic import Diagnostic, Refusal
from zhaoshang.diagnostics.nearest import nearest
from zhaoshang.domain.guide import Visit
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.policy import Article, Policy
from zhaoshang.domain.relations import clause_labels
from zhaoshang.domain.standing import standings
from zhaoshang.values import Quantity
from zhaoshang.voice import Voice


@dataclass(frozen=True, slots=True)
class Amount:
    """A clause for the visitor: `pays` in words, or, where that cannot be said yet, what must be known for it."""

    policy: Policy
    article: Article
    given: tuple[str, ...]
    """The visitor's figures that went into it, in words."""
    pays: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """An award of a policy in force, compiled."""

    policy: Policy
    article: Article
    program: Program


def clauses_of(library: Library, policies: Iterable[str], *, today: date) -> tuple[Clause, ...]:
    """The awards of the policies in force that depend on a figure."""
    status = standings(library.documents()["policies"], today=today)
    return tuple(
        Clause(policy, article, program)
        for policy in (library.policies[id_] for id_ in policies if status[id_].in_force)
        for article in policy.articles.values()
        for award in article.awards
        if (program := compile_award(award, policy.terms, articles=clause_labels(library, policy))).inputs
    )


def amounts(clauses: Iterable[Clause], visit: Visit, voice: Voice) -> Iterator[Amount]:
    """What each clause pays for the visitor's figures; those that ask nothing the visitor has said are left out."""
    for clause in clauses:
        values = dict(_values(clause.program, visit.figures))
        if values:
            answer = evaluate(clause.program, values)
            asks = answer.kind is AnswerKind.ASKS
            yield Amount(
                clause.policy,
                clause.article,
                tuple(
                    f"{voice.plain(one.name)} {_said(visit.figures[one.id], voice)}"
                    for one in clause.program.inputs
                    if one.id in values
                ),
                "" if asks else say_answer(clause.program, answer, voice.language),
                tuple(voice.plain(one.name) for one in clause.program.inputs if one.id in answer.missing),
            )


def mistakes(clauses: Iterable[Clause], visit: Visit, library: Library) -> Iterator[Diagnostic]:
    """The figures that cannot be read (Z661 to Z671), and those that no chosen policy asks for (Z874)."""
    asked = {one.id: one for clause in clauses for one in clause.program.inputs}
    for id_, typed in visit.figures.items():
        place = library.span(Key("visits", visit.id), "figures", id_)
        if id_ not in asked:
            near = nearest(id_, asked)
            yield Diagnostic("Z874", place, {"id": id_, "near": near, "known": ", ".join(sorted(asked))})
        elif (refusal := _refusal(asked[id_], typed)) is not None:
            yield Diagnostic(refusal.code, place, refusal.arguments)


def _values(program: Program, figures: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    for one in program.inputs:
        if one.id in figures and _refusal(one, figures[one.id]) is None:
            yield one.id, read_entry(one, figures[one.id])


def _said(typed: str, voice: Voice) -> str:
    """A figure as the language writes it; what is no quantity (a choice, a plain number) as it was typed."""
    try:
        return voice.show(Quantity.parse(typed))
    except Refusal:
        return typed


def _refusal(one: Input, typed: str) -> Refusal | None:
    try:
        read_entry(one, typed)
    except Refusal as refusal:
        return refusal
    return None
