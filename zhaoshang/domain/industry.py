"""An industry the place promotes, as a chain with what is there and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar, NamedTuple

from zhaoshang.domain.record import ContactRef, FactRef, Part, ProjectRef, Record, SectorRef
from zhaoshang.values import Text, Whole


class Reach(StrEnum):
    """How well a link of the chain is covered at home."""

    STRONG = "strong"
    PRESENT = "present"
    GAP = "gap"


class Aim(StrEnum):
    """What the place wants for a link: 延链, 补链, 强链."""

    EXTEND = "extend"
    SUPPLEMENT = "supplement"
    STRENGTHEN = "strengthen"


class ChainLink(Part):
    """One link of a chain (产业链环节)."""

    name: Text
    reach: Reach
    firms: tuple[Text, ...] = ()
    aim: Aim | None = None
    wanted: Text | None = None
    projects: tuple[ProjectRef, ...] = ()
    """The projects that belong to this link."""


class Placed(NamedTuple):
    """A link with its stretch and its anchor on the industry's page."""

    anchor: str
    stretch: str
    link: ChainLink


class Chain(Part):
    """The links from raw material to customer."""

    upstream: tuple[ChainLink, ...]
    midstream: tuple[ChainLink, ...]
    downstream: tuple[ChainLink, ...]

    def placed(self, *stretches: str) -> Iterator[Placed]:
        """The links from raw material to customer, or those of some stretches."""
        for stretch in stretches or Chain.model_fields:
            for n, link in enumerate(getattr(self, stretch), start=1):
                yield Placed(f"link-{stretch}-{n}", stretch, link)


class Industry(Record):
    """`industries/<id>.yaml`."""

    kind: ClassVar[str] = "industries"

    title: Text
    summary: Text
    sector: SectorRef
    order: Whole
    strengths: tuple[Text, ...]
    chain: Chain
    facts: tuple[FactRef, ...] = ()
    contact: ContactRef | None = None
