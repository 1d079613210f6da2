"""What a guide states, as the register of editions keeps it: its records with their amounts and clauses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from pydantic import BaseModel

from zhaoshang.domain.guide import Chapter, Guide
from zhaoshang.domain.inline import FactMark, LinkMark, inline_marks
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.policy import Article
from zhaoshang.domain.record import Record
from zhaoshang.domain.register import Clause, Contents, Entry, Issue
from zhaoshang.print.guide.choice import CHAPTER_OF, choose, filled_chapters
from zhaoshang.rules.walk import values
from zhaoshang.values import Quantity, Text, show

_SINGLE: Mapping[Chapter, str] = {Chapter.LOCATION: "location", Chapter.FACTS: "facts"}
"""The chapters that show what the county has one of."""

_NAMES = ("title", "label", "name", "claim")
"""The fields by which a part of a record is called."""


def contents_now(library: Library, *, today: date) -> dict[str, Contents]:
    """What every public guide states on a day, by guide."""
    return {id_: contents_of(library, guide, today=today) for id_, guide in library.guides.items()}


def contents_of(library: Library, guide: Guide, *, today: date) -> Contents:
    """What a guide states on a day. The same records stand in all its languages."""
    choice = choose(library, guide, languages=frozenset(guide.languages), today=today)
    chapters = filled_chapters(choice, guide.chapters)
    keys = [key for key in choice.shown() if CHAPTER_OF[key.kind] in chapters]
    if Chapter.PROJECTS in chapters:
        keys += [Key("projects", project.id) for project in choice.under_way]
    keys += [Key(kind, kind) for chapter, kind in _SINGLE.items() if chapter in chapters]
    return {str(key): _entry(library, library.records(key.kind)[key.id]) for key in keys}


def issue_of(guide: Guide) -> Issue:
    """The guide as the register names it."""
    return Issue(title=guide.title, format=guide.format.value, languages=guide.languages)


def _entry(library: Library, record: Record) -> Entry:
    """A record as an edition states it."""
    articles: Mapping[str, Article] = getattr(record, "articles", {})
    title = getattr(record, "title", None)
    figures = [(path, quantity) for path, quantity in values(record, Quantity) if path[0] != "articles"]
    parts = dict(part for path, _ in figures for part in _parts(record, path))
    return Entry(
        title=_worded(title, library) if title else None,
        amounts={_joined(path): quantity for path, quantity in figures},
        parts={path: _worded(text, library) for path, text in parts.items()},
        clauses={id_: _clause(article, library) for id_, article in articles.items()},
    )


def _clause(article: Article, library: Library) -> Clause:
    return Clause(
        label=article.label,
        title=article.title,
        text=_worded(article.text, library),
        amounts=tuple(quantity for _, quantity in values(article.awards, Quantity)),
    )


def _parts(record: Record, path: tuple[str | int, ...]) -> Iterator[tuple[str, Text]]:
    """The parts on the way to a figure that have a name."""
    value: object = record
    for length, step in enumerate(path[:-1], start=1):
        value = _inside(value, step)
        named = (name for each in _NAMES if isinstance(name := getattr(value, each, None), Text))
        if (name := next(named, None)) is not None:
            yield _joined(path[:length]), name


def _joined(path: tuple[str | int, ...]) -> str:
    return ".".join(map(str, path))


def _inside(value: object, step: str | int) -> object:
    """One step into a record, as `rules.walk.values` goes."""
    if isinstance(value, BaseModel):
        return getattr(value, str(step))
    if isinstance(value, Mapping):
        return value[step]
    assert isinstance(value, tuple)
    assert isinstance(step, int)
    return value[step]


def _worded(text: Text, library: Library) -> Text:
    """A text as a reader met it: its facts filled in, its links as their labels."""
    return Text({language: "".join(_plain(words, language, library)) for language, words in text.items()})


def _plain(words: str, language: str, library: Library) -> Iterator[str]:
    for mark in inline_marks(words):
        if isinstance(mark, FactMark):
            yield show(library.fact(mark.id).value, language)
        else:
            yield mark.label if isinstance(mark, LinkMark) else mark.text
