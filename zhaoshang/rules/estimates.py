"""The cost estimator can be worked out: its lines name costs there are, in units that fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zhaoshang.awards import Unfit
from zhaoshang.diagnostics.diagnostic import Diagnostic
from zhaoshang.domain.estimating import make_estimate
from zhaoshang.domain.library import Key, Library
from zhaoshang.rules.rule import finding


def estimates_fit(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z460 to Z464: the first line of the estimator that does not fit its costs."""
    try:
        make_estimate(library.cost_classes)
    except Unfit as refusal:
        each, *path = refusal.place
        yield finding(library, refusal.code, Key("costs", str(each)), tuple(path), **refusal.arguments)
