"""Work WeasyPrint 70 does more than once, or the long way round: what comes out is the same, byte for byte.

Each module takes one habit: `parsing` the text of a document, `styles` the values nobody has set, `boxes` what every
box is asked, `faces` the descriptions of type, `drawings` their numbers, `references` the pages laid out again for the
numbers of others, `writing` what goes into the file. Where WeasyPrint is not the version they were written against,
nothing is shortened.
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
    """Take the shortcuts while the context lasts, for the process as a whole."""
    import weasyprint

    if weasyprint.__version__ != VERSION:
        yield
        return
    from zhaoshang.print.shortcuts import boxes, drawings, faces, parsing, references, styles, writing

    modules = (boxes, drawings, faces, parsing, references, styles, writing)
    taken = [shortcut for module in modules for shortcut in module.shortcuts()]
    kept = [(owner, name, getattr(owner, name)) for owner, name, _ in taken]
    for (owner, name, make), (_, _, original) in zip(taken, kept, strict=True):
        setattr(owner, name, make(original))
    try:
        yield
    finally:
        for owner, name, original in kept:
            setattr(owner, name, original)
