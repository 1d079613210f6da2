"""What is new as Atom (RFC 4287): news, projects and policies, each in a feed a language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from pathlib import PurePosixPath
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr
from zoneinfo import ZoneInfo

from zhaoshang.domain.library import Key
from zhaoshang.values import Text
from zhaoshang.values.artifact import Artifact
from zhaoshang.voice import Voice
from zhaoshang.web.frame import FEEDS, address
from zhaoshang.web.page import Plan, State
from zhaoshang.web.plan.material import Material
from zhaoshang.web.plan.place import latest_news

LENGTH = 20
"""How many items a feed holds."""


class Item(NamedTuple):
    """Something new: a record with its page, and the day it was published or changed."""

    key: Key
    title: Text
    summary: Text
    day: date


def _news(m: Material) -> Iterator[Item]:
    return (Item(Key("news", one.id), one.title, one.summary, one.date) for one in latest_news(m))


def _projects(m: Material) -> Iterator[Item]:
    """The projects an investor can take up, by their last change."""
    return (Item(Key("projects", one.id), one.title, one.summary, one.updated) for one in m.open_projects)


def _policies(m: Material) -> Iterator[Item]:
    """Policies and reward schemes by the day they were issued, those that are over too."""
    for policy, _ in m.policies:
        yield Item(Key("policies", policy.id), policy.title, policy.summary, policy.document.issued)
    for reward, _ in m.rewards:
        yield Item(Key("rewards", reward.id), reward.title, reward.summary, reward.document.issued)


_ITEMS: Mapping[str, Callable[[Material], Iterator[Item]]] = {
    "news": _news,
    "projects": _projects,
    "policies": _policies,
}


def feeds(material: Material, plan: Plan, voice: Voice) -> Iterator[Artifact]:
    """The feeds of a language: the latest of each kind that is translated into it."""
    for kind, file in FEEDS.items():
        found = (item for item in _ITEMS[kind](material) if _translated(plan, item, voice.language))
        latest = sorted(found, key=lambda item: (item.day, item.key), reverse=True)[:LENGTH]
        yield _feed(kind, file, latest, material, plan, voice)


def _feed(kind: str, file: str, items: list[Item], material: Material, plan: Plan, voice: Voice) -> Artifact:
    site, lang = voice.library.site, voice.language
    own, home = address(site.base_url, f"{lang}/{file}"), address(site.base_url, f"{lang}/index.html")
    updated = _moment(max((item.day for item in items), default=material.today), site.time_zone)
    title = f"{voice.plain(site.title)} · {voice.words.at(f'pages.{kind}.title')}"
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{lang}">\n'
        f"<title>{escape(title)}</title>\n<id>{escape(own)}</id>\n"
        f'<link rel="self" href={quoteattr(own)}/>\n<link href={quoteattr(home)}/>\n'
        f"<updated>{updated}</updated>\n"
        f"<author><name>{escape(voice.plain(site.publisher.sponsor))}</name></author>\n"
        + "".join(_entry(item, plan, voice) for item in items)
        + "</feed>\n"
    )
    return Artifact(PurePosixPath(lang, file), text.encode())


def _entry(item: Item, plan: Plan, voice: Voice) -> str:
    site = voice.library.site
    href = address(site.base_url, f"{voice.language}/{plan.routes[item.key]}")
    return (
        f"<entry><title>{escape(voice.plain(item.title))}</title><id>{escape(href)}</id>"
        f"<link href={quoteattr(href)}/><updated>{_moment(item.day, site.time_zone)}</updated>"
        f"<summary>{escape(voice.plain(item.summary))}</summary></entry>\n"
    )


def _translated(plan: Plan, item: Item, language: str) -> bool:
    return plan.pages[plan.routes[item.key]].state(language) is State.TRANSLATED


def _moment(day: date, time_zone: str) -> str:
    """The start of a day in the place's own time, as RFC 3339 wants it."""
    return datetime.combine(day, time(), ZoneInfo(time_zone)).isoformat()
