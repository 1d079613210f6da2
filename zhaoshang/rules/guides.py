"""Guides that can be set: in languages the site has, and side by side only where there is room for two."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zhaoshang.diagnostics.diagnostic import Diagnostic
from zhaoshang.domain.guide import Format, Guide
from zhaoshang.domain.library import Key, Library
from zhaoshang.rules.rule import finding

_NARROW = frozenset({Format.PHONE, Format.PLAIN})
"""Formats whose page holds one column only."""


def settable_guides(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z860 and Z861: a guide is in languages of the site; in parallel it has two of them, on a wide page."""
    for id_, guide in library.guides.items():
        key = Key("guides", id_)
        for place, language in enumerate(guide.languages):
            if language not in library.languages:
                known = ", ".join(library.languages)
                yield finding(library, "Z860", key, ("languages", place), language=language, known=known)
        if guide.parallel and not _fits_in_parallel(guide):
            languages = ", ".join(guide.languages)
            yield finding(library, "Z861", key, ("parallel",), languages=languages, format=guide.format.value)


def _fits_in_parallel(guide: Guide) -> bool:
    return len(set(guide.languages)) == len(guide.languages) == 2 and guide.format not in _NARROW
