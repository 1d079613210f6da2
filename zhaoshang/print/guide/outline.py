"""The chapters of a guide: in which template each stands and which picture opens it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from zhaoshang.domain.guide import Chapter
from zhaoshang.graphics import Opening

OPENINGS: Mapping[Chapter, Opening] = MappingProxyType(
    {
        Chapter.LETTER: Opening.LETTER,
        Chapter.REASONS: Opening.REASONS,
        Chapter.LOCATION: Opening.LOCATION,
        Chapter.FACTS: Opening.FACTS,
        Chapter.INDUSTRIES: Opening.INDUSTRIES,
        Chapter.COSTS: Opening.COSTS,
        Chapter.SITES: Opening.PARKS,
        Chapter.PROJECTS: Opening.PROJECTS,
        Chapter.POLICIES: Opening.POLICIES,
        Chapter.REWARDS: Opening.REWARDS,
        Chapter.PROCEDURES: Opening.PROCEDURES,
        Chapter.LIVING: Opening.LIVING,
        Chapter.CASES: Opening.CASES,
        Chapter.FOREIGN: Opening.FOREIGN,
        Chapter.CONTACTS: Opening.CONTACTS,
        Chapter.APPENDIX: Opening.APPENDIX,
    }
)

UNNUMBERED = frozenset({Chapter.LETTER, Chapter.APPENDIX})
"""Chapters that stand before the first or after the last number."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A chapter as this edition counts it. `number` is two digits, or '' where the chapter has none."""

    chapter: Chapter
    number: str

    @property
    def name(self) -> str:
        """Its key among the interface words and the name of its template."""
        return self.chapter.value

    @property
    def anchor(self) -> str:
        """The id its links lead to."""
        return f"chapter-{self.chapter.value}"

    @property
    def opening(self) -> Opening:
        """The picture it opens with."""
        return OPENINGS[self.chapter]


def number_chapters(chapters: tuple[Chapter, ...]) -> tuple[Heading, ...]:
    """The chapters in the edition's order, numbered from 01."""
    headings, count = [], 0
    for chapter in chapters:
        if chapter in UNNUMBERED:
            headings.append(Heading(chapter, ""))
        else:
            count += 1
            headings.append(Heading(chapter, f"{count:02}"))
    return tuple(headings)
