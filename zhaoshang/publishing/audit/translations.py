"""The languages of a page agree: in its head, in the switch the reader sees, and in the sitemap."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from zhaoshang.diagnostics.diagnostic import Diagnostic
from zhaoshang.publishing.audit.finished import Finished, finding
from zhaoshang.publishing.audit.page import Alternate, Page, line_of

ANY_LANGUAGE = "x-default"

_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_XHTML_LINK = "{http://www.w3.org/1999/xhtml}link"


def check_translations(site: Finished) -> Iterator[Diagnostic]:
    """hreflang, switch and canonical of every page that names its language."""
    for page in (page for page in site.pages.values() if page.language):
        yield from _check_alternates(site, page)
        yield from _check_switch(site, page)
        yield from _check_canonical(site, page)


def _destinations(site: Finished, path: str, alternates: tuple[Alternate, ...]) -> dict[str, str]:
    return {one.language: site.addresses.resolve(path, one.url).path for one in alternates}


def _check_alternates(site: Finished, page: Page) -> Iterator[Diagnostic]:
    if not page.alternates:
        return
    own = _destinations(site, page.path, page.alternates)
    line = page.alternates[0].line
    if page.path not in (own.get(page.language), own.get(ANY_LANGUAGE)):
        yield finding("Z762", page.path, line, missing=page.language)
    if ANY_LANGUAGE not in own:
        yield finding("Z762", page.path, line, missing=ANY_LANGUAGE)
    for one in page.alternates:
        other = site.pages.get(own[one.language])
        if other is None or other.path == page.path or not other.language:
            continue  # what is missing there has its own finding
        if _destinations(site, other.path, other.alternates) != own:
            yield finding("Z761", page.path, one.line, language=one.language, target=other.path)
        elif one.language not in (ANY_LANGUAGE, other.language):
            words = {"language": one.language, "target": other.path, "found": other.language}
            yield finding("Z771", page.path, one.line, **words)


def _check_switch(site: Finished, page: Page) -> Iterator[Diagnostic]:
    """A translated page offers each of its translations to the reader, under the right language."""
    if not page.alternates:
        return
    offered = _destinations(site, page.path, page.switch)
    for language, target in _destinations(site, page.path, page.alternates).items():
        if language in (ANY_LANGUAGE, page.language):
            continue
        if (found := offered.get(language, "")) != target:
            line = page.switch[0].line if page.switch else 1
            yield finding("Z765", page.path, line, language=language, target=target, found=found)


def _check_canonical(site: Finished, page: Page) -> Iterator[Diagnostic]:
    """A page with translations names itself; another names itself or the page it stands in for."""
    if page.canonical is None:
        if site.addresses.base and page.indexed and page.alternates:
            yield finding("Z763", page.path, url="", expected=page.path)
        return
    target = site.addresses.resolve(page.path, page.canonical).path
    wrong = target != page.path if page.alternates else target not in site.pages
    if wrong:
        yield finding("Z763", page.path, page.line_of("canonical"), url=page.canonical, expected=page.path)


def check_sitemap(site: Finished, *, path: str = "sitemap.xml") -> Iterator[Diagnostic]:
    """The sitemap lists every page that has translations, with exactly these, and no other page."""
    try:
        tree = etree.fromstring(site.files[path])
    except (KeyError, etree.XMLSyntaxError):
        return
    listed: set[str] = set()
    for entry in tree.iter(f"{_SITEMAP}url"):
        url = entry.findtext(f"{_SITEMAP}loc") or ""
        target = site.addresses.resolve(path, url).path
        listed.add(target)
        yield from _check_entry(site, path, entry, url, target)
    for page in site.pages.values():
        if page.indexed and page.path not in listed and _is_translated(site, page):
            yield finding("Z764", path, url=page.path)


def _is_translated(site: Finished, page: Page) -> bool:
    """Whether a page is one of its own translations; a page that only offers the choice of a language is not."""
    return _destinations(site, page.path, page.alternates).get(page.language) == page.path


def _check_entry(
    site: Finished, path: str, entry: etree._Element, url: str, target: str
) -> Iterator[Diagnostic]:
    line = line_of(entry)
    page = site.pages.get(target)
    if page is None:
        yield finding("Z750", path, line, url=url, target=target, count="1", near="")
        return
    links = tuple(
        Alternate(link.get("hreflang", ""), link.get("href", ""), line) for link in entry.iter(_XHTML_LINK)
    )
    if _destinations(site, path, links) != _destinations(site, page.path, page.alternates):
        yield finding("Z764", path, line, url=url)
