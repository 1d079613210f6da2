"""A table that is handed over: the same rows become a sheet of a workbook and a table of a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhaoshang.values import Text

Cell = Text | str | int | date | None
"""A bilingual text is shown in every language, the original first; None is an empty cell."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A titled table. `empty` is said where it has no rows."""

    id: str
    title: Text
    columns: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: Text


def in_languages(cell: Cell, languages: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """What a cell says as (language, words), the site's languages in order; no language where it is in none.

    A text that lacks a language is said in those it has, each of its words once.
    """
    if isinstance(cell, Text):
        said = [cell.said(language, languages) for language in languages]
        return tuple(dict.fromkeys((one.lang, one.text) for one in said))
    if cell is None or cell == "":
        return ()
    return (("", cell.isoformat() if isinstance(cell, date) else str(cell)),)
