"""What a list can be narrowed and sorted by: facets with counts, from the same records as the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from zhaoshang.voice import Voice

R = TypeVar("R")

UNKNOWN = "unknown"
"""The value of a facet where a record does not say; always offered last, never left out."""


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a facet with the number of records that have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a list."""

    key: str
    label: str
    options: tuple[Option, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Sort:
    """One way to order a list."""

    key: str
    order: str
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """What finder.js needs to know of one record: its facet values and its sort keys."""

    values: Mapping[str, tuple[str, ...]]
    sorts: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Finder:
    """A list's facets and orders, and a row for each record in the order of the list."""

    facets: tuple[Facet, ...]
    sorts: tuple[Sort, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class By(Generic[R]):
    """How a facet is read off a record: its values, and what a value is called.

    `label` is a path of the interface words. Options stand in the order of `known`, or by value where it is empty.
    """

    key: str
    label: str
    values: Callable[[R], tuple[str, ...]]
    name: Callable[[str, Voice], str]
    known: tuple[str, ...] = ()
    open: bool = False


def worded(group: str) -> Callable[[str, Voice], str]:
    """A value named by the interface words."""
    return lambda value, voice: voice.words.at(f"{group}.{value}")


def termed(vocabulary: str) -> Callable[[str, Voice], str]:
    """A value named by a closed list of the content."""
    return lambda value, voice: voice.plain(getattr(voice.library.vocabularies, vocabulary)[value].label)


@dataclass(frozen=True)
class Order(Generic[R]):
    """How a list is ordered: `value` is a number or an ISO date as text, None where the record does not say."""

    key: str
    order: str
    label: str
    value: Callable[[R], str | None]


def find(
    records: Sequence[R], voice: Voice, *, facets: Sequence[By[R]], orders: Sequence[Order[R]]
) -> Finder:
    """The finder of a list. A facet in which all records agree is left out: it would narrow nothing."""
    made = (_facet(by, records, voice) for by in facets)
    return Finder(
        facets=tuple(facet for facet in made if len(facet.options) > 1),
        sorts=tuple(Sort(order.key, order.order, voice.words.at(order.label)) for order in orders),
        rows=tuple(
            Row({by.key: by.values(record) for by in facets}, {o.key: o.value(record) for o in orders})
            for record in records
        ),
    )


def _facet(by: By[R], records: Sequence[R], voice: Voice) -> Facet:
    counts = Counter(value for record in records for value in by.values(record) or (UNKNOWN,))
    order = by.known or tuple(sorted(counts))
    present = [value for value in order if value in counts and value != UNKNOWN]
    options = [Option(value, by.name(value, voice), counts[value]) for value in present]
    if UNKNOWN in counts:
        options.append(Option(UNKNOWN, voice.words.at("finder.unknown"), counts[UNKNOWN]))
    return Facet(by.key, voice.words.at(by.label), tuple(options), by.open)
