"""Chinese typesetting for WeasyPrint 70, which by itself sets Chinese ragged and with gaps.

What is added follows CLREQ (Requirements for Chinese Text Layout): both edges of a full line are flush, by
opening the line between ideographs; a mark at the edge of a line and the first of two adjoining marks take
half an em. The adjoining marks are the font's business (`typefounding`), the rest is here. WeasyPrint has
no interface for this, so three of its names are replaced while the setting is in force, after a check that
they are what they were.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_HOOKS = {
    "Layout.set_text": ("self", "text", "justify"),
    "Layout.reactivate": ("self", "style"),
    "Layout.deactivate": ("self",),
    "Layout.get_first_line": ("self",),
    "Layout": ("style", "justification_spacing", "max_width"),
    "line_size": ("line", "style"),
    "split_first_line": (
        ("text", "style", "context", "max_width", "justification_spacing", "is_line_start", "minimum")
    ),
    "justify_line": ("context", "line", "extra_width"),
}
"""What is relied upon, by name, with the parameters it must take."""


class SettingUnavailableError(RuntimeError):
    """WeasyPrint no longer has a place this module hooks into; the text names it."""


@contextmanager
def chinese_setting() -> Iterator[None]:
    """Set Chinese well while the context lasts; raises `SettingUnavailableError` before it begins if that
    cannot be.

    For the process as a whole: WeasyPrint keeps these names in its modules.
    """
    from weasyprint.layout import inline
    from weasyprint.text import line_break

    verify(line_break, inline)
    from zhaoshang.print.setting.typesetter import ChineseLayout, Justifier, LineBreaker

    kept = line_break.Layout, inline.split_first_line, inline.justify_line
    line_break.Layout = ChineseLayout
    inline.split_first_line = LineBreaker(inline.split_first_line)
    inline.justify_line = Justifier(inline.justify_line)
    try:
        yield
    finally:
        line_break.Layout, inline.split_first_line, inline.justify_line = kept


def verify(line_break: Any, inline: Any) -> None:
    """Raise `SettingUnavailableError` unless both modules still offer what is replaced or called here."""
    for name, parameters in _HOOKS.items():
        owner = inline if name in {"split_first_line", "justify_line"} else line_break
        for part in name.split("."):
            owner = getattr(owner, part, None)
        if owner is None or tuple(inspect.signature(owner).parameters) != parameters:
            raise SettingUnavailableError(name)
