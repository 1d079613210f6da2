"""What machines fetch first: the site map, robots.txt and llms.txt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from zhaoshang.domain.site import Site
from zhaoshang.values.artifact import Artifact
from zhaoshang.voice import Voice
from zhaoshang.web.fragments import FOLDER as FRAGMENTS
from zhaoshang.web.frame import address, alternates, translations
from zhaoshang.web.page import PageSpec, Plan, State

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def site_map(plan: Plan, site: Site) -> Artifact:
    """`sitemap.xml`: every indexed page in every language it is translated into, with its alternates."""
    entries = (
        _entry(page, lang, plan, site) for page in plan if page.indexed for lang in translations(page, plan)
    )
    return Artifact(PurePosixPath("sitemap.xml"), (_HEAD + "".join(entries) + "</urlset>\n").encode())


def _entry(page: PageSpec, lang: str, plan: Plan, site: Site) -> str:
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{other.lang}" href={quoteattr(other.href)}/>'
        for other in alternates(page, plan, site.base_url)
    )
    changed = f"<lastmod>{page.updated.isoformat()}</lastmod>" if page.updated else ""
    return f"<url><loc>{escape(address(site.base_url, f'{lang}/{page.path}'))}</loc>{changed}{others}</url>\n"


def robots(site: Site) -> Artifact:
    """`robots.txt`: everything may be read but the fragments, which repeat the pages; and where the site map is."""
    below = urlsplit(site.base_url).path.rstrip("/")
    text = (
        f"User-agent: *\nDisallow: {below}/{FRAGMENTS}/\nAllow: /\n"  # for readers that take the first that fits
        f"Sitemap: {address(site.base_url, 'sitemap.xml')}\n"
    )
    return Artifact(PurePosixPath("robots.txt"), text.encode())


def guide_for_models(plan: Plan, voices: Sequence[Voice]) -> Artifact:
    """`llms.txt` (llmstxt.org): the site in a few lines, then its main pages in every language.

    The main pages are the home page and those one level below it; each is a link with what the page says of itself.
    """
    site = voices[0].library.site
    lines = [f"# {voices[0].plain(site.title)}", "", f"> {voices[0].plain(site.tagline)}"]
    for voice in voices:
        lines += ["", f"## {voice.words.at(f'own_names.{voice.language}')}", ""]
        lines += [
            f"- [{voice.plain(page.title)}]({address(site.base_url, f'{voice.language}/{page.path}')}): "
            f"{voice.plain(page.description)}"
            for page in plan
            if page.indexed and page.state(voice.language) is State.TRANSLATED and len(plan.trail(page)) < 2
        ]
    return Artifact(PurePosixPath("llms.txt"), ("\n".join(lines) + "\n").encode())
