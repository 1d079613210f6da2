"""Two languages in one guide: what a template says is put together from its words in each of them.

A template under `print/guide/parallel` is a run of blocks, each begun by a mark, and is filled once in either language.
The records decide how many blocks there are, so both runs have the same, and what belongs together is found by its place:

- `<!--once-->`: a frame, a drawing, a code; taken from the leading language.
- `<!--pair-->`: side by side, beginning on the same line.
- `<!--stack-->`: one above the other.
- `<!--word-->`: one after the other on a line.
- `<!--cells-->`: cells of a row of a table, those of the other language after those of the leading one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup

_MARK = re.compile(r"<!--(once|pair|stack|word|cells)-->")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^>]*?(/?)>")
_VOID = frozenset({"br", "hr", "img", "wbr"})
_HEADING = re.compile(r"<h[1-6]\b")
_CELL = re.compile(r"<t[hd]\b")
_LEADING = re.compile(r"<h([1-6])\b(?:(?!</h).)*</h\1>|<p class=\"lead\">(?:(?!</p).)*</p>", re.DOTALL)
"""What stands with what follows it: a heading alone, the sentence a record begins with."""


Block = tuple[str, str]
"""Its kind and its markup."""


def in_parallel(leading: str, beside: str, *, language: str) -> str:
    """The guide in both languages: `language` is that of `beside`. Raises ValueError where the two do not match."""
    pairs = zip(_blocks(leading), _blocks(beside), strict=True)
    made = []
    for kind, group in groupby(pairs, key=lambda pair: pair[0][0]):
        joined = "".join(_join(kind, one[1], other[1], language) for one, other in group)
        made.append(f'<div class="pairs">{joined}</div>' if kind == "pair" else joined)
    return "".join(made)


def _blocks(html: str) -> list[Block]:
    parts = _MARK.split(html)
    if parts[0].strip():
        raise ValueError(f"before the first mark: {parts[0].strip()[:60]}")
    return list(zip(parts[1::2], parts[2::2], strict=True))


def _join(kind: str, one: str, other: str, language: str) -> str:
    if kind == "once":
        return one
    if kind == "word":
        return f'{one.strip()} <span class="beside" lang="{language}">{other.strip()}</span>'
    if kind == "cells":
        return one + _CELL.sub(rf'\g<0> lang="{language}"', other)
    if kind == "stack":
        return f'{one}<div class="beside" lang="{language}">{other}</div>'
    opens = " head" if _LEADING.fullmatch(one.strip()) else ""
    cell = f'<div class="beside" lang="{language}">{other}</div>'
    return f'<div class="pair{opens}"><div>{one}</div>{cell}</div>'


def matched(texts: tuple[Markup, Markup]) -> tuple[tuple[Markup, ...], tuple[Markup, ...]]:
    """A long text and its translation cut into as many parts as both have: blocks, else sections, else the whole."""
    one, other = (tuple(_outer(text)) for text in texts)
    if [_name(block) for block in one] == [_name(block) for block in other]:
        return one, other
    one, other = (tuple(_sections(blocks)) for blocks in (one, other))
    return (one, other) if len(one) == len(other) else ((texts[0],), (texts[1],))


def _outer(html: str) -> Iterator[Markup]:
    """The outermost elements of a text."""
    depth = start = 0
    for tag in _TAG.finditer(html):
        if tag[3] or tag[2] in _VOID:
            continue
        depth += -1 if tag[1] else 1
        if depth == 0:
            yield Markup(html[start : tag.end()].strip())
            start = tag.end()


def _name(block: str) -> str:
    return re.split(r"[\s>]", block, maxsplit=1)[0]


def _sections(blocks: tuple[Markup, ...]) -> Iterator[Markup]:
    """The blocks gathered from heading to heading."""
    gathered: list[Markup] = []
    for block in blocks:
        if _HEADING.match(block) and gathered:
            yield Markup("").join(gathered)
            gathered = []
        gathered.append(block)
    if gathered:
        yield Markup("").join(gathered)
