"""Lines of text, broken once: a cell is measured before it is set, a block is tried on a page before it moves on.

Of sixteen thousand lines WeasyPrint breaks for a guide of ninety pages, nine thousand are of the same text in the same
type and width as one before.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Any, TypeAlias

from weasyprint.layout import inline, preferred
from weasyprint.text import line_break

from zhaoshang.print.shortcuts import Shortcut
from zhaoshang.print.shortcuts.faces import face_of

Split: TypeAlias = Callable[..., tuple[Any, ...]]
Named: TypeAlias = Callable[..., str]

_BREAKS = itemgetter(
    "white_space",
    "word_spacing",
    "letter_spacing",
    "word_break",
    "overflow_wrap",
    "tab_size",
    "hyphens",
    "hyphenate_character",
    "hyphenate_limit_chars",
    "hyphenate_limit_zone",
)
"""What decides, besides the face, where a line ends."""


def shortcuts() -> list[Shortcut]:
    """The breaking of a line, for whoever asks for it, and the name WeasyPrint keeps the height of a line by."""
    once = broken_once()
    return [
        *(Shortcut(owner, "split_first_line", once) for owner in (inline, preferred, line_break)),
        Shortcut(line_break, "_font_style_cache_key", named),
    ]


def broken_once() -> Callable[[Split], Split]:
    """Keeps every line for as long as the shortcut is taken; who asks for one gets a layout of its own to draw."""
    kept: dict[Any, tuple[Any, ...]] = {}

    def make(split: Split) -> Split:
        def once(
            text: str,
            style: Any,
            context: Any,
            max_width: float | None,
            justification_spacing: float,
            is_line_start: bool = True,
            minimum: bool = False,
        ) -> tuple[Any, ...]:
            asked = (text, max_width, justification_spacing, is_line_start, minimum)
            key = (*asked, face_of(style), _BREAKS(style))
            line = kept.get(key)
            if line is None:
                line = kept[key] = split(text, style, context, *asked[1:])
            return (_copied(line[0]), *line[1:])

        return once

    return make


def _copied(layout: Any) -> Any:
    """A layout that can be drawn, trimmed and given other digits without the one it is a copy of."""
    copy = object.__new__(type(layout))
    copy.__dict__ |= layout.__dict__
    return copy


def named(name: Named) -> Named:
    """The names of faces, kept: each is written out of fourteen properties, for every line and every text in it."""
    kept: dict[Any, str] = {}

    def look(style: Any, include_size: bool = False) -> str:
        key = (face_of(style), include_size and style["line_height"])
        if key not in kept:
            kept[key] = name(style, include_size)
        return kept[key]

    return look
