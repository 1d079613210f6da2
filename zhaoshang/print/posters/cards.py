"""The pictures of shared links, all of a language as the pages of one document."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from urllib.parse import urlsplit

from zhaoshang.graphics import Opening
from zhaoshang.print.document import Document, Variant
from zhaoshang.print.orders import Order
from zhaoshang.print.studio import Studio
from zhaoshang.web.cards import Card, plan_cards

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
    paths = tuple(card.path for card in cards)
    return Order(partial(_document, studio, cards, language), paths, pictures=True)


def _document(studio: Studio, cards: tuple[Card, ...], language: str) -> Document:
    host = urlsplit(studio.library.site.base_url).netloc
    html = studio.filled("share/cards.html", language, cards=cards, openings=OPENINGS, host=host)
    return studio.document(
        f"share-{language}",
        language,
        html,
        title=studio.library.site.title,
        styles=("faces.css", "share.css"),
        variant=Variant.PICTURE,
    )
