"""Whether the awards of a document can be read in one way only, and what they refer to is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zhaoshang.awards import Award, Terms, lint, lint_terms
from zhaoshang.awards.award import Stacking
from zhaoshang.awards.base import Base
from zhaoshang.awards.cap import Cap
from zhaoshang.diagnostics.diagnostic import Diagnostic
from zhaoshang.diagnostics.nearest import nearest
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.relations import clause_labels
from zhaoshang.domain.reward import Reward
from zhaoshang.rules.rule import Path, finding
from zhaoshang.rules.walk import values


def unambiguous_awards(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z600 and on: gaps, overlaps, undefined bounds and all else that leaves what an award pays open."""
    for kind, records in library.documents().items():
        for id_, record in records.items():
            for inside, code, arguments in lint_terms(record.terms):
                yield finding(library, code, Key(kind, id_), ("terms", *inside), **arguments)
            for path, award in _awards(record):
                for inside, code, arguments in lint(award, record.terms):
                    yield finding(library, code, Key(kind, id_), (*path, *inside), **arguments)


def resolved_clauses(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z406: what an award or the terms of a document refer to is an article of it, or another document."""
    for kind, records in library.documents().items():
        for id_, record in records.items():
            known = clause_labels(library, record)
            for path, ref in _references(record):
                if ref not in known:
                    near, some = nearest(ref, known), ", ".join([*record.articles][:8])
                    yield finding(library, "Z406", Key(kind, id_), path, id=ref, near=near, known=some)


def dated_applications(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z430: a policy says when to apply."""
    for id_, policy in library.policies.items():
        windows = [policy.terms.window, *(award.window for _, award in _awards(policy))]
        if not any(windows) and policy.application.window is None:
            yield finding(library, "Z430", Key("policies", id_), ("application",))


def _awards(record: Policy | Reward) -> Iterator[tuple[Path, Award]]:
    for article_id, article in record.articles.items():
        for place, award in enumerate(article.awards):
            yield ("articles", article_id, "awards", place), award


def _references(record: Policy | Reward) -> Iterator[tuple[Path, str]]:
    yield from _inside(record.terms, ("terms",))
    for path, award in _awards(record):
        yield from _inside(award, path)
        yield from (((*path, "refers_to", place), ref) for place, ref in enumerate(award.refers_to))


def _inside(part: Award | Terms, path: Path) -> Iterator[tuple[Path, str]]:
    """The ids in the bases, in the rules of stacking and in the ceilings for several articles of a part."""
    for place, base in values(part, Base, path):
        yield from (((*place, "award"), name) for name in _awarded(base))
    for place, stacking in values(part, Stacking, path):
        yield from (((*place, "with", number), ref) for number, ref in enumerate(stacking.articles))
    for place, cap in values(part, Cap, path):
        yield from (((*place, "together", number), ref) for number, ref in enumerate(cap.together))


def _awarded(base: Base) -> Iterator[str]:
    """The articles whose sums a formula starts from."""
    if base.award:
        yield base.award
    for operand in base.operands:
        yield from _awarded(operand)
