"""The leaflet for those who come home for the Spring Festival: a sheet of A4, folded once, in large type.

Its readers read nothing else of the county's: it says in plain words what an introduction earns and what helps
someone who starts a business at home, and whom to ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from zhaoshang import awards
from zhaoshang.awards import Example
from zhaoshang.domain.policy import Audience, Policy, Size
from zhaoshang.domain.reward import Reward
from zhaoshang.domain.standing import standings
from zhaoshang.print.document import Document
from zhaoshang.print.forms.orders import scheme_in_force
from zhaoshang.print.orders import Order
from zhaoshang.print.studio import Studio
from zhaoshang.voice.clauses import Clauses
from zhaoshang.web.views.entries import Download

EXAMPLES = 4
POLICIES = 5
STEPS = 3


def order_leaflet(studio: Studio, language: str) -> Iterator[Order]:
    """The leaflet in a language, while a reward scheme is in force."""
    scheme = scheme_in_force(studio)
    if scheme is not None:
        path = f"leaflet/home-{language}.pdf"
        compose = partial(_document, studio, scheme, language)
        yield Order(compose, (path,), offer=Download("forms/leaflet", language, path))


def _document(studio: Studio, scheme: Reward, language: str) -> Document:
    html = studio.filled(
        "leaflet/leaflet.html",
        language,
        scheme=scheme,
        examples=examples_of(scheme, studio, language),
        steps=scheme.steps[:STEPS],
        policies=policies_for_home(studio),
        desk=studio.library.contact(scheme.contact),
        contact=studio.library.contact(None),
        day=studio.today,
    )
    title = studio.voice(language).words.at("leaflet.title")
    styles = ("faces.css", "leaflet.css")
    return studio.document(f"leaflet-{language}", language, html, title=title, styles=styles)


def examples_of(scheme: Reward, studio: Studio, language: str) -> tuple[Example, ...]:
    """What the first award of a scheme pays, worked out: one figure in, one sum out."""
    labels = Clauses(studio.voice(language)).labels(scheme)
    for article in scheme.articles.values():
        for award in article.awards:
            return awards.examples(award, scheme.terms, articles=labels)[:EXAMPLES]
    return ()


def policies_for_home(studio: Studio) -> tuple[Policy, ...]:
    """The policies that `site.yaml` names for the leaflet, as far as they are in force.

    Where it names none, those that a small business at home can use: those made for small ones first.
    """
    library = studio.library
    found = standings(library.documents()["policies"], today=studio.today)
    usable = (
        policy
        for policy in library.policies.values()
        if found[policy.id].in_force
        and policy.audience is not Audience.FOREIGN
        and policy.size is not Size.LARGE
        and any(article.awards for article in policy.articles.values())
    )
    if library.site.leaflet:
        return tuple(library.policies[id_] for id_ in library.site.leaflet if found[id_].in_force)
    order = sorted(usable, key=lambda policy: (policy.size is Size.ANY, bool(policy.sectors), policy.id))
    return tuple(order[:POLICIES])
