"""The file's numbers and page references, written down once and by the shortest way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint.pdf import pydyf

from zhaoshang.print.shortcuts import Shortcut


def shortcuts() -> list[Shortcut]:
    """How values become bytes, and the list of a file's pages."""
    return [
        Shortcut(pydyf, "_to_bytes", short),
        Shortcut(pydyf.PDF, "page_references", lambda kept: property(Kept(kept.__get__))),
    ]


def short(to_bytes: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
    """Writes the four kinds of values a page consists of; all others are left to `to_bytes`."""

    def write(item: Any) -> bytes:
        kind = type(item)
        if kind is bytes:
            return bytes(item)
        if kind is str:
            return str(item).encode("ascii")
        if kind is int or (kind is float and item.is_integer()):
            return b"%d" % item
        if kind is float:
            return (b"%f" % item).rstrip(b"0")
        return to_bytes(item)

    return write


class Kept:
    """The references of all pages of one PDF, written down again only when a page has been added.

    WeasyPrint asks for them with each element of the structure tree.
    """

    def __init__(self, write: Callable[[Any], tuple[bytes, ...]]) -> None:
        self._write = write
        self._of: tuple[Any, int] = (None, 0)
        self._references: tuple[bytes, ...] = ()

    def __call__(self, pdf: Any) -> tuple[bytes, ...]:
        of = (pdf, pdf.pages["Count"])
        if self._of[0] is not pdf or self._of[1] != of[1]:
            self._of, self._references = of, self._write(pdf)
        return self._references
