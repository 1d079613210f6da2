"""A page before it is rendered: what it shows, where it lies and in which languages it exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from zhaoshang.domain.library import Key
from zhaoshang.values import Text


class State(StrEnum):
    """How a page exists in a language."""

    TRANSLATED = "translated"
    FALLBACK = "fallback"
    """Shown with the original's prose, a notice, a canonical link to the original and no hreflang."""
    ABSENT = "absent"
    """Not written and not linked."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page in all its languages. `path` is the address below a language's folder: `projects/anode.html`.

    `view` is what the template shows: a frozen value that holds records, never words of one language.
    """

    path: str
    template: str
    title: Text
    description: Text
    view: Any
    section: str
    """The entry of the main menu that is lit."""
    kind: str = "page"
    """What search and structured data call it: a singular of `domain.kinds.SINGULAR`, or `page`."""
    parent: str | None = None
    """The path of the page one level up; None for the home page."""
    key: Key | None = None
    """The record the page is about."""
    states: Mapping[str, State] = field(default_factory=dict)
    """Languages in which the page is not simply translated."""
    updated: date | None = None
    indexed: bool = True
    """False keeps the page out of search engines and the site map."""
    scripts: tuple[str, ...] = ()
    """Scripts the page needs beyond those of every page."""

    def state(self, language: str) -> State:
        """How the page exists in a language."""
        return self.states.get(language, State.TRANSLATED)


@dataclass(frozen=True, slots=True)
class Plan:
    """Every page of the site by path, in the order of the site map."""

    pages: Mapping[str, PageSpec]
    languages: tuple[str, ...]
    routes: Mapping[Key, str]
    """The path of each record that has a page, or a place on one (`questions.html#q-visa`)."""
    clashes: tuple[tuple[PageSpec, PageSpec], ...] = ()
    """Pages that want one address; the second of each pair has it."""

    def __iter__(self) -> Iterator[PageSpec]:
        return iter(self.pages.values())

    def exists(self, path: str, language: str) -> bool:
        """Whether a page is written in a language."""
        page = self.pages.get(path.partition("#")[0])
        return page is not None and page.state(language) is not State.ABSENT

    def trail(self, page: PageSpec) -> tuple[PageSpec, ...]:
        """The pages above a page, the home page first."""
        found: list[PageSpec] = []
        parent = page.parent
        while parent is not None:
            found.append(self.pages[parent])
            parent = self.pages[parent].parent
        return tuple(reversed(found))

    def below(self, path: str) -> tuple[PageSpec, ...]:
        """The pages directly below a page."""
        return tuple(page for page in self if page.parent == path)


def relative(source: str, target: str) -> str:
    """The relative address from one file of the site to another, both given from the site's root.

    A fragment is kept; a link to the page itself is its bare file name, so that it works from disk too.
    """
    path, hash_, fragment = target.partition("#")
    here, there = source.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:]) + hash_ + fragment
