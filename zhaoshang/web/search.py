"""The search pack: what stands on every page of a language, as a script that a page can load from disk too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import PurePosixPath
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


class Found(NamedTuple):
    """The words of one page: its address in the site, kind, title, headings, and all that stands in `<main>`."""

    url: str
    kind: str
    title: str
    headings: str
    text: str


def read_page(html: bytes) -> tuple[str, str]:
    """The headings and the whole text of `<main>` of a finished page, each block on a line of its own."""
    main = etree.HTML(html).find(".//main")
    if main is None:
        return "", ""
    blocks: list[str] = []
    headings: list[str] = []
    _gather(main, [], blocks, headings)
    return "\n".join(headings), "\n".join(blocks)


def _gather(element: etree._Element, words: list[str], blocks: list[str], headings: list[str]) -> None:
    """Walks the tree in reading order; `words` are those of the block at hand, closed wherever a block ends."""
    words.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _SKIPPED:
            inline = child.tag in _INLINE
            if not inline:
                _close(words, blocks)
            _gather(child, words, blocks, headings)
            if not inline and _close(words, blocks) and child.tag in _HEADINGS:
                headings.append(blocks[-1])
        words.append(child.tail or "")


def _close(words: list[str], blocks: list[str]) -> bool:
    text = _SPACE.sub(" ", "".join(words)).strip()
    words.clear()
    if text:
        blocks.append(text)
    return bool(text)


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
