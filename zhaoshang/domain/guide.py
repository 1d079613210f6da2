"""Printed guides: public editions, and the tailored ones for a visitor."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from zhaoshang.domain.record import (
    ContactRef,
    Language,
    ParkRef,
    Part,
    PlotRef,
    PolicyRef,
    ProjectRef,
    Record,
    SectorRef,
)
from zhaoshang.values import Area, Date, Figure, Money, Text, Whole


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


class Selection(Part):
    """Which records an edition takes; empty lists take all."""

    sectors: tuple[SectorRef, ...] = ()
    parks: tuple[ParkRef, ...] = ()
    projects: tuple[ProjectRef, ...] = ()
    plots: tuple[PlotRef, ...] = ()
    policies: tuple[PolicyRef, ...] = ()


class Guide(Record):
    """`guides/<id>.yaml`: a public edition."""

    kind: ClassVar[str] = "guides"

    title: Text
    subtitle: Text
    number: str
    """The edition's number, such as 2026-2."""
    date: Date
    languages: tuple[Language, ...]
    """Each gives a PDF of its own."""
    format: Format = Format.A4
    chapters: tuple[Chapter, ...]
    select: Selection = Selection()
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
    hosts: tuple[ContactRef, ...] = ()
    agenda: tuple[Stay, ...] = ()
    select: Selection = Selection()
    notes: str | None = None
