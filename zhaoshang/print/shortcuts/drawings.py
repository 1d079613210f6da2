"""The numbers of a drawing: a path has thousands, and nearly all of them stand there without a unit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint import svg

from zhaoshang.print.shortcuts import Shortcut


def shortcuts() -> list[Shortcut]:
    """A length in a drawing."""
    return [Shortcut(svg, "size", plain)]


def plain(size: Callable[..., Any]) -> Callable[..., Any]:
    """Reads a bare number as it is; one with a unit, or none at all, is left to `size`."""

    def read(string: Any, *reference: Any) -> Any:
        try:
            return float(string)
        except (TypeError, ValueError):
            return size(string, *reference)

    return read
