"""What surrounds a page in one language: its addresses, its way home, the menu, its sisters in other languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from zhaoshang.voice import Voice
from zhaoshang.web.cards import HEIGHT, WIDTH, card_of
from zhaoshang.web.menu import Group, Item, groups, service_links
from zhaoshang.web.metadata import metadata
from zhaoshang.web.page import PageSpec, Plan, State, relative
from zhaoshang.web.search import pack_path


def content_security_policy(endpoint: str | None) -> str:
    """What a page may load: its own files and nothing else, no inline script or style; and where a form may go."""
    forms = " ".join(["'self'", "mailto:", *([endpoint] if endpoint else [])])
    return (
        f"default-src 'self'; img-src 'self' data:; base-uri 'none'; object-src 'none'; form-action {forms}"
    )


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way from home to the page; the page itself has no `href`."""

    label: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Alternate:
    """An address of the page for a language, as `hreflang` gives it; `lang` may be `x-default`."""

    lang: str
    href: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The page in a language, as the language switch gives it."""

    lang: str
    label: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed the page belongs to."""

    title: str
    href: str


FEEDS: Mapping[str, str] = MappingProxyType(
    {"news": "feed.xml", "projects": "feed-projects.xml", "policies": "feed-policies.xml"}
)
"""The feeds of a language: what they hold (a key of `words.pages`), and their files."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One page in one language, as the layout sees it. `path` counts from the site's root."""

    lang: str
    path: str
    kind: str
    section: str
    title: str
    head_title: str
    description: str
    state: State
    original: str
    """The language shown instead where `state` is a fallback."""
    address: str
    canonical: str
    robots: str
    alternates: tuple[Alternate, ...]
    switch: tuple[Choice, ...]
    crumbs: tuple[Crumb, ...]
    nav: tuple[Group, ...]
    service_links: tuple[Item, ...]
    feeds: tuple[Feed, ...]
    metadata: tuple[tuple[str, str], ...]
    open_graph: tuple[tuple[str, str], ...]
    home: str
    root: str
    search: str
    search_pack: str
    sitemap: str
    contact: str
    as_of: date | None
    scripts: tuple[str, ...]


def address(base_url: str, path: str) -> str:
    """The absolute address of a file of the site."""
    return f"{base_url.rstrip('/')}/{path}"


def frame(page: PageSpec, plan: Plan, voice: Voice) -> Frame:
    """The frame of a page in the voice's language."""
    site, lang = voice.library.site, voice.language
    path, state = f"{lang}/{page.path}", page.state(lang)
    original = next(each for each in plan.languages if page.state(each) is State.TRANSLATED)
    canonical = address(site.base_url, f"{original if state is State.FALLBACK else lang}/{page.path}")
    title, name = voice.plain(page.title), voice.plain(site.title)
    head_title = title if page.kind == "home" else f"{title} · {name}"
    description = voice.plain(page.description)
    return Frame(
        lang=lang,
        path=path,
        kind=page.kind,
        section=page.section,
        title=title,
        head_title=head_title,
        description=description,
        state=state,
        original=original,
        address=address(site.base_url, path),
        canonical=canonical,
        robots="" if page.indexed else "noindex",
        alternates=alternates(page, plan, site.base_url)
        if state is State.TRANSLATED and page.indexed
        else (),
        switch=_switch(page, plan, voice),
        crumbs=_crumbs(page, plan, voice),
        nav=groups(page, plan, voice),
        service_links=service_links(page, plan, voice),
        feeds=tuple(
            Feed(f"{name} · {voice.words.at(f'pages.{kind}.title')}", relative(path, f"{lang}/{file}"))
            for kind, file in FEEDS.items()
        ),
        metadata=metadata(page, plan, voice, title),
        open_graph=_open_graph(page, voice, head_title, canonical),
        home=relative(path, f"{lang}/index.html"),
        root=relative(path, "index.html").removesuffix("index.html"),
        search=relative(path, f"{lang}/search.html"),
        search_pack=relative(path, pack_path(lang)),
        sitemap=relative(path, f"{lang}/sitemap.html"),
        contact=relative(path, f"{lang}/contact.html"),
        as_of=page.updated,
        scripts=page.scripts,
    )


def translations(page: PageSpec, plan: Plan) -> tuple[str, ...]:
    """The languages a page is translated into; only these name each other with hreflang."""
    return tuple(lang for lang in plan.languages if page.state(lang) is State.TRANSLATED)


def alternates(page: PageSpec, plan: Plan, base_url: str) -> tuple[Alternate, ...]:
    """The absolute addresses of a page's translations and of its default; the site map gives the same."""
    found = tuple(
        Alternate(lang, address(base_url, f"{lang}/{page.path}")) for lang in translations(page, plan)
    )
    default = "index.html" if page.kind == "home" else f"{found[0].lang}/{page.path}"
    return (*found, Alternate("x-default", address(base_url, default)))


def _switch(page: PageSpec, plan: Plan, voice: Voice) -> tuple[Choice, ...]:
    """The same page in every language; where it is absent, the nearest page above that is not."""
    here = f"{voice.language}/{page.path}"
    found = []
    for lang in plan.languages:
        target = next(
            step.path for step in (page, *reversed(plan.trail(page))) if step.state(lang) is not State.ABSENT
        )
        label = voice.lexicon[lang].at(f"own_names.{lang}")
        found.append(Choice(lang, label, relative(here, f"{lang}/{target}"), lang == voice.language))
    return tuple(found)


def _crumbs(page: PageSpec, plan: Plan, voice: Voice) -> tuple[Crumb, ...]:
    if page.parent is None:
        return ()
    here = f"{voice.language}/{page.path}"
    above = tuple(
        Crumb(label(step, voice), relative(here, f"{voice.language}/{step.path}"))
        for step in plan.trail(page)
    )
    return (*above, Crumb(label(page, voice), None))


def label(page: PageSpec, voice: Voice) -> str:
    """What a page is called in menus and breadcrumbs."""
    return voice.words.at("site.home") if page.kind == "home" else voice.plain(page.title)


def _open_graph(page: PageSpec, voice: Voice, title: str, canonical: str) -> tuple[tuple[str, str], ...]:
    site, card = voice.library.site, card_of(page, voice.language)
    return (
        ("og:title", title),
        ("og:description", voice.plain(page.description)),
        ("og:type", "article" if page.kind in {"news", "case"} else "website"),
        ("og:url", canonical),
        ("og:site_name", voice.plain(site.title)),
        ("og:locale", voice.words.at("language.locale")),
        ("og:image", address(site.base_url, card.path)),
        ("og:image:type", "image/png"),
        ("og:image:width", str(WIDTH)),
        ("og:image:height", str(HEIGHT)),
        ("og:image:alt", f"{voice.words.at(f'cards.{card.name}.title')} · {voice.plain(site.title)}"),
    )
