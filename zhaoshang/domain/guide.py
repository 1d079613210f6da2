"""Printed guides: public editions, and the tailored ones for a visitor."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from zhaoshang.domain.project import Stage
from zhaoshang.domain.record import (
    CaseRef,
    ContactRef,
    Language,
    ParkRef,
    Part,
    PlotRef,
    PolicyRef,
    ProcedureRef,
    ProjectRef,
    Record,
    RewardRef,
    SectorRef,
)
from zhaoshang.values import Area, Date, Figure, Flag, Money, Text, Whole


class Chapter(StrEnum):
    """The chapters of a guide, in their usual order."""

    LETTER = "letter"
    REASONS = "reasons"
    LOCATION = "location"
    FACTS = "facts"
    INDUSTRIES = "industries"
    COSTS = "costs"
    SITES = "sites"
    PROJECTS = "projects"
    POLICIES = "policies"
    REWARDS = "rewards"
    PROCEDURES = "procedures"
    LIVING = "living"
    CASES = "cases"
    FOREIGN = "foreign"
    CONTACTS = "contacts"
    APPENDIX = "appendix"


class Format(StrEnum):
    """What a guide is made for."""

    A4 = "a4"
    """For the screen and the office printer."""

    PHONE = "phone"
    """90 × 160 mm, a screen at a time."""

    PLAIN = "plain"
    """A4 in large print and high contrast, one column, without pictures."""

    PRINT_SHOP = "print-shop"
    """A4 with bleed and crop marks, its text in black ink alone."""

    ARCHIVE = "archive"
    """A4 as PDF/A-3 with the catalogue of its records attached as a spreadsheet."""


class Made(StrEnum):
    """When a guide is made."""

    ALWAYS = "always"
    """With every build, for the site."""

    ON_REQUEST = "on-request"
    """By the command `guides`, for `private/guides/`; the site does not offer it."""


class Detail(StrEnum):
    """How much room a project takes."""

    PAGE = "page"
    """A sheet of its own."""

    ENTRY = "entry"
    """A few lines: for catalogues of hundreds."""


class Selection(Part):
    """Which records an edition takes; empty lists take all."""

    sectors: tuple[SectorRef, ...] = ()
    parks: tuple[ParkRef, ...] = ()
    stages: tuple[Stage, ...] = ()
    """Of projects."""
    projects: tuple[ProjectRef, ...] = ()
    plots: tuple[PlotRef, ...] = ()
    policies: tuple[PolicyRef, ...] = ()
    rewards: tuple[RewardRef, ...] = ()
    procedures: tuple[ProcedureRef, ...] = ()
    cases: tuple[CaseRef, ...] = ()


class Guide(Record):
    """`guides/<id>.yaml`: a public edition."""

    kind: ClassVar[str] = "guides"

    title: Text
    subtitle: Text
    number: str
    """The edition's number, such as 2026-2."""
    date: Date
    languages: tuple[Language, ...]
    """Each gives a PDF of its own, unless they stand in `parallel`."""
    parallel: Flag = False
    """Two languages side by side in one PDF; the first leads."""
    format: Format = Format.A4
    made: Made = Made.ALWAYS
    chapters: tuple[Chapter, ...]
    select: Selection = Selection()
    detail: Detail = Detail.PAGE
    """How much room a project takes."""
    order: Whole = 0


class Stay(Part):
    """One point of a visit's agenda."""

    day: Date
    start: str
    end: str
    title: Text
    place: Text | None = None
    plot: PlotRef | None = None
    park: ParkRef | None = None
    hosts: tuple[ContactRef, ...] = ()


class Visit(Record):
    """`visits/<id>.yaml`: one visitor. Everything of it stays in `private/`."""

    kind: ClassVar[str] = "visits"

    name: str
    company: str
    sector: SectorRef
    language: Language
    arrives: Date
    leaves: Date
    area: Area | None = None
    budget: Money | None = None
    headcount: Figure | None = None
    figures: Mapping[str, str] = {}
    """What the awards ask, by their ids (`equipment-investment`), as the visitor says it: see `calculate`."""
    hosts: tuple[ContactRef, ...] = ()
    agenda: tuple[Stay, ...] = ()
    select: Selection = Selection()
    notes: str | None = None
