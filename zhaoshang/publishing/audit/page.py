"""What the audit reads out of one finished HTML page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from html import escape
from typing import NamedTuple, cast

from lxml import etree

from zhaoshang.publishing.audit.stylesheet import addresses_in


class Use(Enum):
    """What a page wants with an address: fetch it, offer it to the reader, or only name it."""

    LOAD = auto()
    LINK = auto()
    NAME = auto()


class Reference(NamedTuple):
    """An address written in a file. Where it stands is looked up only if something is wrong with it."""

    url: str
    use: Use


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language, as `<link>` in the head or as a link for the reader (`switch`)."""

    language: str
    url: str
    line: int


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML file, taken apart. `path` is relative to the site; `tree` is what was parsed."""

    path: str
    source: str
    tree: etree._Element
    language: str
    title: str
    ids: tuple[str, ...]
    references: tuple[Reference, ...]
    alternates: tuple[Alternate, ...]
    switch: tuple[Alternate, ...]
    canonical: str | None
    indexed: bool
    moved: str = ""
    """The address it sends readers on to at once, where it is an old address."""

    def line_of(self, text: str) -> int:
        """The first line of the file that holds `text`; 1 if none does."""
        return line_in(self.source, text)


def read_page(path: str, content: bytes) -> Page:
    """Takes a page apart. Raises `ValueError` where it is empty or not UTF-8."""
    source = content.decode("utf-8")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, huge_tree=True)
    tree = etree.fromstring(content, parser)
    if tree is None:
        raise ValueError("there is nothing in it")
    canonicals = cast("list[str]", _CANONICAL(tree))
    return Page(
        path=path,
        source=source,
        tree=tree,
        language=tree.get("lang", ""),
        title=(tree.findtext("head/title") or "").strip(),
        ids=tuple(cast("list[str]", _IDS(tree))),
        references=tuple(dict.fromkeys(_references(tree, styled=" style=" in source))),
        alternates=tuple(_alternate(element) for element in _elements(_ALTERNATES(tree))),
        switch=tuple(_alternate(element) for element in _elements(_SWITCH(tree))),
        canonical=next(iter(canonicals), None),
        moved=_moved(tree),
        indexed="noindex" not in "".join(cast("list[str]", _ROBOTS(tree))),
    )


_IDS = etree.XPath("//@id", smart_strings=False)
_ALTERNATES = etree.XPath("/html/head/link[@rel='alternate'][@hreflang]")
_SWITCH = etree.XPath("/html/body//a[@hreflang]")
_CANONICAL = etree.XPath("/html/head/link[@rel='canonical']/@href", smart_strings=False)
_ROBOTS = etree.XPath("/html/head/meta[@name='robots']/@content", smart_strings=False)
_LINKS = etree.XPath("//a/@href | //area/@href", smart_strings=False)
_REFRESH = etree.XPath("/html/head/meta[@http-equiv='refresh']/@content", smart_strings=False)
_STYLED = etree.XPath("//*[@style]")

# The elements that may name an address, beside <a> and <area>.
_ADDRESSED = (
    *("audio", "body", "button", "embed", "form", "iframe", "image", "img", "input", "link", "meta"),
    *("object", "script", "source", "style", "track", "use", "video"),
)
_LOADING = frozenset({"src", "poster", "data", "background", "xlink:href"})
_SENDING = frozenset({"action", "formaction"})
_SETS = frozenset({"srcset", "imagesrcset"})

# Relations of <link> that name an address; every other relation makes the browser fetch it.
_NAMING = frozenset({"canonical", "alternate", "license", "author", "help", "search", "next", "prev", "me"})
_NAMED_PROPERTIES = frozenset({"og:url", "og:image"})


def _moved(tree: etree._Element) -> str:
    """The address of `<meta http-equiv="refresh" content="0; url=…">`."""
    contents = cast("list[str]", _REFRESH(tree))
    return contents[0].partition("url=")[2].strip() if contents else ""


def _elements(found: object) -> list[etree._Element]:
    return cast("list[etree._Element]", found)


def line_in(source: str, text: str) -> int:
    """The first line that holds `text`, as a whole attribute if there is such a place; 1 if there is none."""
    for written in (f'"{escape(text)}"', f'"{text}"', text):
        if (at := source.find(written)) >= 0:
            return source.count("\n", 0, at) + 1
    return 1


def line_of(element: etree._Element) -> int:
    """The line an element begins on."""
    return element.sourceline or 1


def _alternate(element: etree._Element) -> Alternate:
    return Alternate(element.get("hreflang", ""), element.get("href", ""), line_of(element))


def _references(tree: etree._Element, *, styled: bool) -> Iterator[Reference]:
    for url in cast("list[str]", _LINKS(tree)):
        yield Reference(url.strip(), Use.LINK)
    for element in tree.iter(*_ADDRESSED):
        for url, use in _addresses(element):
            yield Reference(url.strip(), use)
    for element in _elements(_STYLED(tree)) if styled else ():
        for url in addresses_in(element.get("style", "")):
            yield Reference(url, Use.LOAD)


def _addresses(element: etree._Element) -> Iterator[tuple[str, Use]]:
    if element.tag == "meta":
        if element.get("property") in _NAMED_PROPERTIES:
            yield element.get("content", ""), Use.NAME
    elif element.tag == "style":
        yield from ((url, Use.LOAD) for url in addresses_in(element.text or ""))
    else:
        for name, value in element.items():
            yield from _addresses_of_attribute(element, name, value)


def _addresses_of_attribute(element: etree._Element, name: str, value: str) -> Iterator[tuple[str, Use]]:
    if name == "href":
        yield value, _use_of_href(element)
    elif name in _LOADING:
        yield value, Use.LOAD
    elif name in _SENDING:
        yield value, Use.LINK
    elif name in _SETS:
        yield from ((part.split()[0], Use.LOAD) for part in value.split(",") if part.strip())


def _use_of_href(element: etree._Element) -> Use:
    relations = set(element.get("rel", "").lower().split())
    return Use.NAME if element.tag == "link" and relations & _NAMING else Use.LOAD
