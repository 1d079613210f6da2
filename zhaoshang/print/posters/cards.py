"""The pictures of shared links, all of a language as the pages of one document."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from zhaoshang.graphics import Opening
from zhaoshang.print.document import Variant
from zhaoshang.print.orders import Order
from zhaoshang.print.studio import Studio
from zhaoshang.web.cards import plan_cards

OPENINGS: Mapping[str, Opening] = MappingProxyType(
    {
        "home": Opening.SUMMARY,
        "why": Opening.REASONS,
        "industries": Opening.INDUSTRIES,
        "costs": Opening.COSTS,
        "projects": Opening.PROJECTS,
        "plots": Opening.PARKS,
        "policies": Opening.POLICIES,
        "rewards": Opening.REWARDS,
        "procedures": Opening.PROCEDURES,
        "news": Opening.NEWS,
        "contact": Opening.CONTACTS,
    }
)
"""What each picture shows, by the name of its card."""


def order_cards(studio: Studio, language: str) -> Order:
    """The pictures of a language."""
    cards = plan_cards((language,))
    host = urlsplit(studio.library.site.base_url).netloc
    html = studio.filled("share/cards.html", language, cards=cards, openings=OPENINGS, host=host)
    document = studio.document(
        f"share-{language}",
        language,
        html,
        title=studio.library.site.title,
        styles=("faces.css", "share.css"),
        variant=Variant.PICTURE,
    )
    return Order(document, tuple(card.path for card in cards), pictures=True)
