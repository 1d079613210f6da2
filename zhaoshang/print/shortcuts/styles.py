"""The value of a property that no rule has set for an element: what it inherits, or the initial one.

Four lookups of five are of this kind; WeasyPrint leads them through everything a rule could have asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from weasyprint import css
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

from zhaoshang.print.shortcuts import Shortcut

Missing: TypeAlias = Callable[[Any, str], Any]

_OF_MANY = {"display", "float", "page", "position"}
"""Properties that depend on one another or on the ancestors."""

_LOGICAL = {
    (name, direction): logical(block="ttb", inline=direction)
    for name, logical in css.PHYSICAL_FUNCTIONS.items()
    for direction in ("ltr", "rtl")
}
"""What a rule may have set instead: `margin-inline-start` for `margin-left`, by property and direction."""

_SIMPLE = {
    name for name in INITIAL_VALUES if name not in _OF_MANY and not name.startswith("text_decoration_")
}
_TAKEN_OVER = {name for name in _SIMPLE if name in INHERITED and name not in css.PHYSICAL_FUNCTIONS}
_INITIAL = _SIMPLE - set(INHERITED) - set(INITIAL_NOT_COMPUTED)


def shortcuts() -> list[Shortcut]:
    """The way of an element's style to a value that has not been asked for yet."""
    return [Shortcut(css.ComputedStyle, "__missing__", unset)]


def unset(missing: Missing) -> Missing:
    """Gives what no rule has set without looking further; every other value comes from `missing`."""

    def look(style: Any, key: str) -> Any:
        if key not in style.cascaded:
            if key in _TAKEN_OVER and style.parent_style is not None:
                value = style[key] = style.parent_style[key]
                return value
            if key in _INITIAL and not _set_logically(style, key):
                value = style[key] = INITIAL_VALUES[key]
                return value
        return missing(style, key)

    return look


def _set_logically(style: Any, key: str) -> bool:
    return key in css.PHYSICAL_FUNCTIONS and _LOGICAL[key, style["direction"]] in style.cascaded
