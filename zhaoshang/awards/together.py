"""How several awards stand beside each other: which may be added up, which exclude each other, and what comes of it.

A sum over awards is given only where the text warrants it: where it names awards that may be combined, or says of all
of them that they may. Everything else is a group with words and no figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from typing import Any

from zhaoshang.awards.answer import Answer, Kind, Sum
from zhaoshang.awards.award import Award, Rule, Stacking
from zhaoshang.awards.cap import Scope
from zhaoshang.awards.interpreter import kind_of
from zhaoshang.awards.terms import Terms


@dataclass(frozen=True, slots=True)
class Placed:
    """An award with its address (`id`), its document and its article."""

    id: str
    document: str
    article: str
    award: Award
    terms: Terms

    @property
    def stacking(self) -> Stacking | None:
        """How it stands beside others: as it says itself, else as its document does."""
        return self.award.stacking or self.terms.stacking


class Figure(StrEnum):
    """What a group of awards comes to."""

    TOTAL = "total"
    HIGHEST = "highest"
    NONE = "none"
    """The text warrants no figure for the group."""


@dataclass(frozen=True, slots=True)
class Group:
    """Awards that stand together under one rule. `named` says that the text names them; `of` is the one that does."""

    rule: Rule
    ids: tuple[str, ...]
    named: bool
    of: str | None = None
    figure: Figure = Figure.NONE

    @property
    def data(self) -> Mapping[str, Any]:
        """The group as plain data for awards.js."""
        return {
            "rule": self.rule.value,
            "ids": list(self.ids),
            "named": self.named,
            "figure": self.figure.value,
        }


_ADDED = frozenset({Rule.CUMULATIVE, Rule.ON_TOP_OF})


def groups(placed: Sequence[Placed]) -> tuple[Group, ...]:
    """The groups of a list of awards, those that the text names first; an award may stand in several."""
    named, unnamed = list(_named(placed)), list(_by_document(placed))
    allowed = _pairs(group for group in (*named, *unnamed) if group.rule in _ADDED)
    barred = _pairs(group for group in named if group.rule not in _ADDED)
    found = (_figured(group, placed, allowed - barred) for group in (*named, *unnamed))
    return tuple({(group.rule, frozenset(group.ids)): group for group in found}.values())


def _named(placed: Sequence[Placed]) -> Iterator[Group]:
    """An award and those that its rule names: articles of its document, else whole documents."""
    for one in placed:
        refs = one.stacking.articles if one.stacking else ()
        members = {one.id: one} | {other.id: other for ref in refs for other in _referred(placed, one, ref)}
        if one.stacking and len(members) > 1:
            ids = tuple(other.id for other in placed if other.id in members)
            yield Group(one.stacking.rule, ids, named=True, of=one.id)


def _referred(placed: Sequence[Placed], one: Placed, ref: str) -> list[Placed]:
    here = [other for other in placed if other.document == one.document and other.article == ref]
    return here or [other for other in placed if other.document == ref]


def _by_document(placed: Sequence[Placed]) -> Iterator[Group]:
    """The awards of one document that share a rule without naming each other."""
    for document in dict.fromkeys(one.document for one in placed):
        here = [one for one in placed if one.document == document]
        for rule in Rule:
            members = [one for one in here if _is_unnamed(one.stacking, rule)]
            if len(members) > 1:
                yield Group(rule, tuple(one.id for one in members), named=False)


def _is_unnamed(stacking: Stacking | None, rule: Rule) -> bool:
    return stacking is not None and stacking.rule is rule and not stacking.articles


def _pairs(found: Iterable[Group]) -> set[frozenset[str]]:
    """Who stands beside whom: of a named group the one that names with each it names, of another all with all."""
    return {
        frozenset(pair) for group in found for pair in combinations(group.ids, 2) if group.of in (None, *pair)
    }


def _figured(group: Group, placed: Sequence[Placed], allowed: set[frozenset[str]]) -> Group:
    """The group with the figure it may have."""
    members = [one for one in placed if one.id in group.ids]
    figure = Figure.NONE
    if _comparable(members):
        if group.rule in _ADDED and all(frozenset(pair) in allowed for pair in combinations(group.ids, 2)):
            figure = Figure.TOTAL
        elif group.rule is Rule.HIGHEST_ONLY and group.named and len(members) == 2:
            figure = Figure.HIGHEST
    return replace(group, figure=figure)


def _comparable(members: Iterable[Placed]) -> bool:
    """Whether their sums can be set against each other: for the same recipient, and under no shared ceiling."""
    recipients = {str(one.award.recipient or one.terms.recipient) for one in members}
    return len(recipients) == 1 and not any(_shares_a_ceiling(one) for one in members)


def _shares_a_ceiling(one: Placed) -> bool:
    """Whether a ceiling holds for it together with others: one of the document, or one per group."""
    own = {scope for scope, _ in one.award.cap.items()} if one.award.cap else set()
    return bool(one.terms.cap and [*one.terms.cap.items()]) or Scope.GROUP in own


def combine(figure: Figure, answers: Sequence[Answer]) -> Answer | None:
    """What a group comes to, as firm as its least firm part; asked for as long as one of them is, None without figure."""
    if figure is Figure.NONE:
        return None
    missing = tuple(dict.fromkeys(id_ for answer in answers for id_ in answer.missing))
    if any(answer.kind is Kind.ASKS for answer in answers):
        return Answer(Kind.ASKS, Sum(0, None), missing=missing)
    sums = [_due(answer) for answer in answers]
    lows, highs = [one.low for one in sums], [one.high for one in sums if one.high is not None]
    taken = sum if figure is Figure.TOTAL else max
    due = Sum(taken(lows), taken(highs) if len(highs) == len(sums) else None)
    return Answer(kind_of(due, (), ()), due)


def _due(answer: Answer) -> Sum:
    """The sum of an answer; what is in kind is none, and what has no figure may be any."""
    return Sum(0, 0) if answer.kind in (Kind.NONE, Kind.IN_KIND) else answer.sum
