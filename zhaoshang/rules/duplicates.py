"""No two records claim the same title or document number, and no document replaces itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from zhaoshang.diagnostics.diagnostic import Diagnostic
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.reward import Reward
from zhaoshang.rules.rule import Path, finding


def distinct_titles(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z441: within a kind, no title stands twice in a language."""
    owners: dict[tuple[str, str, str], Key] = {}
    for key, record in library.all_records():
        for language, words in (getattr(record, "title", None) or {}).items():
            first = owners.setdefault((key.kind, language, words), key)
            if first != key:
                yield _clash(library, "Z441", key, first, ("title", language), title=words)


def distinct_numbers(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z442: no 文号 stands twice."""
    owners: dict[str, Key] = {}
    for kind, records in library.documents().items():
        for id_, record in records.items():
            key, number = Key(kind, id_), record.document.number
            first = owners.setdefault(number, key)
            if first != key:
                yield _clash(library, "Z442", key, first, ("document", "number"), number=number)


def succession(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z443 to Z445: a document replaces an existing other one, which no other document replaces, without a circle."""
    for kind, records in library.documents().items():
        owners: dict[str, Key] = {}
        for id_, record in records.items():
            key, old = Key(kind, id_), record.document.supersedes
            path = ("document", "supersedes")
            if old is None:
                continue
            if old not in records:
                yield finding(library, "Z443", key, path, id=old)
            elif _leads_back(records, id_):
                yield finding(library, "Z444", key, path, id=old)
            first = owners.setdefault(old, key)
            if first != key:
                yield _clash(library, "Z445", key, first, path, id=old)


def _leads_back(records: Mapping[str, Policy | Reward], start: str) -> bool:
    """Whether following what each document supersedes comes back to the start."""
    seen, current = {start}, records[start].document.supersedes
    while current is not None and current in records:
        if current in seen:
            return current == start
        seen.add(current)
        current = records[current].document.supersedes
    return False


def _clash(library: Library, code: str, key: Key, first: Key, path: Path, **arguments: str) -> Diagnostic:
    """A finding that shows both owners."""
    other = library.span(first, *path)
    return Diagnostic(
        code, library.span(key, *path), {**arguments, "other": str(first)}, (other,) if other else ()
    )
