"""Questions asked of every box many times over: whether it is in the flow, and how long its lengths are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout import percent

from zhaoshang.print.shortcuts import Shortcut

_IN_FLOW = ("none", "static"), ("none", "relative")
"""Float and position of nearly every box."""


def shortcuts() -> list[Shortcut]:
    """The flow of a box, and one of its lengths."""
    return [
        Shortcut(Box, "is_in_normal_flow", in_flow),
        Shortcut(percent, "resolve_one_percentage", measured),
    ]


def in_flow(is_in_normal_flow: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Answers for a box that neither floats nor stands elsewhere; every other is left to the five questions."""

    def ask(box: Any) -> bool:
        style = box.style
        return (style["float"], style["position"]) in _IN_FLOW or is_in_normal_flow(box)

    return ask


def measured(resolve: Callable[[Any, str, Any], None]) -> Callable[[Any, str, Any], None]:
    """Sets a length given in pixels as it is; what is automatic, a share or a sum is left to `resolve`."""

    def measure(box: Any, name: str, refer_to: Any) -> None:
        value = box.style[name]
        if type(value) is Dimension and value.unit == "px":
            setattr(box, name, value.value)
        else:
            resolve(box, name, refer_to)

    return measure
