"""Wide tables for a narrow sheet: a row becomes a card whose cells bear the heads of their columns."""

from __future__ import annotations

import re
from itertools import count

from markupsafe import Markup, escape

_TABLE = re.compile(r'<table(?: class="([^"]*)")?([^>]*)>(.*?)</table>', re.DOTALL)
_HEAD = re.compile(r"<thead>(.*?)</thead>", re.DOTALL)
_HEAD_CELL = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<(th|td)\b([^>]*)>(.*?)</\1>", re.DOTALL)

_SPAN = re.compile(r'colspan="(\d+)"')
_BETWEEN = re.compile(r"(</?t[rdh]\b[^>]*>)\s+(</?t[rdh]\b)")
"""White space between cells, which would be a thing of its own once they are not cells to the renderer."""


def as_cards(html: str, *, widest: int, blank: str) -> str:
    """The document with every table of more than `widest` columns marked `cards`, its cells labelled for the style.

    The tables stay tables, in rows of equal length, so that a screen reader still finds its way in them; of the head
    the first cell stays, which says what they are of, and a cell that says `blank`, that is nothing, is emptied. The
    tables are those of our templates: one head of plain cells, no table inside another.
    """
    return _TABLE.sub(lambda match: _table(match, widest, blank), html)


def _table(match: re.Match[str], widest: int, blank: str) -> str:
    classes, more, inside = match[1] or "", match[2], match[3]
    head = _HEAD.search(inside)
    labels = [Markup(cell).striptags() for cell in _HEAD_CELL.findall(head[1])] if head else []
    if head is None or len(labels) <= widest:
        return match[0]
    body = inside[head.end() :]
    labelled = _ROW.sub(lambda row: _row(row[0], labels, blank), body)
    title = f"<thead><tr><th>{escape(labels[0])}</th>{'<th></th>' * (len(labels) - 1)}</tr></thead>"
    return f'<table class="{f"cards {classes}".strip()}"{more}>{title}{labelled}</table>'


def _row(row: str, labels: list[str], blank: str) -> str:
    """Every cell but the row's own head with the label of its column; a head that spans the row has it to itself."""
    place = count()

    def cell(match: re.Match[str]) -> str:
        label = labels[min(next(place), len(labels) - 1)]
        if match[1] == "th":
            spans = _SPAN.search(match[2])
            return match[0] if spans is None else f"<th>{match[3]}</th>{'<td></td>' * (int(spans[1]) - 1)}"
        said = match[3].strip()
        return (
            "<td></td>" if said in ("", blank) else f'<td{match[2]} data-label="{escape(label)}">{said}</td>'
        )

    return _BETWEEN.sub(r"\1\2", _CELL.sub(cell, row))
