"""What an edition of a document changed, article by article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from zhaoshang.domain.policy import Article, Policy
from zhaoshang.domain.reward import Reward


class Change(StrEnum):
    """What became of an article from one edition to the next."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """One article in both editions; `before` is None where it was added, `after` where it is gone."""

    change: Change
    id: str
    before: Article | None
    after: Article | None
    pays: bool = False
    """Whether what it pays is not the same: its awards, or the rules of the document that they stand under."""

    @property
    def article(self) -> Article:
        """The article as it now stands, else as it last stood."""
        found = self.after or self.before
        assert found is not None, "an article stands in one edition at least"
        return found


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions of a document."""

    old: Policy | Reward
    new: Policy | Reward
    clauses: tuple[ClauseChange, ...]

    @property
    def differing(self) -> tuple[ClauseChange, ...]:
        """The articles that are not the same."""
        return tuple(one for one in self.clauses if one.change is not Change.SAME)


def compare(old: Policy | Reward, new: Policy | Reward) -> Comparison:
    """The articles of the new edition in its order, then those that are gone in theirs.

    An article keeps its identity through its id, so that a new number alone (第六条 for 第四条) is no change.
    """
    now = (_change(old, new, id_) for id_ in new.articles)
    gone = (
        ClauseChange(Change.GONE, id_, one, None)
        for id_, one in old.articles.items()
        if id_ not in new.articles
    )
    return Comparison(old, new, (*now, *gone))


def _change(old: Policy | Reward, new: Policy | Reward, id_: str) -> ClauseChange:
    before, after = old.articles.get(id_), new.articles[id_]
    if before is None:
        return ClauseChange(Change.ADDED, id_, None, after)
    pays = bool(before.awards or after.awards) and (before.awards, old.terms) != (after.awards, new.terms)
    worded = (before.title, before.text) != (after.title, after.text)
    return ClauseChange(Change.CHANGED if pays or worded else Change.SAME, id_, before, after, pays)
