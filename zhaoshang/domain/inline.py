"""The marks a short text may hold: a fact of the register and a link. Long prose has Markdown for more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(r"\{fact:(?P<fact>[^{}]*)\}|\[(?P<label>[^\[\]]+)\]\((?P<target>[^()\s]+)\)")


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class FactMark:
    """`{fact:gdp}`."""

    id: str


@dataclass(frozen=True, slots=True)
class LinkMark:
    """`[label](project:anode-materials)` or `[label](https://…)`."""

    label: str
    target: str


InlineMark = Words | FactMark | LinkMark


def inline_marks(text: str) -> Iterator[InlineMark]:
    """A short text as the sequence of its words and marks."""
    end = 0
    for match in _MARK.finditer(text):
        if match.start() > end:
            yield Words(text[end : match.start()])
        end = match.end()
        yield (
            FactMark(match["fact"]) if match["label"] is None else LinkMark(match["label"], match["target"])
        )
    if end < len(text):
        yield Words(text[end:])
