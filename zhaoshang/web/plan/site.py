"""All sections joined to one plan, with the address of every record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from zhaoshang.domain.guide import Guide, Made
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.prose import Role
from zhaoshang.domain.relations import pages_with
from zhaoshang.web.page import PageSpec, Plan
from zhaoshang.web.plan.documents import plan_documents
from zhaoshang.web.plan.material import Material
from zhaoshang.web.plan.offers import plan_offers
from zhaoshang.web.plan.place import HOME, plan_place
from zhaoshang.web.plan.register import plan_register
from zhaoshang.web.plan.service import SITE_MAP, plan_service
from zhaoshang.web.plan.stories import plan_stories
from zhaoshang.web.views.service import SiteMapView

SECTIONS = ("home", "why", "opportunities", "policies", "procedures", "news", "contact", "about")
"""The sections of the site map, in the order of the main menu."""


def plan_pages(material: Material) -> Plan:
    """Every page of the site, from the library on its day."""
    sections = (plan_place, plan_offers, plan_documents, plan_stories, plan_service, plan_register)
    pages: dict[str, PageSpec] = {}
    clashes = []
    for page in chain.from_iterable(plan(material) for plan in sections):
        if page.path in pages:
            clashes.append((pages[page.path], page))
        pages[page.path] = page
    pages[SITE_MAP] = plan_site_map(material, pages.values())
    return Plan(pages, material.library.languages, routes(material.library, pages), tuple(clashes))


def plan_site_map(m: Material, pages: Iterable[PageSpec]) -> PageSpec:
    """The page that lists all pages."""
    shown = [page for page in pages if page.indexed]
    view = SiteMapView(
        tuple(
            (section, tuple((p.path, p.title) for p in shown if p.section == section)) for section in SECTIONS
        )
    )
    return PageSpec(
        SITE_MAP,
        "sitemap.html",
        m.words("pages.site_map.title"),
        m.words("pages.site_map.lead"),
        view,
        "about",
        parent=HOME,
    )


def routes(library: Library, pages: Mapping[str, PageSpec]) -> dict[Key, str]:
    """The address of every record: its own page, or its place on one."""
    found = {page.key: page.path for page in pages.values() if page.key}
    for role, path in (
        (Role.REASONS, "why.html#reasons"),
        (Role.LETTER, "why.html#letter"),
        (Role.ABOUT, "about-data.html"),
    ):
        found |= {Key("pages", page.id): path for page in pages_with(library, role)}
    found |= {Key("facts", id_): f"why.html#fact-{id_}" for id_ in library.facts.facts}
    found |= {Key("contacts", id_): f"contact.html#{id_}" for id_ in library.site.contacts}
    found |= {
        Key("faq", id_): f"questions.html#{id_}"
        for group in library.faq.groups.values()
        for id_ in group.questions
    }
    found |= {Key("guides", guide.id): _place_of(guide) for guide in library.guides.values()}
    return found


def _place_of(guide: Guide) -> str:
    """Where a guide is offered; one that is made on request has no place of its own."""
    return f"downloads.html#{guide.id}" if guide.made is Made.ALWAYS else "downloads.html"
