"""The register of editions: what a guide said when it was released, kept for ever, and what has changed since.

A published reward scheme binds the county (行政允诺): whoever holds a printed guide must be able to learn what has
become of its amounts and clauses. An edition therefore is more than its PDF: it is a list of records, each with the
amounts and clauses it stated, written once by `release` and never edited (`fingerprint` tells).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, ClassVar

from zhaoshang.domain.record import Language, Part, Record, Slug
from zhaoshang.values import Date, Figure, Text


class Clause(Part):
    """An article of a document as it read, with the figures its awards were calculated from."""

    label: Text
    title: Text | None = None
    text: Text
    amounts: tuple[Figure, ...] = ()


class Entry(Part):
    """A record of an edition. Amounts by the path of their field: `investment`, `phases.0.investment`."""

    title: Text | None = None
    """None for what the county has only one of: its location, its register of facts."""
    amounts: Mapping[str, Figure] = {}
    parts: Mapping[str, Text] = {}
    """What the parts are called in which amounts stand: `phases.0`."""
    clauses: Mapping[Slug, Clause] = {}

    def part(self, path: str) -> Text | None:
        """What the nearest part around an amount is called."""
        steps = path.split(".")
        around = (".".join(steps[:length]) for length in range(len(steps) - 1, 0, -1))
        return next((self.parts[one] for one in around if one in self.parts), None)


Contents = Mapping[str, Entry]
"""What an edition states, by record: `projects/anode-materials`."""


class Issue(Part):
    """One guide of an edition: a number may cover several, such as the same guide for paper and for the phone."""

    title: Text
    format: str
    languages: tuple[Language, ...]


class Release(Record):
    """`editions/<number>.yaml`: a released edition. Written by the program."""

    kind: ClassVar[str] = "editions"

    released: Date
    guides: Mapping[Slug, Issue]
    """The one that was released first, then the others of its number."""
    fingerprint: str
    """SHA-256 of everything else in the file."""
    entries: Mapping[str, Entry]

    @property
    def intact(self) -> bool:
        """Whether the file is as it was written."""
        return self.fingerprint == fingerprint_of(self.laid_out())

    @property
    def mark(self) -> str:
        """The fingerprint as a guide prints it: enough to compare by eye."""
        return f"{self.fingerprint[:4]} {self.fingerprint[4:8]} {self.fingerprint[8:12]}"

    def laid_out(self) -> dict[str, Any]:
        """Everything but the fingerprint, as the file has it."""
        return laid_out(self.released, self.guides, self.entries)


def laid_out(released: date, guides: Mapping[str, Issue], entries: Contents) -> dict[str, Any]:
    """An edition as plain mappings, lists and strings, without what is empty, in the order of the file."""
    return {
        "released": released.isoformat(),
        "guides": {id_: issue.model_dump(mode="json") for id_, issue in guides.items()},
        "entries": {
            name: entries[name].model_dump(mode="json", exclude_defaults=True) for name in sorted(entries)
        },
    }


def fingerprint_of(edition: Mapping[str, Any]) -> str:
    """The SHA-256 of an edition that is laid out."""
    text = json.dumps(edition, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class AmountChange:
    """A figure then and now; `now` is None where it is no longer stated, `then` where it is new."""

    record: str
    title: Text | None
    field: str
    of: Text | None
    """The part of the record it stands in, where that has a name."""
    then: Figure | None
    now: Figure | None


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """An article then and now; None where it did not stand or stands no more."""

    record: str
    title: Text | None
    then: Clause | None
    now: Clause | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of an edition. `added` and `gone` are records by their kind and id, with their titles."""

    amounts: tuple[AmountChange, ...] = ()
    clauses: tuple[ClauseChange, ...] = ()
    added: tuple[tuple[str, Text | None], ...] = ()
    gone: tuple[tuple[str, Text | None], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.amounts or self.clauses or self.added or self.gone)


def changes(then: Contents, now: Contents) -> Changes:
    """What is not the same. Figures are compared, not spellings: 12亿元 is 120000万元."""
    both = [name for name in sorted(now) if name in then]
    return Changes(
        amounts=tuple(change for name in both for change in _amounts(name, then[name], now[name])),
        clauses=tuple(change for name in both for change in _clauses(name, then[name], now[name])),
        added=tuple((name, now[name].title) for name in sorted(now) if name not in then),
        gone=tuple((name, then[name].title) for name in sorted(then) if name not in now),
    )


def _amounts(name: str, then: Entry, now: Entry) -> Iterable[AmountChange]:
    for path in dict.fromkeys((*now.amounts, *then.amounts)):
        before, after = then.amounts.get(path), now.amounts.get(path)
        if before != after:
            named = (now if after else then).part(path)
            yield AmountChange(name, now.title, _field(path), named, before, after)


def _clauses(name: str, then: Entry, now: Entry) -> Iterable[ClauseChange]:
    for id_ in dict.fromkeys((*now.clauses, *then.clauses)):
        before, after = then.clauses.get(id_), now.clauses.get(id_)
        if before is None or after is None or _says(before) != _says(after):
            yield ClauseChange(name, now.title, before, after)


def _says(clause: Clause) -> tuple[object, ...]:
    """What counts of a clause: a new number alone (第六条 for 第四条) is no change."""
    return clause.title, clause.text, clause.amounts


def _field(path: str) -> str:
    """The last name of a path: `investment` of `phases.0.investment`; a year or a number belongs to what is before."""
    return next((step for step in reversed(path.split(".")) if not step.isdigit()), path)


@dataclass(frozen=True, slots=True)
class Register:
    """The editions released until a day, and what each guide states on that day."""

    releases: tuple[Release, ...] = ()
    """The oldest first."""
    now: Mapping[str, Contents] | None = None
    """By guide; None where nobody has looked."""

    @classmethod
    def on(
        cls, today: date, releases: Iterable[Release], now: Mapping[str, Contents] | None = None
    ) -> Register:
        """The register as it stood on a day."""
        known = sorted(
            (one for one in releases if one.released <= today), key=lambda one: (one.released, one.id)
        )
        return cls(tuple(known), now)

    def successor(self, release: Release) -> Release | None:
        """The newest edition that replaced this one: it holds one of its guides."""
        later = self.releases[self.releases.index(release) + 1 :]
        return next((one for one in reversed(later) if one.guides.keys() & release.guides.keys()), None)

    def predecessor(self, release: Release) -> Release | None:
        """The edition before this one."""
        earlier = self.releases[: self.releases.index(release)]
        return next((one for one in reversed(earlier) if one.guides.keys() & release.guides.keys()), None)

    def since(self, release: Release) -> Changes:
        """What has changed since a release, up to what its guides state now, else up to its successor."""
        present = joined(self.now[id_] for id_ in release.guides if id_ in self.now) if self.now else {}
        successor = self.successor(release)
        if not present and successor is None:
            return Changes()
        return changes(release.entries, present or (successor.entries if successor else {}))


def joined(contents: Iterable[Contents]) -> Contents:
    """The contents of several guides as one."""
    found: dict[str, Entry] = {}
    for one in contents:
        found |= one
    return found
