"""The line of the source a finding points at, fit to be shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from zhaoshang.diagnostics.diagnostic import Span

SourceText = Callable[[str], str | None]
"""The text of a file of the project by its path, or `None` when it cannot be shown."""

_TAB = "    "
_ROOM = 100
"""Cells of a line that are shown; a longer one is cut on both sides of the place."""


def no_source(path: str) -> None:
    """The source text of nothing: findings are shown without excerpts."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of a source, split at the place: `before`, `marked`, `after`; free of control characters."""

    number: int
    before: str
    marked: str
    after: str

    @property
    def text(self) -> str:
        return self.before + self.marked + self.after

    @property
    def underline(self) -> str:
        """Carets that stand under `marked`, counting a full-width character as two cells."""
        return " " * width(self.before) + "^" * max(1, width(self.marked))


def excerpt(span: Span, source: SourceText) -> Excerpt | None:
    """The line `span` points at; `None` when there is no such line, or it is blank."""
    text = source(span.path)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if text is not None else []
    if not 1 <= span.line <= len(lines) or not lines[span.line - 1].strip():
        return None
    line = lines[span.line - 1].removeprefix("\ufeff")
    start = max(0, span.column - 1)
    end = max(start, (span.end_column or span.column) - 1)
    before, marked, after = (_shown(part) for part in (line[:start], line[start:end], line[end:]))
    return _cut(Excerpt(span.line, before, marked, after))


def width(text: str) -> int:
    """Cells a terminal gives to `text`: two for wide and full-width characters, none for combining marks."""
    return sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _shown(text: str) -> str:
    """`text` with everything that could steer a terminal or reverse the line replaced by a visible sign."""
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character == "\t":
        return _TAB
    is_hidden = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    return "\N{REPLACEMENT CHARACTER}" if is_hidden else character


def _cut(whole: Excerpt) -> Excerpt:
    if width(whole.text) <= _ROOM:
        return whole
    room = _ROOM // 3
    before = whole.before if len(whole.before) <= room else "…" + whole.before[-room:]
    marked = whole.marked if len(whole.marked) <= room else whole.marked[:room] + "…"
    after = whole.after if len(whole.after) <= room else whole.after[:room] + "…"
    return Excerpt(whole.number, before, marked, after)
