"""Did you mean …? The one place that guesses."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher


def nearest(name: str, candidates: Iterable[str], *, cutoff: float = 0.6) -> str:
    """The candidate most like `name`, or '' when none is like it.

    Case, hyphens and underscores do not count. Ties go to the first in alphabetical order.
    """
    best, best_score = "", cutoff
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(_folded(name))
    for candidate in sorted(set(candidates), reverse=True):
        matcher.set_seq1(_folded(candidate))
        if matcher.real_quick_ratio() >= best_score and (score := matcher.ratio()) >= best_score:
            best, best_score = candidate, score
    return best


def _folded(name: str) -> str:
    return name.casefold().replace("_", "-")
