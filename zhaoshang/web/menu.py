"""The main menu and the links at the foot, as data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from zhaoshang.voice import Voice
from zhaoshang.web.page import PageSpec, Plan, relative


@dataclass(frozen=True, slots=True)
class Item:
    """A link of a menu."""

    label: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Group:
    """An entry of the main menu with what lies below it. `here` says that it leads to this very page."""

    label: str
    href: str
    current: bool
    here: bool
    items: tuple[Item, ...]


MENU: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "why": (
            ("why", "why.html"),
            ("location", "location.html"),
            ("industries", "industries/index.html"),
            ("costs", "costs/index.html"),
            ("estimate", "estimate.html"),
            ("living", "living.html"),
            ("foreign", "foreign.html"),
        ),
        "opportunities": (
            ("projects", "projects/index.html"),
            ("plots", "plots/index.html"),
            ("parks", "parks/index.html"),
        ),
        "policies": (
            ("policies", "policies/index.html"),
            ("rewards", "rewards/index.html"),
            ("referral", "referral.html"),
            ("calculator", "calculator.html"),
        ),
        "procedures": (("procedures", "procedures/index.html"), ("questions", "questions.html")),
        "news": (("news", "news/index.html"), ("cases", "cases/index.html")),
        "contact": (
            ("contact", "contact.html"),
            ("enquiry", "enquiry.html"),
            ("downloads", "downloads.html"),
        ),
    }
)
"""Section of the menu to its entries: key of `words.nav` and path. A path the plan lacks is left out."""

SERVICE = (
    ("sitemap", "sitemap.html"),
    ("about", "about-data.html"),
    ("legal", "legal.html"),
    ("privacy", "privacy.html"),
    ("accessibility", "accessibility.html"),
    ("downloads", "downloads.html"),
)
"""The links at the foot of every page."""


def groups(page: PageSpec, plan: Plan, voice: Voice) -> tuple[Group, ...]:
    """The main menu as seen from a page."""
    found = []
    for section, entries in MENU.items():
        items = _items(entries, page, plan, voice)
        if items:
            label = voice.words.at(f"nav.groups.{section}")
            here = items[0].current
            found.append(Group(label, items[0].href, page.section == section, here, items))
    return tuple(found)


def service_links(page: PageSpec, plan: Plan, voice: Voice) -> tuple[Item, ...]:
    """The links at the foot as seen from a page."""
    return _items(SERVICE, page, plan, voice)


def _items(entries: Iterable[tuple[str, str]], page: PageSpec, plan: Plan, voice: Voice) -> tuple[Item, ...]:
    here = f"{voice.language}/{page.path}"
    return tuple(
        Item(voice.words.at(f"nav.{word}"), relative(here, f"{voice.language}/{path}"), path == page.path)
        for word, path in entries
        if plan.exists(path, voice.language)
    )
