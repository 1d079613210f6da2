"""A preferential policy (优惠政策): its document, its articles and what they pay."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from zhaoshang.awards import Award, Terms
from zhaoshang.domain.instrument import Instrument
from zhaoshang.domain.record import BenefitRef, ContactRef, PageRef, Part, Record, SectorRef, Slug
from zhaoshang.values import Area, Flag, Money, Text


class Audience(StrEnum):
    """Whom a policy is for, by origin of capital; most are for everyone."""

    ANY = "any"
    FOREIGN = "foreign"
    DOMESTIC = "domestic"


class Size(StrEnum):
    """Whom a policy is for, by size (中小企业划型标准规定, 工信部联企业〔2011〕300号)."""

    ANY = "any"
    SMALL = "small-and-micro"
    MEDIUM = "medium-and-smaller"
    LARGE = "large"


class Scope(Part):
    """Which projects a document is for, by size, where it says so for all its clauses; what one clause asks of its own
    stands in its awards. Figures are typed as people say them: 5000万元以上, 20～100亩, 不超过30亩.
    """

    investment: Money | None = None
    """Total investment of the project."""
    land: Area | None = None
    """Land of the project."""
    tenants: Flag = False
    """Only for those who rent their premises and need no land."""


class Article(Part):
    """One article with its text in every language and the awards it promises."""

    label: Text
    """第三条 / Article 3."""
    title: Text | None = None
    text: Text
    awards: tuple[Award, ...] = ()


class Application(Part):
    """How one applies."""

    office: Text
    window: Text | None = None
    """In words, where the document says no more; dates are typed in `terms.window`."""
    materials: tuple[Text, ...] = ()
    contact: ContactRef | None = None
    paid: Text | None = None
    """When and how it is paid."""


class Policy(Record):
    """`policies/<id>.yaml`."""

    kind: ClassVar[str] = "policies"

    title: Text
    summary: Text
    document: Instrument
    sectors: tuple[SectorRef, ...] = ()
    """Empty: every sector."""
    audience: Audience = Audience.ANY
    size: Size = Size.ANY
    scope: Scope = Scope()
    benefits: tuple[BenefitRef, ...]
    terms: Terms = Terms()
    definitions: Mapping[Slug, Text] = {}
    articles: Mapping[Slug, Article]
    application: Application
    interpretation: PageRef | None = None
    """The page that explains the policy (解读)."""
    internal: Mapping[str, str] = {}
