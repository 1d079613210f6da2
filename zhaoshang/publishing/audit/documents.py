"""Each finished file is sound in itself: its head, its ids, its data; XML that is XML."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import cast

from lxml import etree

from zhaoshang.diagnostics.diagnostic import Diagnostic
from zhaoshang.publishing.audit.finished import Finished, finding
from zhaoshang.publishing.audit.page import Page, line_of

_DATA = etree.XPath("//script[@type='application/ld+json' or @type='application/json']")
_XML = (".xml", ".atom", ".svg", ".rss")


def check_documents(site: Finished) -> Iterator[Diagnostic]:
    """Pages first, then drawings, feeds and the sitemap."""
    yield from site.unreadable
    for page in site.pages.values():
        yield from _check_head(page)
        yield from _check_ids(page)
        yield from _check_data(page)
    for path in sorted(path for path in site.files if path.endswith(_XML)):
        yield from _check_xml(path, site.files[path])


def _check_head(page: Page) -> Iterator[Diagnostic]:
    if not page.language:
        yield finding("Z755", page.path)
    if not page.title:
        yield finding("Z756", page.path, page.line_of("<title"))


def _check_ids(page: Page) -> Iterator[Diagnostic]:
    for name, count in Counter(page.ids).items():
        if count > 1:
            yield finding("Z754", page.path, page.line_of(f'id="{name}"'), id=name, count=str(count))


def _check_data(page: Page) -> Iterator[Diagnostic]:
    for element in cast("list[etree._Element]", _DATA(page.tree)):
        try:
            json.loads(element.text or "")
        except ValueError as error:
            yield finding("Z759", page.path, line_of(element), reason=str(error))


def _check_xml(path: str, content: bytes) -> Iterator[Diagnostic]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        yield finding("Z760", path, error.lineno or 1, reason=error.msg or "")
