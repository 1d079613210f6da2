"""All that a build prints beside the guides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from zhaoshang.domain.library import Library
from zhaoshang.print.forms.orders import order_forms
from zhaoshang.print.orders import Order
from zhaoshang.print.posters.cards import order_cards
from zhaoshang.print.posters.leaflet import order_leaflet
from zhaoshang.print.posters.posters import order_posters
from zhaoshang.print.sheets.orders import order_sheets
from zhaoshang.print.studio import Studio
from zhaoshang.reading.words import Lexicon
from zhaoshang.web.plan import plan_pages
from zhaoshang.web.plan.material import Material
from zhaoshang.web.posters import offered
from zhaoshang.web.sheets import with_sheets


def studio_of(library: Library, lexicon: Lexicon, *, root: Path, today: date) -> Studio:
    """What the orders of a project are made with. `root` is the project's folder."""
    routes = plan_pages(Material(library, lexicon, today)).routes
    return Studio(library, lexicon, root, today, routes)


def plan_orders(studio: Studio) -> Iterator[Order]:
    """Every order of a build, in every language of the site."""
    posters = offered(studio.library, today=studio.today)
    projects = with_sheets(studio.library, today=studio.today)
    for language in studio.library.languages:
        yield order_cards(studio, language)
        yield from order_posters(studio, posters, language)
        yield from order_forms(studio, language)
        yield from order_leaflet(studio, language)
        yield from order_sheets(studio, projects, language)
