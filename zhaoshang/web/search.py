"""The search pack: what stands on every page of a language, as a script that a page can load from disk too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import PurePosixPath
from typing import NamedTuple

from lxml import etree

from zhaoshang.values.artifact import Artifact

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


def search_pack(language: str, pages: Iterable[Found]) -> Artifact:
    """The pack of a language: every page's words, and which traditional characters stand for those in use."""
    entries = [page._asdict() for page in pages]
    used = {character for entry in entries for value in entry.values() for character in value}
    folds = "".join(old + new for old, new in _opencc_pairs() if new in used)
    pack = {"language": language, "folds": folds, "entries": entries}
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
