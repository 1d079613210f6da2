"""A rule: from the library and the day to what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from zhaoshang.diagnostics.diagnostic import Diagnostic
from zhaoshang.domain.library import Key, Library

Rule = Callable[[Library, date], Iterator[Diagnostic]]
"""Rules are pure: they see the library and the day, and yield findings in the order of the records."""

Path = tuple[str | int, ...]
"""Where a value stands inside a record."""


def finding(library: Library, code: str, key: Key, path: Path = (), **arguments: str) -> Diagnostic:
    """A finding at the value at `path` of a record."""
    return Diagnostic(code, library.span(key, *path), arguments)
