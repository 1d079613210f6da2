"""What a page says to machines: JSON-LD after schema.org, from the same records as the page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from markupsafe import Markup

from zhaoshang.awards.compiling.asking import unit_words
from zhaoshang.domain.sites import PlotStatus
from zhaoshang.values import Quantity, Text
from zhaoshang.values.units import measures
from zhaoshang.voice import Voice
from zhaoshang.web.frame import Frame
from zhaoshang.web.page import PageSpec
from zhaoshang.web.views.offers import PlotView, ProjectView
from zhaoshang.web.views.place import CostsView, CostView, ProseView
from zhaoshang.web.views.service import AboutDataView
from zhaoshang.web.views.stories import CaseView, NewsView, QuestionsView

Thing = dict[str, Any]


def structured_data(page: PageSpec, framed: Frame, voice: Voice) -> tuple[Markup, ...]:
    """The JSON-LD blocks of a page: its place in the site, then what it is about."""
    things = [_breadcrumbs(framed, voice)] if framed.crumbs else [_organisation(framed, voice)]
    describe = _DESCRIBERS.get(type(page.view))
    if describe is not None:
        things.append(describe(page.view, framed, voice))
    return tuple(_block({"@context": "https://schema.org", **thing}) for thing in things)


def _block(thing: Thing) -> Markup:
    """JSON that cannot end its script element: `<` is written as an escape."""
    return Markup(json.dumps(thing, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c"))


def _breadcrumbs(framed: Frame, voice: Voice) -> Thing:
    base = framed.address
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": crumb.label, "item": _absolute(base, crumb.href)}
            for n, crumb in enumerate(framed.crumbs, start=1)
        ],
    }


def _absolute(base: str, href: str | None) -> str:
    """A relative address made absolute by the page's own."""
    parts = base.split("/")[:-1]
    if href is None:
        return base
    for step in href.split("/"):
        if step == "..":
            parts.pop()
        else:
            parts.append(step)
    return "/".join(parts)


def _organisation(framed: Frame, voice: Voice) -> Thing:
    site = voice.library.site
    contact = voice.library.contact(None)
    at = voice.library.location.at
    kind = "GovernmentOrganization" if site.publisher.profile.governmental else "Organization"
    return {
        "@type": kind,
        "name": voice.plain(site.publisher.sponsor),
        "url": framed.canonical,
        "areaServed": {
            "@type": "AdministrativeArea",
            "name": voice.plain(site.name),
            "geo": {
                "@type": "GeoCoordinates",
                "latitude": str(at.latitude),
                "longitude": str(at.longitude),
            },
        },
        "contactPoint": {
            "@type": "ContactPoint",
            "contactType": voice.plain(contact.role),
            **({"telephone": contact.phone} if contact.phone else {}),
            **({"email": contact.email} if contact.email else {}),
            "availableLanguage": list(contact.languages),
        },
    }


def _questions(view: QuestionsView, framed: Frame, voice: Voice) -> Thing:
    return {
        "@type": "FAQPage",
        "mainEntity": [
            {
                "@type": "Question",
                "name": voice.plain(question.question),
                "acceptedAnswer": {"@type": "Answer", "text": voice.plain(question.answer)},
            }
            for _, group in view.groups
            for question in group.questions.values()
        ],
    }


def _news(view: NewsView, framed: Frame, voice: Voice) -> Thing:
    return {
        "@type": "NewsArticle",
        "headline": voice.plain(view.news.title),
        "datePublished": view.news.date.isoformat(),
        "inLanguage": framed.lang,
        "publisher": _publisher(voice),
    }


def _case(view: CaseView, framed: Frame, voice: Voice) -> Thing:
    return {
        "@type": "Article",
        "headline": voice.plain(view.case.title),
        "about": {"@type": "Organization", "name": voice.plain(view.case.firm)},
        "inLanguage": framed.lang,
    }


def _project(view: ProjectView, framed: Frame, voice: Voice) -> Thing:
    project = view.project
    return {
        "@type": "Offer",
        "name": voice.plain(project.title),
        "description": voice.plain(project.summary),
        "availabilityEnds": project.valid_until.isoformat(),
        "url": framed.address,
        "offeredBy": _publisher(voice),
    }


def _plot(view: PlotView, framed: Frame, voice: Voice) -> Thing:
    plot = view.plot
    place: Thing = {"@type": "Place", "name": voice.plain(plot.title)}
    if plot.at is not None:
        place["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": str(plot.at.latitude),
            "longitude": str(plot.at.longitude),
        }
    return {
        "@type": "RealEstateListing",
        "name": voice.plain(plot.title),
        "url": framed.address,
        "datePosted": plot.as_of.isoformat(),
        "about": place,
        "offers": {
            "@type": "Offer",
            "availability": f"https://schema.org/{_AVAILABILITY[plot.status]}",
            "offeredBy": _publisher(voice),
            **_priced(plot.price or plot.rent, voice),
        },
    }


_AVAILABILITY = {
    PlotStatus.AVAILABLE: "InStock",
    PlotStatus.BUILDING: "PreOrder",
    PlotStatus.RESERVED: "LimitedAvailability",
    PlotStatus.TAKEN: "SoldOut",
}


def _priced(price: Quantity | None, voice: Voice) -> Thing:
    """A price in yuan as schema.org has it: numbers without a scale, and what they are for."""
    if price is None or measures()[price.unit.measure].base != "CNY":
        return {}
    ends = {"minPrice": price.low, "maxPrice": price.high}
    numbers = {name: f"{end.normalize():f}" for name, end in ends.items() if end is not None}
    return {
        "priceSpecification": {
            "@type": "UnitPriceSpecification",
            "priceCurrency": "CNY",
            "unitText": unit_words(price.unit, voice.language),
            **numbers,
        }
    }


def _publisher(voice: Voice) -> Thing:
    return {"@type": "Organization", "name": voice.plain(voice.library.site.publisher.sponsor)}


def _prose(view: ProseView, framed: Frame, voice: Voice) -> Thing:
    return {
        "@type": "Article",
        "headline": voice.plain(view.page.title),
        "inLanguage": framed.lang,
        "publisher": _publisher(voice),
        **({"dateModified": view.page.updated.isoformat()} if view.page.updated else {}),
    }


def _dataset(framed: Frame, voice: Voice, measured: Iterable[Text], days: Iterable[date]) -> Thing:
    """A table of figures: what is measured, where, and until which day."""
    site = voice.library.site
    return {
        "@type": "Dataset",
        "name": f"{framed.title} · {voice.plain(site.name)}",
        "description": framed.description,
        "url": framed.address,
        "inLanguage": framed.lang,
        "isAccessibleForFree": True,
        "creator": _publisher(voice),
        "spatialCoverage": {"@type": "AdministrativeArea", "name": voice.plain(site.name)},
        "dateModified": max(days).isoformat(),
        "variableMeasured": [voice.plain(one) for one in measured],
    }


def _costs(view: CostsView, framed: Frame, voice: Voice) -> Thing:
    costs = [entry.cost for entry in view.entries]
    return _dataset(framed, voice, (cost.name for cost in costs), (cost.as_of for cost in costs))


def _cost(view: CostView, framed: Frame, voice: Voice) -> Thing:
    costs = view.cost.items.values()
    return _dataset(framed, voice, (cost.name for cost in costs), (cost.as_of for cost in costs))


def _figures(view: AboutDataView, framed: Frame, voice: Voice) -> Thing:
    facts = [entry.fact for group in view.groups for entry in group.facts]
    return _dataset(framed, voice, (fact.label for fact in facts), (fact.as_of for fact in facts))


_DESCRIBERS: Mapping[type, Callable[[Any, Frame, Voice], Thing]] = {
    AboutDataView: _figures,
    CaseView: _case,
    CostView: _cost,
    CostsView: _costs,
    NewsView: _news,
    PlotView: _plot,
    ProjectView: _project,
    ProseView: _prose,
    QuestionsView: _questions,
}
