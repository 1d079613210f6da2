"""A project the place seeks investors for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from zhaoshang.domain.media import Image
from zhaoshang.domain.record import (
    ContactRef,
    IndustryRef,
    ModeRef,
    ParkRef,
    Part,
    PlotRef,
    PolicyRef,
    Record,
    SectorRef,
    TagRef,
)
from zhaoshang.values import Area, Date, Duration, Figure, Money, Share, Text


class Stage(StrEnum):
    """How far a project has come."""

    PLANNED = "planned"
    PROMOTING = "promoting"
    NEGOTIATING = "negotiating"
    SIGNED = "signed"
    BUILDING = "building"
    OPERATING = "operating"
    WITHDRAWN = "withdrawn"

    @property
    def open(self) -> bool:
        """Whether an investor can still take it up."""
        return self in {Stage.PLANNED, Stage.PROMOTING, Stage.NEGOTIATING}


class Step(StrEnum):
    """How far a permit has come."""

    DONE = "done"
    UNDER_WAY = "under-way"
    OPEN = "open"
    NOT_NEEDED = "not-needed"


class Permit(Part):
    """A piece of preliminary work (前期工作) with state and date."""

    name: Text
    state: Step
    date: Date | None = None
    note: Text | None = None


class Phase(Part):
    """A phase of building."""

    name: Text
    content: Text
    investment: Money | None = None
    months: Duration | None = None


class Returns(Part):
    """Expected returns; never a promise (广告法, art. 25). All of it rests on `assumptions`."""

    revenue: Money | None = None
    """Expected annual revenue at full production."""
    profit: Money | None = None
    payback: Duration | None = None
    rate: Share | None = None
    """Internal rate of return."""
    assumptions: Text
    risk: Text
    source: Text
    as_of: Date


class Footprint(Part):
    """Energy and emissions."""

    energy: Figure | None = None
    electricity: Figure | None = None
    water: Figure | None = None
    emissions: Text | None = None


class Access(StrEnum):
    """What the negative list for foreign investment says."""

    OPEN = "open"
    RESTRICTED = "restricted"
    PROHIBITED = "prohibited"


class ForeignAccess(Part):
    """Standing under 外商投资准入特别管理措施（负面清单）."""

    access: Access
    edition: str
    item: str | None = None
    """The number of the item on the list, where one applies."""
    encouraged: Text | None = None
    """The item of 鼓励外商投资产业目录 that fits, where one does."""
    note: Text | None = None


class Project(Record):
    """`projects/<id>.yaml`."""

    kind: ClassVar[str] = "projects"

    title: Text
    summary: Text
    sector: SectorRef
    industry: IndustryRef | None = None
    code: str | None = None
    """The class in GB/T 4754-2017: 4 digits."""
    stage: Stage
    park: ParkRef | None = None
    plot: PlotRef | None = None
    site: Text | None = None
    """The place in words, where the project lies in no park."""
    content: Text
    """Content and scale (建设内容及规模)."""
    investment: Money
    modes: tuple[ModeRef, ...]
    land: Area | None = None
    floor: Area | None = None
    jobs: Figure | None = None
    phases: tuple[Phase, ...] = ()
    preparation: tuple[Permit, ...] = ()
    market: Text | None = None
    conditions: tuple[Text, ...] = ()
    """What speaks for the place (项目优势)."""
    partner: Text | None = None
    """What kind of investor is sought."""
    returns: Returns | None = None
    footprint: Footprint | None = None
    foreign_access: ForeignAccess | None = None
    policies: tuple[PolicyRef, ...] = ()
    promoter: Text | None = None
    contact: ContactRef
    decision_time: Duration | None = None
    valid_until: Date
    updated: Date
    tags: tuple[TagRef, ...] = ()
    images: tuple[Image, ...] = ()
    internal: Mapping[str, str] = {}
