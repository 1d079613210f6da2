"""Records that are mostly read: pages, news, cases and questions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from zhaoshang.domain.media import Image
from zhaoshang.domain.record import (
    ContactRef,
    FactRef,
    Language,
    ParkRef,
    Part,
    PolicyRef,
    ProjectRef,
    Record,
    SectorRef,
    Slug,
    TagRef,
)
from zhaoshang.values import Date, Figure, Text, Whole


class Section(Part):
    """A titled piece of a page that other pages and guides quote, such as one of the three reasons."""

    title: Text
    text: Text
    facts: tuple[FactRef, ...] = ()


class Role(StrEnum):
    """Where a page belongs."""

    WHY = "why"
    REASONS = "reasons"
    LETTER = "letter"
    LIVING = "living"
    FOREIGN = "foreign"
    """Notes for foreign investors."""
    ABOUT = "about"
    """About the data."""
    LEGAL = "legal"
    PRIVACY = "privacy"
    ACCESSIBILITY = "accessibility"
    INTERPRETATION = "interpretation"
    """Explains a policy (解读)."""
    OTHER = "other"


class Page(Record):
    """`pages/<id>.yaml` with `<id>.zh.md` and `<id>.en.md`."""

    kind: ClassVar[str] = "pages"

    title: Text
    summary: Text
    role: Role
    order: Whole = 0
    sections: Mapping[Slug, Section] = {}
    signed: Text | None = None
    """Who signs a letter."""
    updated: Date
    languages: tuple[Language, ...] = ()
    """Where the record is published in some languages only; empty means in all."""
    images: tuple[Image, ...] = ()


class News(Record):
    """`news/<id>.yaml` with prose beside it."""

    kind: ClassVar[str] = "news"

    title: Text
    summary: Text
    date: Date
    source: Text
    tags: tuple[TagRef, ...] = ()
    projects: tuple[ProjectRef, ...] = ()
    policies: tuple[PolicyRef, ...] = ()
    parks: tuple[ParkRef, ...] = ()
    languages: tuple[Language, ...] = ()
    """Where the record is published in some languages only; empty means in all."""
    images: tuple[Image, ...] = ()


class Quote(Part):
    """Words of a named person, published with consent."""

    words: Text
    by: Text
    consent: Date


class Achievement(Part):
    """A figure of a case."""

    label: Text
    value: Figure


class Case(Record):
    """`cases/<id>.yaml` with prose beside it: a firm that came, and how it went."""

    kind: ClassVar[str] = "cases"

    title: Text
    firm: Text
    summary: Text
    sector: SectorRef
    park: ParkRef | None = None
    year: Whole
    figures: tuple[Achievement, ...] = ()
    source: Text
    as_of: Date
    quote: Quote | None = None
    images: tuple[Image, ...] = ()


class Question(Part):
    """A question with its answer; the answer may hold links and `{fact:…}`."""

    question: Text
    answer: Text
    contact: ContactRef | None = None


class QuestionGroup(Part):
    """Questions on one subject."""

    title: Text
    questions: Mapping[Slug, Question]


class Questions(Record):
    """`faq.yaml`."""

    kind: ClassVar[str] = "faq"

    groups: Mapping[Slug, QuestionGroup]
    updated: Date
