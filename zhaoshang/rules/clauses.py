"""Whether the awards of a document can be read in one way only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zhaoshang.awards import lint
from zhaoshang.diagnostics.diagnostic import Diagnostic
from zhaoshang.domain.library import Key, Library
from zhaoshang.rules.rule import finding


def unambiguous_awards(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z600 and on: gaps, overlaps, undefined bounds and all else that leaves what an award pays open."""
    for kind, records in library.documents().items():
        for id_, record in records.items():
            for article_id, article in record.articles.items():
                for place, award in enumerate(article.awards):
                    path = ("articles", article_id, "awards", place)
                    for inside, code, arguments in lint(award, record.terms):
                        yield finding(library, code, Key(kind, id_), (*path, *inside), **arguments)
