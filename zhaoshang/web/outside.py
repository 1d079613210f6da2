"""The addresses outside the site that its pages lead to: readers are told before they leave (国办发〔2017〕47号, 六)."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.site import Publisher
from zhaoshang.values import Text

_HREF = re.compile(r'<a href="(https?://[^"]+)"')
REGISTERS = {"icp": "https://beian.miit.gov.cn/", "police": "https://beian.mps.gov.cn/"}
"""Where the numbers at the foot of a page can be looked up."""


class Outside(NamedTuple):
    """An address elsewhere: its host, and the record that leads there, or the interface word for what it is."""

    url: str
    host: str
    key: Key | None
    label: Text | str


def outside(library: Library, *, published: Container[Key]) -> tuple[Outside, ...]:
    """Every address elsewhere once, by host. `published` are the documents that have a page."""
    found: dict[str, Outside] = {}
    for url, key, label in _named(library, published):
        found.setdefault(url, Outside(url, urlsplit(url).hostname or "", key, label))
    return tuple(sorted(found.values(), key=lambda one: (one.host, one.url)))


def _named(library: Library, published: Container[Key]) -> Iterator[tuple[str, Key | None, Text | str]]:
    yield from _of_publisher(library.site.publisher)
    for id_, fact in library.facts.facts.items():
        if fact.source_url:
            yield fact.source_url, Key("facts", id_), fact.label
    for each in library.costs.values():
        yield from (
            (cost.basis_url, Key("costs", each.id), cost.name)
            for cost in each.items.values()
            if cost.basis_url
        )
    for kind, records in library.documents().items():
        for id_, record in records.items():
            if record.document.source_url and Key(kind, id_) in published:
                yield record.document.source_url, Key(kind, id_), record.title
    for id_, procedure in library.procedures.items():
        yield from (
            (step.online, Key("procedures", id_), step.name) for step in procedure.steps if step.online
        )
    for (key, _), prose in sorted(library.prose.items()):
        yield from ((url, key, url) for url in _HREF.findall(prose.html))


def _of_publisher(publisher: Publisher) -> Iterator[tuple[str, Key | None, Text | str]]:
    for name, register in REGISTERS.items():
        if getattr(publisher, name):
            yield register, None, f"footer.{name}"
    for name in ("party_mark", "error_report"):
        if url := getattr(publisher, name):
            yield url, None, f"footer.{name}"
