"""The pictures a shared link shows: one for each kind of page and language (Open Graph)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from zhaoshang.web.page import PageSpec

WIDTH, HEIGHT = 1200, 630
"""What every network that shows such pictures takes without cutting."""


@dataclass(frozen=True, slots=True)
class Card:
    """A picture of a kind of page in a language. `name` is the key of its words under `cards`."""

    name: str
    language: str

    @property
    def path(self) -> str:
        """Where the file lies, from the site's root."""
        return f"share/{self.language}/{self.name}.png"


_HOME = "home"

_NAMES = (
    _HOME,
    "why",
    "industries",
    "costs",
    "projects",
    "plots",
    "policies",
    "rewards",
    "procedures",
    "news",
    "contact",
)

_OF_FOLDER: Mapping[str, str] = MappingProxyType({"parks": "plots", "cases": "news", "editions": "contact"})
"""The picture of pages whose folder has none of its own."""

_OF_SECTION: Mapping[str, str] = MappingProxyType({"opportunities": "projects", "about": _HOME})
"""The picture of pages at the root whose section has none of its own."""


def plan_cards(languages: tuple[str, ...]) -> tuple[Card, ...]:
    """The pictures of a site in these languages."""
    return tuple(Card(name, language) for language in languages for name in _NAMES)


def card_of(page: PageSpec, language: str) -> Card:
    """The picture of a page: that of its folder, else of its section of the menu."""
    folder, inside, _ = page.path.partition("/")
    name = _OF_FOLDER.get(folder, folder) if inside else _OF_SECTION.get(page.section, page.section)
    return Card(name if name in _NAMES else _HOME, language)
