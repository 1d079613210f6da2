"""The publisher: the place, its languages, its look, and who answers."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from zhaoshang.domain.record import (
    Colour,
    ContactRef,
    Language,
    Mail,
    PagePath,
    Part,
    Phone,
    PlotRef,
    PolicyRef,
    ProjectRef,
    Record,
    RewardRef,
    SectorRef,
    Slug,
    Url,
)
from zhaoshang.values import Date, Flag, Money, Text


class Profile(StrEnum):
    """What kind of publisher the site has: it decides the footer and the page metadata."""

    PORTAL_COLUMN = "gov-portal-column"
    GOVERNMENT_SITE = "gov-site"
    COMPANY_SITE = "company-site"

    @property
    def governmental(self) -> bool:
        """Whether the rules for government websites apply."""
        return self is not Profile.COMPANY_SITE


class Publisher(Part):
    """Who is responsible for the site (政府网站发展指引, 国办发〔2017〕47号)."""

    profile: Profile
    sponsor: Text
    """主办单位"""
    operator: Text | None = None
    """承办单位"""
    address: Text | None = None
    icp: str | None = None
    """ICP 备案号"""
    police: str | None = None
    """公安备案号"""
    site_code: str | None = None
    """政府网站标识码"""
    party_mark: Url | None = None
    """党政机关网站标识 link"""
    error_report: Url | None = None
    """政府网站找错 link"""


class Radius(StrEnum):
    """How round corners are."""

    NONE = "none"
    SMALL = "small"
    LARGE = "large"


class Density(StrEnum):
    """How much air the layout has."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class Offline(StrEnum):
    """What a reader's browser keeps of the site, for places without a network such as fairs."""

    PAGES = "pages"
    PAGES_AND_GUIDES = "pages-and-guides"


class Brand(Part):
    """The visual identity as tokens, shared by web and print."""

    primary: Colour
    accent: Colour
    highlight: Colour
    radius: Radius = Radius.SMALL
    density: Density = Density.COMFORTABLE


class Mobile(Part):
    """A personal mobile number, published only with consent (个人信息保护法, art. 13)."""

    number: Phone
    consent: Date


class Contact(Part):
    """A role that answers; the person is named as surname and form of address only."""

    role: Text
    person: Text | None = None
    phone: Phone | None = None
    mobile: Mobile | None = None
    email: Mail | None = None
    wechat: str | None = None
    languages: tuple[Language, ...] = ()
    sectors: tuple[SectorRef, ...] = ()
    hours: Text | None = None
    address: Text | None = None


class ExchangeRate(Part):
    """What one unit of a currency costs in yuan, with day and source."""

    rate: Money
    as_of: Date
    source: Text


class Posters(Part):
    """The records whose posters the site offers; the command `posters` makes those of any."""

    projects: tuple[ProjectRef, ...] = ()
    plots: tuple[PlotRef, ...] = ()
    policies: tuple[PolicyRef, ...] = ()
    rewards: tuple[RewardRef, ...] = ()


class Site(Record):
    """`site.yaml`: everything about the publisher that is not about a record."""

    kind: ClassVar[str] = "site"

    name: Text
    """The place: 澜川县."""
    short_name: Text
    title: Text
    tagline: Text
    description: Text
    region: Text
    """Where the place lies, in words: province and city."""
    languages: tuple[Language, ...]
    """In the order of preference: the first is the original (the text that prevails)."""
    base_url: Url
    time_zone: str
    demonstration: Flag = False
    """True while the data are an example; then every page and PDF says so."""
    publisher: Publisher
    brand: Brand
    contacts: Mapping[Slug, Contact]
    default_contact: ContactRef
    exchange: Mapping[str, ExchangeRate] = {}
    """Currency code (`usd`) to rate."""
    enquiry_endpoint: Url | None = None
    """Where forms are posted; without it they compose an e-mail."""
    offline: Offline | None = None
    """What browsers keep for reading without a network; without it they keep nothing."""
    posters: Posters = Posters()
    leaflet: tuple[PolicyRef, ...] = ()
    """The policies named in the leaflet for those who come home."""
    redirects: Mapping[PagePath, PagePath] = {}
    """Old address to new, for pages that are no record's own."""
    established: Date | None = None
