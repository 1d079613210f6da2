"""Every name leads to something: references between records, links and facts in prose, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from zhaoshang.diagnostics.diagnostic import Diagnostic
from zhaoshang.diagnostics.nearest import nearest
from zhaoshang.domain.inline import FactMark, LinkMark, inline_marks
from zhaoshang.domain.kinds import SINGULAR
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.media import Image
from zhaoshang.rules.rule import finding
from zhaoshang.rules.walk import references, values
from zhaoshang.values import Text
from zhaoshang.values.kinds import kind_of


def resolved_references(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z401: an id names a record that exists."""
    for key, record in library.all_records():
        for path, kind, id_ in references(record):
            known = targets(library, kind)
            if id_ not in known:
                yield finding(
                    library,
                    "Z401",
                    key,
                    path,
                    id=id_,
                    kind=kind,
                    near=nearest(id_, known),
                    known=_some(known),
                )


def targets(library: Library, kind: str) -> Mapping[str, object]:
    """What a reference may name: the records of a kind, or a list inside a singleton (`facts.facts`)."""
    name, _, part = kind.partition(".")
    if part:
        found: Mapping[str, object] = getattr(getattr(library, name), part)
        return found
    return library.records(name)


def listed_prices(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z401 and Z405: a listed price is an item of its costs that is a price, and the plot has no other."""
    for plot in library.plots.values():
        listed, key = plot.listed_price, Key("plots", plot.id)
        if listed is None or listed.costs not in library.costs:
            continue
        known = library.costs[listed.costs].items
        kind = f"costs/{listed.costs}.items"
        if listed.item not in known:
            near, path = nearest(listed.item, known), ("listed_price", "item")
            arguments = {"id": listed.item, "kind": kind, "near": near, "known": _some(known)}
            yield finding(library, "Z401", key, path, **arguments)
            continue
        value = known[listed.item].value
        if (found := kind_of(value.unit)) != "price":
            terms = {"found": f"term:kind-{found}", "kind": "term:kind-price"}
            path = ("listed_price", "item")
            yield finding(library, "Z231", key, path, text=str(value), example="12元/平方米·月", **terms)
        elif plot.price is not value:  # else the reader has put it there
            yield finding(
                library, "Z405", key, ("price",), price=str(plot.price), listed=f"{kind}.{listed.item}"
            )


def _some(known: Mapping[str, object], most: int = 8) -> str:
    ids = sorted(known)
    return "、".join(ids[:most]) + ("…" if len(ids) > most else "")


def resolved_prose(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z402 and Z403: links of prose name records that exist, and `{fact:…}` names facts of the register."""
    for (key, language), prose in library.prose.items():
        for stray in _strays(library, prose.links, prose.facts):
            place = library.prose_span(key, language, stray.mark)
            yield Diagnostic(stray.code, place, stray.arguments)


def resolved_texts(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z402 and Z403 for the links and facts inside short texts."""
    for key, record in library.all_records():
        for path, text in values(record, Text):
            for language, words in text.items():
                marks = tuple(inline_marks(words))
                links = (mark.target for mark in marks if isinstance(mark, LinkMark))
                facts = (mark.id for mark in marks if isinstance(mark, FactMark))
                for stray in _strays(library, links, facts):
                    yield Diagnostic(stray.code, library.span(key, *path, language), stray.arguments)


class _Stray(NamedTuple):
    """A mark in a text that leads to nothing: as it was typed, and what there is to say about it."""

    mark: str
    code: str
    arguments: dict[str, str]


def _strays(library: Library, links: Iterable[str], facts: Iterable[str]) -> Iterator[_Stray]:
    for link in links:
        word, _, id_ = link.partition(":")
        if word in SINGULAR and id_ not in (known := library.records(SINGULAR[word])):
            near = nearest(id_, known)
            yield _Stray(link, "Z402", {"link": link, "near": near, "known": _some(known)})
    for fact in facts:
        if fact not in library.facts.facts:
            near = nearest(fact, library.facts.facts)
            yield _Stray(f"{{fact:{fact}}}", "Z403", {"fact": fact, "near": near})


def present_pictures(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z404: a picture a record names lies in `content/media/`."""
    for key, record in library.all_records():
        for path, image in values(record, Image):
            if image.file not in library.media:
                near = nearest(image.file, library.media)
                yield finding(library, "Z404", key, (*path, "file"), file=image.file, near=near)
