"""The search of a large site in parts: which pages hold a pair of characters or a word that begins so, and their words.

A reader's browser loads the few parts a query needs. A page that holds the query holds every pair of its characters and
the beginnings of its Latin words, so none is missed; whether they stand in order is then seen from the words of the page.
All parts are scripts, as the pack is, in a folder named after their contents, so that parts of two builds never mix.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import chain, pairwise
from pathlib import PurePosixPath

from zhaoshang.values.artifact import Artifact

SHARDS = 256
"""Into how many files the keys go: small ones, of which a query needs few (`benchmarks/bench_search.py`)."""

BEGINNING = 10
"""How much of a Latin word is looked up: a word is found from its beginning."""

_SPACE = re.compile(r"\s+")
_LATIN = re.compile("[a-z0-9]+")


def sharded(language: str, texts: Sequence[str], folded: Iterable[str]) -> tuple[str, tuple[Artifact, ...]]:
    """The folder of the parts, from the root of the site, and the parts: of pairs, and of words.

    `texts` are the pages' words in the order of the pack, `folded` all that is to be found of each, as it is compared.
    """
    pairs = ((f"pairs-{shard}", pages) for shard, pages in enumerate(_postings(folded)))
    words = ((f"words-{page}", text) for page, text in enumerate(texts))
    said = {name: _said(name, part) for name, part in chain[tuple[str, object]](pairs, words)}
    digest = sha256(b"".join(said.values())).hexdigest()[:10]
    folder = f"{language}/search/{digest}/"
    return folder, tuple(
        Artifact(PurePosixPath(f"{folder}{name}.js"), content) for name, content in said.items()
    )


def fold(text: str, folds: Mapping[int, str]) -> str:
    """A text as it is compared: what looks alike is alike, in small letters, simplified."""
    return unicodedata.normalize("NFKC", text).lower().translate(folds)


def _postings(folded: Iterable[str]) -> list[dict[str, list[int]]]:
    """For each key the pages it stands on, each counted from the one before; by shard."""
    pages: dict[str, list[int]] = defaultdict(list)
    for page, text in enumerate(folded):
        for key in _keys(text):
            pages[key].append(page)
    shards: list[dict[str, list[int]]] = [{} for _ in range(SHARDS)]
    for key in sorted(pages):
        steps = [after - before for before, after in pairwise([0, *pages[key]])]
        shards[_shard(key)][key] = steps
    return shards


def _shard(key: str) -> int:
    """Where a key lies: a pair by its first character, a word by its first two letters. `search.js` counts likewise."""
    second = ord(key[1]) if len(key) > 1 and _LATIN.match(key) else 0
    return (31 * ord(key[0]) + second) % SHARDS


def _keys(text: str) -> set[str]:
    """How the Latin words of a text begin, their first letters, and the pairs of characters whose first is not Latin."""
    found = set(_LATIN.findall(text))
    words = {word[:length] for word in found for length in (1, BEGINNING)}
    pairs = pairwise(f"{_SPACE.sub(' ', text)} ")
    return words | {first + second for first, second in pairs if first != " " and not _LATIN.match(first)}


def _said(name: str, part: object) -> bytes:
    text = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
    return f'window.ZHAOSHANG_SEARCH_PART("{name}",{text});\n'.encode()
