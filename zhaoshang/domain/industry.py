"""An industry the place promotes, as a chain with what is there and what is missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from hashlib import sha256
from typing import ClassVar, NamedTuple

from zhaoshang.domain.record import ContactRef, FactRef, Part, ProjectRef, Record, SectorRef, Slug
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
    id: Slug | None = None
    """Its address on the industry's page, where that is to outlive the name."""
    reach: Reach
    firms: tuple[Text, ...] = ()
    aim: Aim | None = None
    wanted: Text | None = None
    projects: tuple[ProjectRef, ...] = ()
    """The projects that belong to this link."""

    @property
    def address(self) -> str:
        """How the link is addressed, wherever it stands in the chain: its id, else its first name in Latin letters."""
        for name in self.name.values():
            if all(sign.isascii() for sign in name if sign.isalnum()):
                return self.id or "-".join(re.findall("[a-z0-9]+", name.lower()))
        return self.id or sha256(next(iter(self.name.values())).encode()).hexdigest()[:8]


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
        seen: Counter[str] = Counter()
        for stretch in Chain.model_fields:
            for link in getattr(self, stretch):
                seen[link.address] += 1
                again = f"-{seen[link.address]}" if seen[link.address] > 1 else ""
                if not stretches or stretch in stretches:
                    yield Placed(f"link-{link.address}{again}", stretch, link)


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
