"""The marks inside a line of prose: facts, links, pictures, a few tags. An extension of Python-Markdown.

No HTML passes through: every mark becomes an element of the tree, and is checked before it does.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, LinkInlineProcessor
from markdown.util import AtomicString

from zhaoshang.diagnostics import Refusal, nearest
from zhaoshang.reading.prose_address import read_address, read_image
from zhaoshang.reading.prose_notes import Notes

Made = tuple[Element | str | None, int | None, int | None]
"""What an inline processor of Python-Markdown hands back: an element or text, and where it stands."""

TAGS = ("<br>", "<sub>", "<sup>", "<span lang>")
"""The HTML that may be typed: `<br>`, `<sub>2</sub>`, `<sup>2</sup>`, `<span lang="ja">…</span>`."""

_FACT = re.compile(r"fact:([a-z0-9]+(?:-[a-z0-9]+)*)")
_BRACE = r"\{([^{}\n]*)\}|[{}]"
_LINK = r"(?<!\!)\["
_IMAGE = r"\!\["
_AUTOLINK = r"<((?:https?|mailto|tel):[^<>\s]*)>"
_BREAK = r"<br */?>"
_PAIR = r'<(sub|sup|span)(?: +lang="([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)")? *>(.*?)</\1 *>'
_TAG = r"<[A-Za-z/!?][^<>]*>"
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"

_UNWANTED_INLINE = (
    "reference", "image_reference", "short_reference", "short_image_ref", "automail", "html", "entity",
)  # fmt: skip
_UNWANTED_BLOCKS = ("code", "setextheader", "reference")
"""Indented code, underlined headings and link definitions: each turns ordinary Chinese typing into a surprise."""


class Notebook:
    """Where the marks write: the notes of the text at hand. One engine compiles many texts, one by one."""

    def __init__(self, kinds: Collection[str], media: Collection[str] | None) -> None:
        self.kinds = kinds
        self.media = media
        self.notes: Notes


class Marks(Extension):
    """Puts the marks of this project in place of the parts of Python-Markdown that pass HTML through."""

    def __init__(self, notebook: Notebook) -> None:
        super().__init__()
        self._notebook = notebook

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (the name Python-Markdown calls)
        md.preprocessors.deregister("html_block")
        md.postprocessors.deregister("raw_html")
        md.postprocessors.deregister("amp_substitute")
        md.treeprocessors.deregister("prettify")
        for name in _UNWANTED_INLINE:
            md.inlinePatterns.deregister(name)
        for name in _UNWANTED_BLOCKS:
            md.parser.blockprocessors.deregister(name)
        md.ESCAPED_CHARS.extend(("<", "&"))
        for mark, pattern, name, priority in _MARKS:
            md.inlinePatterns.register(mark(pattern, md, self._notebook), name, priority)


class _Mark(InlineProcessor):
    """One mark inside a line; `make` reads what its pattern matched."""

    def __init__(self, pattern: str, md: Markdown, notebook: Notebook) -> None:
        super().__init__(pattern, md)
        self.notebook = notebook

    # The published types of Python-Markdown give this method the signature of its older kind of pattern.
    def handleMatch(self, m: re.Match[str], data: str) -> Made:  # type: ignore[override]  # noqa: N802
        return self.make(m, data)

    def make(self, match: re.Match[str], data: str) -> Made:
        """The element or text for a match, and where it stands; three times `None` where it is no such mark."""
        raise NotImplementedError

    def refuse(self, code: str, match: re.Match[str], **arguments: str) -> Made:
        """Note a finding about what matched, and let it stand as text."""
        self.notebook.notes.found(code, self.unescape(match[0]), **arguments)
        return None, match.start(), match.end()


_NO_MARK: Made = (None, None, None)


class _Braces(_Mark):
    """`{fact:gdp}`; every other brace that is not escaped is a mistake."""

    def make(self, match: re.Match[str], data: str) -> Made:
        if match[1] is None:
            return self.refuse("Z332", match, text=match[0])
        fact = _FACT.fullmatch(match[1].strip())
        if fact is None:
            return self.refuse("Z331", match, text=match[0], near=_near_fact(match[1]))
        return Element("data", {"class": "fact", "value": fact[1]}), match.start(), match.end()


def _near_fact(inside: str) -> str:
    """What was meant by `{facts:gdp}`, `{fact：gdp}` or `{fact: gdp}`; '' when it cannot be told."""
    word, _, id_ = inside.replace("：", ":").replace(" ", "").partition(":")
    meant = f"fact:{id_.lower()}"
    return f"{{{meant}}}" if nearest(word, ("fact",)) and _FACT.fullmatch(meant) else ""


def _addressed(element: Element, written: str, notebook: Notebook) -> Element:
    """The link with its checked address; without one where the address was refused."""
    element.attrib.pop("href", None)
    try:
        address = read_address(written, kinds=notebook.kinds)
    except Refusal as refusal:
        notebook.notes.refused(refusal, written)
        return element
    element.set("href", address.href)
    if address.href.startswith("#"):
        notebook.notes.anchors.append((address.href[1:], notebook.notes.locate(written)))
    if address.is_plain_http:
        notebook.notes.found("Z313", written, url=written)
    return element


class _Link(_Mark):
    """`[words](address)`."""

    def __init__(self, pattern: str, md: Markdown, notebook: Notebook) -> None:
        super().__init__(pattern, md, notebook)
        self._parts = LinkInlineProcessor(pattern, md)

    def make(self, match: re.Match[str], data: str) -> Made:
        words, index, is_closed = self._parts.getText(data, match.end())
        if not is_closed:
            return _NO_MARK
        written, title, end, is_closed = self._parts.getLink(data, index)
        if not is_closed:
            return _NO_MARK
        return self.element(words, written, title or "", data[match.start() : end]), match.start(), end

    def element(self, words: str, written: str, title: str, whole: str) -> Element:
        link = Element("a", {"title": title} if title else {})
        link.text = words
        if not words.strip():
            self.notebook.notes.found("Z314", whole, url=written)
        return _addressed(link, written, self.notebook)


class _Image(_Link):
    """`![description](image:name.jpg)`."""

    def element(self, words: str, written: str, title: str, whole: str) -> Element:
        notes, media = self.notebook.notes, self.notebook.media
        description = self.unescape(words).strip()
        image = Element("img", {"alt": description} | ({"title": title} if title else {}))
        if not description:
            notes.found("Z321", whole, url=written)
        try:
            name = read_image(written)
        except Refusal as refusal:
            notes.refused(refusal, written)
            return image
        image.set("src", f"image:{name}")
        if media is not None and name not in media:
            notes.found("Z322", written, name=name, near=nearest(name, media))
        return image


class _Autolink(_Mark):
    """`<https://…>`, `<mailto:…>`, `<tel:…>`."""

    def make(self, match: re.Match[str], data: str) -> Made:
        link = Element("a")
        link.text = AtomicString(match[1].removeprefix("mailto:").removeprefix("tel:"))
        return _addressed(link, match[1], self.notebook), match.start(), match.end()


class _Break(_Mark):
    """`<br>`."""

    def make(self, match: re.Match[str], data: str) -> Made:
        return Element("br"), match.start(), match.end()


class _Pair(_Mark):
    """`<sub>`, `<sup>` and `<span lang="…">` with what they hold."""

    def make(self, match: re.Match[str], data: str) -> Made:
        if (match[1] == "span") != bool(match[2]):
            return _NO_MARK
        element = Element(match[1], {"lang": match[2]} if match[2] else {})
        element.text = match[3]
        return element, match.start(), match.end()


class _Tag(_Mark):
    """Any other HTML."""

    def make(self, match: re.Match[str], data: str) -> Made:
        return self.refuse("Z330", match, text=self.unescape(match[0])[:60], tags=", ".join(TAGS))


class _Entity(_Mark):
    """`&nbsp;` and its like become the character they name."""

    def make(self, match: re.Match[str], data: str) -> Made:
        character = html.unescape(match[0])
        if character == match[0] or not all(part.isprintable() or part == "\xa0" for part in character):
            return _NO_MARK
        return AtomicString(character), match.start(), match.end()


_MARKS: tuple[tuple[type[_Mark], str, str, int], ...] = (
    (_Braces, _BRACE, "braces", 175),
    (_Link, _LINK, "link", 160),
    (_Image, _IMAGE, "image_link", 150),
    (_Autolink, _AUTOLINK, "autolink", 120),
    (_Break, _BREAK, "break", 96),
    (_Pair, _PAIR, "pair", 94),
    (_Tag, _TAG, "tag", 90),
    (_Entity, _ENTITY, "character", 80),
)
"""Each mark with its pattern, its name and its turn; the higher comes first."""
