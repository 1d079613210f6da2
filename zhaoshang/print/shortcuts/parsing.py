"""Documents that are well-formed, read by the parser of XML, which takes a twentieth of the time."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeAlias
from xml.etree import ElementTree

from weasyprint import tinyhtml5

from zhaoshang.print.shortcuts import Shortcut

Parse: TypeAlias = Callable[..., Any]

_DOCTYPE = "<!DOCTYPE html>"
_FOREIGN = re.compile(r"<(?:math|svg)(?! xmlns=)")
"""A drawing whose language is not stated, which only a parser of HTML knows."""

_VOID = re.compile(r"<((?:br|col|hr|img|input|link|meta|wbr)\b[^<>]*?)\s*/?>")


def shortcuts() -> list[Shortcut]:
    """How a document's text becomes a tree."""
    return [Shortcut(tinyhtml5, "parse", well_formed)]


def well_formed(parse: Parse) -> Parse:
    """Reads a document written with care as XML; every other one is left to `parse`.

    The two read the same tree from it but for blanks between its head and its body. Without a document type of its
    own a document can define no entities.
    """

    def read(document: Any, **options: Any) -> Any:
        text = document if isinstance(document, str) else document.read()
        if isinstance(text, str) and text.startswith(_DOCTYPE) and not _FOREIGN.search(text):
            with suppress(ElementTree.ParseError):
                return ElementTree.fromstring(_VOID.sub(r"<\1/>", text.removeprefix(_DOCTYPE)))
        return parse(text, **options)

    return read
