"""The value of a property that no rule has set: what it inherits, or the initial one.

Nine lookups of ten are of this kind, and most of them ask every style for the same seventy properties; WeasyPrint leads
each through everything a rule could have said.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Any, TypeAlias

from weasyprint import css
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

from zhaoshang.print.shortcuts import Shortcut

Begin: TypeAlias = Callable[..., None]
Missing: TypeAlias = Callable[[Any, str], Any]

_SIDES = ("top", "right", "bottom", "left")
_OF_MANY = {"display", "float", "page", "position"}
"""Properties that depend on one another or on the ancestors."""

_PROPAGATED = {"page", *(f"text_decoration_{part}" for part in ("line", "color", "style", "thickness"))}
"""What an element has of its ancestors although it is not inherited."""

_LINES = {f"border_{side}_width": f"border_{side}_style" for side in _SIDES}
"""Widths that are nought where there is no line."""

_LOGICAL = {
    (name, direction): logical(block="ttb", inline=direction)
    for name, logical in css.PHYSICAL_FUNCTIONS.items()
    for direction in ("ltr", "rtl")
}
"""What a rule may have set instead: `margin-inline-start` for `margin-left`, by property and direction."""

_SIMPLE = {
    name for name in INITIAL_VALUES if name not in _OF_MANY and not name.startswith("text_decoration_")
}
_INHERITED = {name for name in _SIMPLE if name in INHERITED and name not in css.PHYSICAL_FUNCTIONS}
_FROM_ABOVE = _INHERITED | _PROPAGATED
_INITIAL = {name: INITIAL_VALUES[name] for name in _SIMPLE - set(INHERITED) - set(INITIAL_NOT_COMPUTED)}

_OF_ALL = {
    name: _INITIAL[name]
    for name in (
        *(f"{box}_{side}" for box in ("margin", "padding") for side in _SIDES),
        *("width", "height", "min_width", "min_height", "max_width", "max_height", "box_sizing"),
        *(f"border_{edge}_{side}_radius" for edge in ("top", "bottom") for side in ("left", "right")),
        *("border_image_source", "mask_border_source", "outline_offset", "outline_color", "outline_style"),
        *("background_image", "background_color", "box_shadow", "image_orientation", "transform", "opacity"),
        *("anchor", "appearance", "bookmark_level", "bookmark_state", "box_decoration_break"),
        *("overflow", "vertical_align"),
    )
}
"""The initial values that the layout of any box asks for."""

_OF_PARENTS = (
    *("font_size", "font_family", "font_style", "font_stretch", "font_weight", "font_kerning"),
    *("font_variant_ligatures", "font_variant_position", "font_variant_caps", "font_variant_numeric"),
    *("font_variant_alternates", "font_variant_east_asian", "font_feature_settings"),
    *("font_variation_settings", "font_language_override", "color", "visibility", "lang", "direction"),
    *("white_space", "word_spacing", "letter_spacing", "word_break", "overflow_wrap", "tab_size"),
    *("hyphens", "hyphenate_character", "hyphenate_limit_chars", "hyphenate_limit_zone"),
    *("text_transform", "line_height", "border_collapse", "text_indent", "text_align_all"),
    "text_align_last",
)
"""The inherited ones."""

_inherited_by_all = itemgetter(*_OF_PARENTS)


def shortcuts() -> list[Shortcut]:
    """What a style begins with, and its way to a value that has not been asked for yet."""
    return [
        Shortcut(css.ComputedStyle, "__missing__", unset),
        Shortcut(css.AnonymousStyle, "__init__", filled),
        Shortcut(css.AnonymousStyle, "__missing__", unset_of_none),
    ]


def filled(begin: Begin) -> Begin:
    """Gives the style of a box that stands for no element, of which nothing can be set, what it will be asked for."""

    def fill(style: Any, parent: Any) -> None:
        begin(style, parent)
        style.update(_OF_ALL)
        style.update(zip(_OF_PARENTS, _inherited_by_all(parent), strict=True))

    return fill


def unset(missing: Missing) -> Missing:
    """Gives what no rule has set without looking further; every other value comes from `missing`."""

    def look(style: Any, key: str) -> Any:
        if key in style.cascaded:
            return missing(style, key)
        if key in _FROM_ABOVE or key[:2] == "__":
            if style.parent_style is None:
                return missing(style, key)
            value = style.parent_style[key]
        elif _set_logically(style, key):
            return missing(style, key)
        elif key in _INITIAL:
            value = _INITIAL[key]
        elif key in _LINES and style[_LINES[key]] == "none":
            value = 0
        else:
            return missing(style, key)
        style[key] = value
        return value

    return look


def unset_of_none(missing: Missing) -> Missing:
    """The same for a box that stands for no element: what it has of its ancestors it takes from them."""

    def look(style: Any, key: str) -> Any:
        if key in _FROM_ABOVE:
            value = style[key] = style.parent_style[key]
            return value
        return missing(style, key)

    return look


def _set_logically(style: Any, key: str) -> bool:
    return key in css.PHYSICAL_FUNCTIONS and _LOGICAL[key, style["direction"]] in style.cascaded
