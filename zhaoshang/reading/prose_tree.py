"""The tree of a compiled text → HTML from a closed list of elements, and the same as plain text.

This is the last gate: whatever made the tree, nothing but these elements and attributes reaches a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from xml.etree.ElementTree import Element

from zhaoshang.values.text import WIDE

ELEMENTS = {
    "a": ("href", "title"),
    "blockquote": (),
    "br": (),
    "code": (),
    "data": ("class", "value"),
    "dd": (),
    "dl": (),
    "dt": (),
    "em": (),
    "h1": ("id",),
    "h2": ("id",),
    "h3": ("id",),
    "h4": ("id",),
    "h5": ("id",),
    "h6": ("id",),
    "hr": (),
    "img": ("src", "alt", "title"),
    "li": (),
    "ol": ("start",),
    "p": (),
    "span": ("lang",),
    "strong": (),
    "sub": (),
    "sup": (),
    "table": (),
    "tbody": (),
    "td": ("align",),
    "th": ("align",),
    "thead": (),
    "tr": (),
    "ul": (),
}
"""Every element a prose may hold, with its attributes."""

_VOID = frozenset(("br", "hr", "img"))
_INLINE = frozenset(("a", "br", "code", "data", "em", "img", "span", "strong", "sub", "sup"))
_GAPS = {"br": "\n", "td": " ", "th": " "}
"""What parts the words of an element from those around it in plain text; other blocks stand on lines of their own."""

_EITHER = "“”‘’…—·"
"""Marks that Chinese and Latin text share: they count as wide beside a wide character."""
_GAP = r" *\n[ \n]*"
_SOFT_BREAK = re.compile(rf"(?<=[{WIDE}]){_GAP}(?=[{WIDE}{_EITHER}])|(?<=[{_EITHER}]){_GAP}(?=[{WIDE}])")
_SPACES = re.compile(r"[ \t\n]+")


def to_html(root: Element) -> str:
    """The HTML of the children of `root`. Raises `ValueError` for an element that is not on the list."""
    join_soft_breaks(root)
    return "\n".join("".join(_markup(child)) for child in root)


def to_text(element: Element) -> str:
    """The words of an element for search: blocks on lines of their own, facts as `{fact:id}`."""
    lines = "".join(_words(element)).split("\n")
    return "\n".join(words for line in lines if (words := _SPACES.sub(" ", line).strip()))


def links_in(root: Element) -> Iterator[str]:
    """The targets of links and pictures as they are written (`project:anode-materials`), in the order of the text."""
    for element in root.iter():
        address = element.get("src" if element.tag == "img" else "href")
        if address and address.startswith("record:"):
            yield address.removeprefix("record:").replace("/", ":", 1)
        elif address:
            yield address


def facts_in(root: Element) -> Iterator[str]:
    """The ids of the facts of the register that are quoted, in the order of the text."""
    return (element.get("value", "") for element in root.iter("data"))


def join_soft_breaks(root: Element) -> None:
    """Drop line ends between Chinese characters, across inline marks too; elsewhere they stay as spaces."""
    for block in root.iter():
        if block.tag not in _INLINE:
            _join(block)


def _join(block: Element) -> None:
    slots = list(_slots(block))
    text = "".join(getattr(element, name) or "" for element, name in slots)
    if "\n" not in text:
        return
    dropped = {place for match in _SOFT_BREAK.finditer(text) for place in range(match.start(), match.end())}
    start = 0
    for element, name in slots:
        old = getattr(element, name) or ""
        kept = (letter for place, letter in enumerate(old, start) if place not in dropped)
        setattr(element, name, "".join(kept))
        start += len(old)


def _slots(element: Element) -> Iterator[tuple[Element, str]]:
    """Where the running text of a block stands, in order: texts and tails, not those of blocks inside it."""
    yield element, "text"
    for child in element:
        if child.tag in _INLINE:
            yield from _slots(child)
        yield child, "tail"


def _markup(element: Element) -> Iterator[str]:
    tag = element.tag
    allowed = ELEMENTS.get(tag)
    if allowed is None:
        raise ValueError(f"<{tag}> is no element of a prose")
    yield f"<{tag}{''.join(_attributes(element, allowed))}>"
    if tag in _VOID:
        return
    yield escape(_trimmed(element), quote=False)
    for child in element:
        yield from _markup(child)
        yield escape(child.tail or "", quote=False)
    yield f"</{tag}>"


def _attributes(element: Element, allowed: tuple[str, ...]) -> Iterator[str]:
    for name in allowed:
        value = element.get(name)
        if name == "align" and value:
            yield f' class="{escape(value)}"'
        elif value is not None:
            yield f' {name}="{escape(value)}"'
    if element.tag == "th":
        yield ' scope="col"'


def _trimmed(element: Element) -> str:
    text = element.text or ""
    return text if element.tag in _INLINE else text.lstrip()


def _words(element: Element) -> Iterator[str]:
    if element.tag == "data":
        yield f"{{fact:{element.get('value')}}}"
    if element.tag == "img":
        yield element.get("alt") or ""
    yield (element.text or "").replace("\n", " ")
    for child in element:
        gap = _GAPS.get(child.tag, "\n" if child.tag not in _INLINE else "")
        yield gap
        yield from _words(child)
        yield gap
        yield (child.tail or "").replace("\n", " ")
