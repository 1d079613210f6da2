"""Pieces of text to search for, and where they stand, worked out from the words of the pages alone."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections.abc import Iterable, Sequence

from zhaoshang.web.search import Found

HAN = re.compile(r"[\u4e00-\u9fff]+")
WORD = re.compile(r"(?<![\w-])[A-Za-z]{3,}(?![\w-])")


def read_pack(content: bytes) -> list[Found]:
    """The words of the pages in a pack that is not in parts."""
    pack = json.loads(content.decode().removeprefix("window.ZHAOSHANG_SEARCH=").removesuffix(";\n"))
    return [Found(**entry) for entry in pack["entries"]]


def pieces(
    texts: Iterable[tuple[str, str]], number: int, *, language: str, seed: int = 12
) -> list[tuple[str, str]]:
    """So many pieces of (path, text) with a path each stands on: Chinese of 2 to 6 characters, or an English word."""
    chance = random.Random(seed)
    pattern = {"zh": HAN, "en": WORD}[language]
    runs = {(path, match[0]) for path, text in texts for match in pattern.finditer(text) if len(match[0]) > 1}
    found = []
    for path, run in chance.sample(sorted(runs), number):
        size = min(len(run), chance.randint(2, 6)) if language == "zh" else len(run)
        start = chance.randint(0, len(run) - size)
        found.append((path, run[start : start + size]))
    return found


def standing(pages: Sequence[tuple[str, str]], query: str) -> set[str]:
    """On which of the pages, (path, folded text), a piece stands: Chinese anywhere, a Latin word from its beginning."""
    pattern = re.compile("|".join(map(_beginning, _numbers(query.lower()))))
    return {path for path, text in pages if pattern.search(text)}


def folded(found: Iterable[Found]) -> list[tuple[str, str]]:
    """Pages by their address with all their words in the form in which they are compared."""
    return [(page.url, unicodedata.normalize("NFKC", "\n".join(page[2:])).lower()) for page in found]


def _beginning(word: str) -> str:
    return f"(?<![a-z0-9]){re.escape(word)}" if word.isascii() else re.escape(word)


def _numbers(word: str) -> set[str]:
    """A word as it was typed, and in the singular if it looks like a plural."""
    if not re.fullmatch("[a-z]{3,}(?<!s)s", word):
        return {word}
    found = {word, word[:-1]}
    if word.endswith("ies"):
        found.add(f"{word[:-3]}y")
    elif re.search("(s|x|z|ch|sh)es$", word):
        found.add(word[:-2])
    return found
