"""Work WeasyPrint 70 does more than once, or the long way round: what comes out is the same.

Each module takes one habit: `parsing` the text of a document, `elements` the styles nothing is made with, `styles` the
values nobody has set, `boxes` what every box is asked, `faces` the descriptions of type, `lines` those broken again,
`drawings` their numbers, `references` the pages laid out again for the numbers of others, `writing` what goes into the
file, `compression` how hard it is pressed. Where WeasyPrint is not the version they were written against, nothing is
shortened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

VERSION = "70.0"
"""What the shortcuts were written against."""


class Shortcut(NamedTuple):
    """What stands in for the attribute `name` of a class or module: `make` gets what stands there."""

    owner: Any
    name: str
    make: Callable[[Any], Any]


@contextmanager
def shortcuts() -> Iterator[None]:
    """Take all shortcuts while the context lasts, for the process as a whole."""
    import weasyprint

    if weasyprint.__version__ != VERSION:
        yield
        return
    from zhaoshang.print.shortcuts import (
        boxes,
        compression,
        drawings,
        elements,
        faces,
        lines,
        parsing,
        references,
        styles,
        writing,
    )

    habits = (boxes, compression, drawings, elements, faces, lines, parsing, references, styles, writing)
    with taken([shortcut for habit in habits for shortcut in habit.shortcuts()]):
        yield


@contextmanager
def taken(shortcuts: list[Shortcut]) -> Iterator[None]:
    """Take these shortcuts while the context lasts."""
    kept = [(owner, name, getattr(owner, name)) for owner, name, _ in shortcuts]
    for (owner, name, make), (_, _, original) in zip(shortcuts, kept, strict=True):
        setattr(owner, name, make(original))
    try:
        yield
    finally:
        for owner, name, original in kept:
            setattr(owner, name, original)
