"""The forms as documents to be set: fields on the screen, lines on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from zhaoshang.domain.reward import Reward
from zhaoshang.domain.standing import standings
from zhaoshang.print.document import Document
from zhaoshang.print.forms.papers import PAPERS, Paper
from zhaoshang.print.orders import Order
from zhaoshang.print.studio import Studio
from zhaoshang.web.views.entries import Download


def order_forms(studio: Studio, language: str) -> Iterator[Order]:
    """The forms in a language; those of a scheme while one is in force."""
    scheme = scheme_in_force(studio)
    for paper in PAPERS:
        if scheme is not None or not paper.scheme:
            yield _order(studio, paper, language, scheme if paper.scheme else None)


def scheme_in_force(studio: Studio) -> Reward | None:
    """The reward scheme an introducer registers under: the first in force that asks for a form."""
    rewards = studio.library.rewards
    found = standings(studio.library.documents()["rewards"], today=studio.today)
    return next((rewards[id_] for id_, status in found.items() if status.in_force), None)


def _order(studio: Studio, paper: Paper, language: str, scheme: Reward | None) -> Order:
    path = paper.path(language)
    offer = Download(f"forms/{paper.id}", language, path)
    return Order(partial(_document, studio, paper, language, scheme), (path,), offer=offer)


def _document(studio: Studio, paper: Paper, language: str, scheme: Reward | None) -> Document:
    voice = studio.voice(language)
    contact = studio.library.contact(scheme.contact if scheme else None)
    html = studio.filled("forms/form.html", language, form=paper.form, scheme=scheme, contact=contact)
    title = voice.words.at(f"{paper.id}.title")
    document = studio.document(
        f"form-{paper.id}-{language}", language, html, title=title, styles=("faces.css", "forms.css")
    )
    return replace(document, fillable=True)
