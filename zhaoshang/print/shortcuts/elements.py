"""What no box is ever made of gets no style: the shapes of a drawing, and the marks of notes that are not there.

WeasyPrint makes six styles for the marks of every element, and a style and a box for every stroke of a drawing, of
which only the picture as a whole is laid out.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from math import inf
from typing import Any, TypeAlias

from weasyprint import css, html

from zhaoshang.print.shortcuts import Shortcut

Draw: TypeAlias = Callable[..., Any]
Aside: TypeAlias = dict[Any, list[Any]]

_DRAWING = "{http://www.w3.org/2000/svg}svg"
_MARKS = frozenset(
    ("marker", "footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback")
)
"""Pseudo-elements that WeasyPrint's own style sheet gives to every element."""

_OWN = css.declaration_precedence("user agent", importance=False)


def shortcuts() -> list[Shortcut]:
    """The making of all styles of a document, and of a picture from a drawing in it."""
    aside: Aside = {}

    def make(document: Any, *rest: Any) -> Needed:
        _set_aside(document.etree_element, aside)
        return Needed(document, *rest)

    return [
        Shortcut(css, "StyleFor", lambda _: make),
        Shortcut(html, "SVGImage", lambda draw: _whole(draw, aside)),
    ]


def _set_aside(document: Any, aside: Aside) -> None:
    """Take the shapes out of the drawings of whose parts the rest of the document knows nothing."""
    for drawing in document.iter(_DRAWING):
        if not any(_concerns_others(shape) for shape in drawing.iterfind(".//*")):
            aside[drawing] = list(drawing)
            drawing[:] = []


def _concerns_others(shape: Any) -> bool:
    return "id" in shape.attrib or shape.tag.endswith(("}style", "}svg"))


def _whole(draw: Draw, aside: Aside) -> Draw:
    """Puts the shapes back before the picture is made."""

    def picture(element: Any, *rest: Any) -> Any:
        element.extend(aside.pop(element, ()))
        return draw(element, *rest)

    return picture


class Needed(css.StyleFor):
    """A document's styles; those of marks are made when they are asked for."""

    def __init__(self, document: Any, sheets: list[tuple[Any, str, Any]], *rest: Any) -> None:
        self._declared: dict[str, dict[str, Any]] = {mark: {} for mark in _MARKS}
        self._made: set[tuple[Any, str]] = set()
        super().__init__(document, [self._without_marks(*sheet) for sheet in sheets], *rest)

    def __call__(self, element: Any, pseudo_type: str | None = None) -> Any:
        if pseudo_type in _MARKS and (element, pseudo_type) not in self._made:
            self._made.add((element, pseudo_type))
            self._make(element, pseudo_type)
        return super().__call__(element, pseudo_type)

    def _without_marks(self, sheet: Any, origin: str, specificity: Any) -> tuple[Any, str, Any]:
        """WeasyPrint's own sheet without what it declares for marks, which is kept; another sheet as it is."""
        if origin != "user agent":
            return sheet, origin, specificity
        lean = copy(sheet)
        lean.matcher = copy(sheet.matcher)
        lean.matcher.other_selectors = []
        for entry in sheet.matcher.other_selectors:
            _test, own_specificity, _order, pseudo, (declarations, _layer) = entry
            if pseudo in _MARKS:
                weight = (_OWN, inf, own_specificity)
                self._declared[pseudo] |= {name: (values, weight) for name, values, _ in declarations}
            else:
                lean.matcher.other_selectors.append(entry)
        return lean, origin, specificity

    def _make(self, element: Any, mark: str) -> None:
        """The style of a mark: what WeasyPrint declares, and what other sheets have declared instead."""
        styles = self.get_computed_styles()
        theirs = styles.get((element, mark))
        parent = styles[element, None]
        styles[element, mark] = css.ComputedStyle(
            parent,
            self._declared[mark] | (theirs.cascaded if theirs else {}),
            mark,
            parent if parent.is_root_element else parent.root_style,
            parent.base_url,
            self.font_config,
            self.initial_page_sizes,
        )
