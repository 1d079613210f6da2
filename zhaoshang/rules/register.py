"""The register of editions is kept, not edited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zhaoshang.diagnostics.diagnostic import Diagnostic
from zhaoshang.domain.library import Key, Library
from zhaoshang.rules.rule import finding


def unaltered_editions(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z446: a released edition says what it said when it was released."""
    for id_, edition in library.editions.items():
        if not edition.intact:
            yield finding(library, "Z446", Key("editions", id_), ("fingerprint",), number=id_)
