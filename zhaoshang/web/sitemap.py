"""What search engines fetch first: the site map and robots.txt."""

from __future__ import annotations

from pathlib import PurePosixPath
from xml.sax.saxutils import escape, quoteattr

from zhaoshang.domain.site import Site
from zhaoshang.values.artifact import Artifact
from zhaoshang.web.frame import address, alternates, translations
from zhaoshang.web.page import PageSpec, Plan

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
    """`robots.txt`: everything may be read, and where the site map is."""
    text = f"User-agent: *\nAllow: /\nSitemap: {address(site.base_url, 'sitemap.xml')}\n"
    return Artifact(PurePosixPath("robots.txt"), text.encode())
