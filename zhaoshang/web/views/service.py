"""Views of what serves the reader: contacts, forms, downloads, sources, the map of the site."""

from __future__ import annotations

from dataclasses import dataclass

from zhaoshang.domain.costs import CostClass
from zhaoshang.domain.guide import Guide
from zhaoshang.domain.prose import Page
from zhaoshang.domain.restriction import Restrictions
from zhaoshang.domain.reward import Reward
from zhaoshang.values import Text
from zhaoshang.web.forms import Form
from zhaoshang.web.outside import Outside
from zhaoshang.web.views.entries import Download, FactGroup, Person, PolicyEntry


@dataclass(frozen=True, slots=True)
class ContactView:
    """Everybody who answers; `by_sector` names who to ask for what."""

    contacts: tuple[Person, ...]
    default: str
    forms: tuple[Download, ...] = ()
    """On paper, in every language."""


@dataclass(frozen=True, slots=True)
class FormView:
    """A form: who gets it, and where it is posted; None composes an e-mail. `schemes` are those it registers for."""

    form: Form
    contact: Person
    endpoint: str | None
    schemes: tuple[Reward, ...] = ()


@dataclass(frozen=True, slots=True)
class DownloadsView:
    """All files on offer, by guide."""

    guides: tuple[Guide, ...]
    files: tuple[Download, ...]
    forms: tuple[Download, ...] = ()
    sheets: int = 0
    """How many projects have a sheet."""


@dataclass(frozen=True, slots=True)
class AboutDataView:
    """Where the figures come from: every source with the facts that rest on it."""

    page: Page | None
    groups: tuple[FactGroup, ...]
    costs: tuple[CostClass, ...]
    policies: tuple[PolicyEntry, ...]
    restrictions: Restrictions
    outside: tuple[Outside, ...]


@dataclass(frozen=True, slots=True)
class SiteMapView:
    """Every page by section."""

    sections: tuple[tuple[str, tuple[tuple[str, Text], ...]], ...]
    """Section, and path and title of each of its pages, in the plan's order."""


@dataclass(frozen=True, slots=True)
class EmptyView:
    """A page that shows words only: search, 404."""
