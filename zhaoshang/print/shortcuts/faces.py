"""The description of a typeface, made once for all the texts set in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint.text import line_break

from zhaoshang.print.shortcuts import Shortcut

_TELLING = (
    "font_style",
    "font_stretch",
    "font_weight",
    "font_size",
    "font_variant_caps",
    "font_variation_settings",
)
"""What a description says, besides the families."""


def shortcuts() -> list[Shortcut]:
    """What Pango is told of the type of a text, each time a line of it is set or drawn."""
    return [Shortcut(line_break, "get_font_description", described)]


def described(describe: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Descriptions kept for as long as the shortcut is taken; Pango copies what it is given."""
    kept: dict[Any, Any] = {}

    def look(style: Any) -> Any:
        key = (tuple(style["font_family"]), *(style[name] for name in _TELLING))
        if key not in kept:
            kept[key] = describe(style)
        return kept[key]

    return look
