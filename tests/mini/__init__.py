"""A county small enough to read at a glance: one or two records of every kind, and nothing wrong with them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from zhaoshang.domain.library import Library
from zhaoshang.reading.library import read_project
from zhaoshang.reading.words import Lexicon, read_lexicon

CONTENT = Path(__file__).parent / "content"
TEMPLATES = Path(__file__).parents[2] / "templates"
TODAY = date(2026, 11, 20)
"""The day on which nothing in the small county is wrong."""

Change = Callable[[Path], None]
"""What is done to a copy of the content before it is read."""


def replace(path: str, old: str, new: str) -> Change:
    """Replaces words that stand exactly once in a file."""

    def change(content: Path) -> None:
        text = (content / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        (content / path).write_text(text.replace(old, new), encoding="utf-8")

    return change


def write(path: str, text: str) -> Change:
    """Adds a file, or writes it anew."""

    def change(content: Path) -> None:
        (content / path).parent.mkdir(exist_ok=True)
        (content / path).write_text(text, encoding="utf-8")

    return change


def remove(path: str) -> Change:
    """Takes a file away."""
    return lambda content: (content / path).unlink()


def make_project(to: Path, *changes: Change) -> Path:
    """A copy of the small county in `to`, with these changes."""
    shutil.copytree(CONTENT, to / "content")
    for change in changes:
        change(to / "content")
    return to


def make_library(to: Path, *changes: Change) -> Library:
    """The library of a copy with these changes, which must leave it readable."""
    library, findings = read_project(make_project(to, *changes))
    assert library is not None, findings
    assert not findings, findings
    return library


def lexicon() -> Lexicon:
    """The interface words of the languages of the small county."""
    found, findings = read_lexicon(TEMPLATES, ("zh", "en"))
    assert not findings, findings
    return found
