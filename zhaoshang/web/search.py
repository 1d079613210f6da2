"""The search pack: what stands on every page of a language, as a script that a page can load from disk too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import PurePosixPath
from typing import NamedTuple

from zhaoshang.values.artifact import Artifact

_SPACE = re.compile(r"\s+")
_SKIPPED = {"script", "style", "nav", "svg", "template"}
_BLOCKS = {
    "address",
    "article",
    "blockquote",
    "br",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "ol",
    "option",
    "p",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "tr",
    "ul",
}


class Found(NamedTuple):
    """The words of one page: its address in the site, kind, title, headings, and all that stands in `<main>`."""

    url: str
    kind: str
    title: str
    headings: str
    text: str


class _Reader(HTMLParser):
    """Collects the text of `<main>`, block by block, and the headings apart."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.headings: list[str] = []
        self._words: list[str] = []
        self._inside = False
        self._skipping = 0
        self._heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "main":
            self._inside = True
        elif tag in _SKIPPED:
            self._skipping += 1
        elif tag in _BLOCKS:
            self._break()
            self._heading = tag in {"h2", "h3"}

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self._break()
            self._inside = False
        elif tag in _SKIPPED:
            self._skipping -= 1
        elif tag in _BLOCKS:
            self._break()
            self._heading = False

    def handle_data(self, data: str) -> None:
        if self._inside and not self._skipping:
            self._words.append(data)

    def _break(self) -> None:
        text = _SPACE.sub(" ", "".join(self._words)).strip()
        self._words.clear()
        if text:
            self.blocks.append(text)
            if self._heading:
                self.headings.append(text)


def read_page(html: str) -> tuple[str, str]:
    """The headings and the whole text of a finished page, each block on a line of its own."""
    reader = _Reader()
    reader.feed(html)
    return "\n".join(reader.headings), "\n".join(reader.blocks)


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
