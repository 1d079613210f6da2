"""The search pack: what stands on every page of a language, as a script that a page can load from disk too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import PurePosixPath
from posixpath import normpath
from typing import NamedTuple

from lxml import etree

from zhaoshang.values.artifact import Artifact
from zhaoshang.web.shards import BEGINNING, SHARDS, fold, sharded

MOST = 800_000
"""Bytes of a pack that a reader loads whole: about 150 KB over the wire."""

_SPACE = re.compile(r"\s+")
_SKIPPED = frozenset(("script", "style", "nav", "svg", "template"))
_INLINE = frozenset(
    ("a", "abbr", "b", "cite", "code", "data", "em", "i", "span", "strong", "sub", "sup", "time")
)
_HEADINGS = frozenset(("h2", "h3"))
_CARDS = frozenset(("card", "result"))
_LATIN = re.compile("[A-Za-z0-9]")


class Found(NamedTuple):
    """The words of one page: its address in the site, kind, title, headings, and what is to be found there."""

    url: str
    kind: str
    title: str
    headings: str
    text: str


class Block(NamedTuple):
    """A paragraph, heading, cell or entry of a page, and the address to which the card it stands on leads, else nothing."""

    text: str
    heading: bool = False
    leads: str = ""


class Made(NamedTuple):
    """A finished page: its address in the site, kind, title and HTML."""

    url: str
    kind: str
    title: str
    html: bytes


def found_pages(pages: Iterable[Made]) -> tuple[Found, ...]:
    """The words of the pages, each where it belongs.

    What stands on a card and again on the page to which the card leads is found there alone, so that a record is one
    hit and not one more on every page that recommends it.
    """
    read = [(page, read_page(page.html)) for page in pages]
    own = {page.url: "\n".join(one.text for one in blocks if not one.leads) for page, blocks in read}
    return tuple(_found(page, blocks, own) for page, blocks in read)


def _found(page: Made, blocks: Iterable[Block], own: Mapping[str, str]) -> Found:
    folder = PurePosixPath(page.url).parent.as_posix()
    kept = [
        one
        for one in blocks
        if not (one.leads and _stands(one.text, own.get(normpath(f"{folder}/{one.leads}"), "")))
    ]
    headings = "\n".join(one.text for one in kept if one.heading)
    return Found(page.url, page.kind, page.title, headings, "\n".join(one.text for one in kept))


def _stands(words: str, text: str) -> bool:
    """Whether words stand in a text, from the beginning of a word if they are Latin."""
    before = r"(?<![A-Za-z0-9])" if _LATIN.match(words) else ""
    return words in text and re.search(before + re.escape(words), text) is not None


def read_page(html: bytes) -> tuple[Block, ...]:
    """What stands in `<main>` of a finished page, in reading order."""
    main = etree.HTML(html).find(".//main")
    if main is None:
        return ()
    blocks: list[Block] = []
    _gather(main, [], blocks, "")
    return tuple(blocks)


def _gather(element: etree._Element, words: list[str], blocks: list[Block], leads: str) -> None:
    """Walks the tree; `words` are those of the block at hand, closed wherever a block ends."""
    words.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _SKIPPED:
            within = leads or _leads(child)
            inline = child.tag in _INLINE
            if not inline:
                _close(words, blocks, leads)
            elif child.getprevious() is not None and words[-1] == "":
                words.append(" ")  # two buttons, or a term and its note, side by side
            _gather(child, words, blocks, within)
            if not inline:
                _close(words, blocks, within, heading=child.tag in _HEADINGS)
        words.append(child.tail or "")


def _leads(element: etree._Element) -> str:
    """Where a card leads: to the page of the first link on it."""
    if _CARDS.isdisjoint(element.get("class", "").split()):
        return ""
    link = element.find(".//a[@href]")
    return "" if link is None else str(link.get("href")).partition("#")[0]


def _close(words: list[str], blocks: list[Block], leads: str, *, heading: bool = False) -> None:
    text = _SPACE.sub(" ", "".join(words)).strip()
    words.clear()
    if text:
        blocks.append(Block(text, heading, leads))


def search_files(language: str, pages: Iterable[Found], *, most: int = MOST) -> tuple[Artifact, ...]:
    """The pack of a language: every page's words, and which traditional characters stand for those in use.

    Where it would weigh more than `most` bytes, the words lie in parts beside it (`shards`), and the pack names them.
    """
    found = tuple(pages)
    entries = [page._asdict() for page in found]
    used = {character for page in found for value in page for character in value}
    folds = "".join(old + new for old, new in _opencc_pairs() if new in used)
    pack: dict[str, object] = {"language": language, "folds": folds, "entries": entries}
    whole = _said(language, pack)
    if len(whole.content) <= most:
        return (whole,)
    simplified = {ord(old): new for old, new in zip(folds[::2], folds[1::2], strict=True)}
    compared = (fold("\n".join((page.title, page.headings, page.text)), simplified) for page in found)
    folder, parts = sharded(language, [page.text for page in found], compared)
    light = [page._replace(text="")._asdict() for page in found]
    apart = {"folder": folder, "shards": SHARDS, "beginning": BEGINNING}
    return (_said(language, {**pack, "entries": light, "parts": apart}), *parts)


def _said(language: str, pack: Mapping[str, object]) -> Artifact:
    text = json.dumps(pack, ensure_ascii=False, separators=(",", ":"))
    return Artifact(PurePosixPath(pack_path(language)), f"window.ZHAOSHANG_SEARCH={text};\n".encode())


def pack_path(language: str) -> str:
    """Where the pack of a language lies in the site."""
    return f"{language}/search-pack.js"


def _opencc_pairs() -> Iterator[tuple[str, str]]:
    """Traditional character and the simplified one it stands for (OpenCC's TSCharacters)."""
    table = files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text("utf-8")
    for line in table.splitlines():
        old, _, new = line.partition("\t")
        simplified = new.split(" ")[0]
        if len(old) == 1 and len(simplified) == 1 and old != simplified:
            yield old, simplified
