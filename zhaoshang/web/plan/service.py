"""The pages every site needs: contact, downloads, sources, legal notice, search, site map, not found."""

from __future__ import annotations

from collections.abc import Iterator

from zhaoshang.domain.guide import Made
from zhaoshang.domain.library import Key
from zhaoshang.domain.prose import Role
from zhaoshang.domain.relations import page_with, pages_with
from zhaoshang.web.forms import ENQUIRY, REFERRAL
from zhaoshang.web.outside import outside
from zhaoshang.web.page import PageSpec
from zhaoshang.web.plan.material import Material
from zhaoshang.web.plan.place import HOME, prose_page, role_pages
from zhaoshang.web.views.entries import Person
from zhaoshang.web.views.service import AboutDataView, ContactView, DownloadsView, EmptyView, FormView

NOT_FOUND = "404.html"
SITE_MAP = "sitemap.html"


def plan_service(m: Material) -> Iterator[PageSpec]:
    """Contact, downloads, about the data, legal and other prose, search, not found."""
    yield plan_contact(m)
    yield plan_enquiry(m)
    yield from plan_referral(m)
    yield plan_downloads(m)
    yield plan_about_data(m)
    yield from role_pages(m, Role.LEGAL, Role.PRIVACY, Role.ACCESSIBILITY, section="about")
    for role in (Role.INTERPRETATION, Role.OTHER):
        for page in pages_with(m.library, role):
            section = "policies" if role is Role.INTERPRETATION else "about"
            parent = "policies/index.html" if role is Role.INTERPRETATION else HOME
            yield prose_page(m, page, path=f"pages/{page.id}.html", section=section, parent=parent)
    yield PageSpec(
        "search.html",
        "search.html",
        m.words("pages.search.title"),
        m.words("pages.search.lead"),
        EmptyView(),
        "search",
        parent=HOME,
        indexed=False,
        scripts=("search",),
    )
    yield PageSpec(
        NOT_FOUND,
        "404.html",
        m.words("pages.not_found.title"),
        m.words("pages.not_found.lead"),
        EmptyView(),
        "home",
        parent=HOME,
        indexed=False,
    )


def plan_contact(m: Material) -> PageSpec:
    """Everybody who answers."""
    contacts = tuple(Person(*pair) for pair in m.library.site.contacts.items())
    view = ContactView(contacts, m.library.site.default_contact, m.forms("intention", "referral"))
    return PageSpec(
        "contact.html",
        "contact.html",
        m.words("pages.contact.title"),
        m.words("pages.contact.lead"),
        view,
        "contact",
        parent=HOME,
    )


def plan_enquiry(m: Material) -> PageSpec:
    """The form that asks an investor what we need to know to answer well."""
    return PageSpec(
        "enquiry.html",
        "form.html",
        m.words("pages.enquiry.title"),
        m.words("pages.enquiry.lead"),
        FormView(ENQUIRY, m.person(None), m.library.site.enquiry_endpoint),
        "contact",
        parent="contact.html",
        scripts=("form",),
    )


def plan_referral(m: Material) -> Iterator[PageSpec]:
    """The form that registers an introduction, while a scheme is in force."""
    schemes = tuple(entry.reward for entry in m.rewards if entry.status.in_force)
    if schemes:
        contact = m.person(schemes[0].contact)
        yield PageSpec(
            "referral.html",
            "form.html",
            m.words("pages.referral.title"),
            m.words("pages.referral.lead"),
            FormView(REFERRAL, contact, m.library.site.enquiry_endpoint, schemes),
            "policies",
            parent="rewards/index.html",
            scripts=("form",),
        )


def plan_downloads(m: Material) -> PageSpec:
    """Every guide the site offers, with its files."""
    offered = (guide for guide in m.library.guides.values() if guide.made is Made.ALWAYS)
    guides = tuple(sorted(offered, key=lambda g: (int(g.order), g.id)))
    return PageSpec(
        "downloads.html",
        "downloads.html",
        m.words("pages.downloads.title"),
        m.words("pages.downloads.lead"),
        DownloadsView(guides, m.downloads, m.forms(), len(m.sheets)),
        "contact",
        parent=HOME,
        updated=max((g.date for g in guides), default=None),
    )


def plan_about_data(m: Material) -> PageSpec:
    """Where every figure comes from."""
    page = page_with(m.library, Role.ABOUT)
    published = {Key("policies", one.policy.id) for one in m.policies}
    published |= {Key("rewards", one.reward.id) for one in m.rewards}
    links = outside(m.library, published=published)
    view = AboutDataView(
        page, m.fact_groups, m.library.cost_classes, m.policies, m.library.restrictions, links
    )
    return PageSpec(
        "about-data.html",
        "about-data.html",
        m.words("pages.about_data.title"),
        m.words("pages.about_data.lead"),
        view,
        "about",
        parent=HOME,
    )
