"""Which records can have a poster, which posters the site offers, and where they lie."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.relations import free_plots, open_projects
from zhaoshang.domain.site import Posters
from zhaoshang.domain.standing import standings


class Shape(StrEnum):
    """The two shapes that WeChat shows whole: a screen of a telephone, and a square in a chat."""

    TALL = "tall"
    SQUARE = "square"


KINDS = tuple(Posters.model_fields)
"""The kinds of records that have posters."""


def poster_path(key: Key, language: str, shape: Shape) -> str:
    """Where a poster lies, from the site's root."""
    return f"posters/{language}/{key.kind}-{key.id}-{shape}.png"


def on_offer(library: Library, *, today: date) -> tuple[Key, ...]:
    """The records a poster can be made of: what can be taken up, and what is in force or about to be."""
    return (
        *(Key("projects", one.id) for one in open_projects(library, today=today)),
        *(Key("plots", one.id) for one in free_plots(library)),
        *(
            Key(kind, id_)
            for kind, documents in library.documents().items()
            for id_, status in standings(documents, today=today).items()
            if status.listed
        ),
    )


def offered(library: Library, *, today: date) -> tuple[Key, ...]:
    """The records whose posters the site offers: those it names, as long as they are on offer."""
    there = frozenset(on_offer(library, today=today))
    keys = (Key(kind, id_) for kind in KINDS for id_ in getattr(library.site.posters, kind))
    return tuple(key for key in keys if key in there)
