"""What a page says of itself in `<meta name>`: the tags that government websites owe their readers' search engines.

国办发〔2017〕47号, annex 2 (网页设计规范, 网页标签). On every page: SiteName, SiteDomain (the domain alone), SiteIDCode. On
every page of a column: ColumnName, ColumnDescription, ColumnKeywords, ColumnType (概况信息, 政策文件, 办事服务 …). On
every page with content of its own: ArticleTitle, PubDate, ContentSource. The annex gives PubDate as YYYY-MM-DD HH:MM;
a record knows its day and no hour, and none is made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from zhaoshang.voice import Voice
from zhaoshang.web.menu import MENU
from zhaoshang.web.page import PageSpec, Plan

Tag = tuple[str, str]


def metadata(page: PageSpec, plan: Plan, voice: Voice, title: str) -> tuple[Tag, ...]:
    """The tags of a page in the voice's language; a company's site has the author alone."""
    site = voice.library.site
    sponsor = voice.plain(site.publisher.sponsor)
    common = (("author", sponsor), ("twitter:card", "summary_large_image"))
    if not site.publisher.profile.governmental:
        return common
    code = site.publisher.site_code
    own = (
        ("SiteName", voice.plain(site.title)),
        ("SiteDomain", urlsplit(site.base_url).netloc),
        *((("SiteIDCode", code),) if code else ()),
    )
    return (*common, *own, *_column(page, plan, voice), *_article(page, title, sponsor))


def column(page: PageSpec, voice: Voice) -> str:
    """The column a page belongs to: its section of the menu, else the site itself."""
    if page.section in MENU:
        return voice.words.at(f"nav.groups.{page.section}")
    return voice.plain(voice.library.site.title)


def _column(page: PageSpec, plan: Plan, voice: Voice) -> Iterator[Tag]:
    if page.section not in MENU:
        return
    entries = [(word, path) for word, path in MENU[page.section] if plan.exists(path, voice.language)]
    yield "ColumnName", column(page, voice)
    if entries:
        yield "ColumnDescription", voice.plain(plan.pages[entries[0][1]].description)
    yield "ColumnKeywords", ",".join(voice.words.at(f"nav.{word}") for word, _ in entries)
    yield "ColumnType", voice.words.at(f"nav.types.{page.section}")


def _article(page: PageSpec, title: str, sponsor: str) -> Iterator[Tag]:
    if page.key:
        yield "ArticleTitle", title
        if page.updated:
            yield "PubDate", page.updated.isoformat()
        yield "ContentSource", sponsor
