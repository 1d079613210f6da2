"""What Pango is told of the type of a text, told once for all the texts set in it."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Any, TypeAlias

from weasyprint.text import line_break
from weasyprint.text.ffi import ffi, gobject, pango

from zhaoshang.print.shortcuts import Shortcut

Setup: TypeAlias = Callable[[Any, Any], None]
Face: TypeAlias = tuple[Any, ...]

_TELLING = itemgetter(
    "font_style",
    "font_stretch",
    "font_weight",
    "font_size",
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
    "font_variation_settings",
    "font_language_override",
    "lang",
    "direction",
)
"""What makes the type of a text, besides its families and the lines that decorate it."""

ffi.cdef("PangoLayout* pango_layout_copy(PangoLayout*);")


def shortcuts() -> list[Shortcut]:
    """How a layout is made ready for a text, each time a line of it is broken or drawn."""
    return [Shortcut(line_break.Layout, "setup", set_up)]


def face_of(style: Any) -> Face:
    """What tells the type of one text from that of another."""
    lines = style["text_decoration_line"]
    lines = lines if lines == "none" else frozenset(lines)
    return (style.font_config, tuple(style["font_family"]), lines, _TELLING(style))


def set_up(setup: Setup) -> Setup:
    """Makes one layout ready for each face with `setup`, and all others as copies of it."""
    kept: dict[Face, dict[str, Any]] = {}

    def copy(layout: Any, style: Any) -> None:
        face = face_of(style)
        model = kept.get(face)
        if model is None:
            model = kept[face] = _model(setup, style)
        layout.__dict__ |= model
        layout.style = style
        layout.layout = _copied(model["layout"])

    return copy


def _model(setup: Setup, style: Any) -> dict[str, Any]:
    """All that `setup` gives to a layout, none of which ever gets a text."""
    layout = object.__new__(line_break.Layout)
    setup(layout, style)
    return dict(vars(layout))


def _copied(layout: Any) -> Any:
    """A layout with the context, the description, the features of another, to change as one likes."""
    return ffi.gc(pango.pango_layout_copy(layout), gobject.g_object_unref)
