"""Long text after it was compiled: what pages and guides print, and what they need to know about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a prose: its anchor, its level (2 for the first below the page's title), its plain words."""

    id: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """One text in one language: safe HTML, the same as plain text for search, and what it refers to.

    `links` are the targets as written, in order of appearance; `facts` the ids of the facts it quotes.
    """

    language: str
    html: str
    text: str
    headings: tuple[Heading, ...] = ()
    links: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
