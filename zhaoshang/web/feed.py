"""The news as Atom (RFC 4287), one feed a language."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import PurePosixPath
from xml.sax.saxutils import escape, quoteattr
from zoneinfo import ZoneInfo

from zhaoshang.domain.library import Key
from zhaoshang.domain.prose import News
from zhaoshang.values.artifact import Artifact
from zhaoshang.voice import Voice
from zhaoshang.web.frame import address
from zhaoshang.web.page import Plan, State
from zhaoshang.web.plan.material import Material
from zhaoshang.web.plan.place import latest_news

LENGTH = 20
"""How many items a feed holds."""


def feed(material: Material, plan: Plan, voice: Voice) -> Artifact:
    """`<language>/feed.xml`: the latest news translated into the language."""
    site, lang = voice.library.site, voice.language
    news = tuple(item for item in latest_news(material) if _state(plan, item, lang) is State.TRANSLATED)[
        :LENGTH
    ]
    own, home = address(site.base_url, f"{lang}/feed.xml"), address(site.base_url, f"{lang}/index.html")
    updated = _moment(max((item.date for item in news), default=material.today), site.time_zone)
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{lang}">\n'
        f"<title>{escape(voice.plain(site.title))}</title>\n<id>{escape(own)}</id>\n"
        f'<link rel="self" href={quoteattr(own)}/>\n<link href={quoteattr(home)}/>\n'
        f"<updated>{updated}</updated>\n"
        f"<author><name>{escape(voice.plain(site.publisher.sponsor))}</name></author>\n"
        + "".join(_entry(item, plan, voice) for item in news)
        + "</feed>\n"
    )
    return Artifact(PurePosixPath(lang, "feed.xml"), text.encode())


def _entry(item: News, plan: Plan, voice: Voice) -> str:
    site = voice.library.site
    href = address(site.base_url, f"{voice.language}/{plan.routes[Key('news', item.id)]}")
    return (
        f"<entry><title>{escape(voice.plain(item.title))}</title><id>{escape(href)}</id>"
        f"<link href={quoteattr(href)}/><updated>{_moment(item.date, site.time_zone)}</updated>"
        f"<summary>{escape(voice.plain(item.summary))}</summary></entry>\n"
    )


def _state(plan: Plan, item: News, language: str) -> State:
    return plan.pages[plan.routes[Key("news", item.id)]].state(language)


def _moment(day: date, time_zone: str) -> str:
    """The start of a day in the place's own time, as RFC 3339 wants it."""
    return datetime.combine(day, time(), ZoneInfo(time_zone)).isoformat()
