"""How much a line of Chinese can give: where it may open, and how the slack is shared out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhaoshang.print.setting.characters import is_full_width

MAX_GAP = 0.095
"""The widest opening between two ideographs, in em: from a tenth on, readers of the PDF take it for a space.
"""

MAX_SPACE = 0.6
"""How much a space may grow, in em."""

_SPACE_WEIGHT = 1.5
_SPACES = " \u00a0"
_TOLERANCE = 0.02  # pixels


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is added between ideographs and to each space, in pixels."""

    gap: float
    space: float


def full_width_runs(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of text that stand on the Chinese grid, as (start, end)."""
    start: int | None = None
    for index, character in enumerate(text):
        if is_full_width(character):
            start = index if start is None else start
        elif start is not None:
            yield start, index
            start = None
    if start is not None:
        yield start, len(text)


def gaps(text: str) -> float:
    """How many gaps a text opens by. A gap lies half on each side of an ideograph, but never outside the
    text.
    """
    runs = list(full_width_runs(text))
    edges = sum((start == 0) + (end == len(text)) for start, end in runs)
    return sum(end - start for start, end in runs) - edges / 2


def spaces(text: str) -> int:
    """How many spaces can grow."""
    return sum(text.count(space) for space in _SPACES)


def joints(texts: Sequence[str | None]) -> list[bool]:
    """Whether the line opens between each text and the next; `None` stands for a picture or the like."""
    starts = [text is None or is_full_width(text[:1]) for text in texts]
    ends = [text is None or is_full_width(text[-1:]) for text in texts]
    return [end and start for end, start in zip(ends, starts[1:], strict=False)]


def share_out(slack: float, *, gaps: float, spaces: int, em: float) -> Stretch:
    """The stretch that fills the slack; none at all if that would tear the line.

    A space takes half as much again as an ideograph gap, and what the ideographs may not take.
    """
    parts = gaps + _SPACE_WEIGHT * spaces
    if parts <= 0 or slack <= 0:
        return Stretch(0.0, 0.0)
    gap = min(slack / parts, MAX_GAP * em)
    space = (slack - gap * gaps) / spaces if spaces else 0.0
    if space > MAX_SPACE * em or gap * gaps + space * spaces < slack - _TOLERANCE:
        return Stretch(0.0, 0.0)
    return Stretch(gap, space)


def can_fill(text: str, slack: float, *, em: float) -> bool:
    """Whether a line of this text alone could take up the slack and still look even."""
    return slack <= MAX_GAP * em * gaps(text) + MAX_SPACE / 2 * em * spaces(text)
