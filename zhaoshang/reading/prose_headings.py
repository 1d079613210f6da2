"""The headings of a text: their anchors, the same in every language, and whether languages agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from xml.etree.ElementTree import Element

from zhaoshang.diagnostics import Diagnostic, Span
from zhaoshang.reading.prose_notes import Notes

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_TOP = 2
"""The level of the first headings below the title of the page."""

_ANCHOR = re.compile(r"[ \t]*\{#([^{}\n]*)\}[ \t]*$")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def level_of(element: Element) -> int:
    """1 to 6 for a heading, 0 for anything else."""
    return _LEVELS.get(element.tag, 0)


def headings_in(root: Element) -> list[Element]:
    """The elements of the headings, in the order of the text."""
    return [element for element in root.iter() if level_of(element)]


def name_headings(root: Element, notes: Notes) -> tuple[Span, ...]:
    """Give every heading its id, from `{#anchor}` at its end or from its position; the places of the headings.

    By position the second heading is `s2` and the first below it `s2-1`; words never name a heading, so that a
    link leads to the same one in every language.
    """
    naming = _Naming(notes)
    return tuple(naming.name(element) for element in headings_in(root))


@dataclass(slots=True)
class _Naming:
    """Names headings one after the other; knows the ids given so far and how far each level has counted."""

    notes: Notes
    counts: list[int] = field(default_factory=list)
    owners: dict[str, Span] = field(default_factory=dict)

    def name(self, element: Element) -> Span:
        typed, level = element.text or "", level_of(element)
        place = self.notes.locate(f"{'#' * level} {typed}", f"{'#' * level}{typed}", typed)
        self.notes.findings.extend(self._misplaced(level, place))
        self._count(level)
        anchor = _ANCHOR.search(typed)
        words = typed[: anchor.start()] if anchor else typed
        if not words.strip():
            self.notes.findings.append(Diagnostic("Z306", place))
        id_ = anchor[1] if anchor else "s" + "-".join(map(str, self.counts))
        self.notes.findings.extend(self._unfit(id_, place))
        element.text = words
        element.set("id", id_ if _ID.fullmatch(id_) else "")
        self.owners.setdefault(id_, place)
        return place

    def _misplaced(self, level: int, place: Span) -> Iterator[Diagnostic]:
        if level < _TOP:
            yield Diagnostic("Z301", place)
        elif level > len(self.counts) + _TOP:
            arguments = {"level": "#" * level, "expected": "#" * (len(self.counts) + _TOP)}
            yield Diagnostic("Z302", place, arguments)

    def _count(self, level: int) -> None:
        depth = max(level, _TOP) - _TOP + 1
        del self.counts[depth:]
        self.counts.extend([0] * (depth - len(self.counts)))
        self.counts[-1] += 1

    def _unfit(self, id_: str, place: Span) -> Iterator[Diagnostic]:
        if not _ID.fullmatch(id_):
            yield Diagnostic("Z304", place, {"id": id_})
        elif id_ in self.owners:
            first = self.owners[id_]
            yield Diagnostic("Z305", place, {"id": id_, "line": str(first.line)}, (first,))


def differing_headings(outlines: Mapping[str, tuple[tuple[int, Span], ...]]) -> Iterator[Diagnostic]:
    """Where the headings of one text in two languages first differ in number or level.

    `outlines` holds level and place of each heading by path of the file; the first is the original.
    """
    (original_path, original), *others = outlines.items()
    for path, outline in others:
        pairs = zip_longest(original, outline)
        differing = next(((ours, theirs) for ours, theirs in pairs if _level(ours) != _level(theirs)), None)
        if differing:
            ours, theirs = differing
            arguments = {"count": str(len(outline)), "expected": str(len(original)), "path": original_path}
            place = theirs[1] if theirs else Span(path)
            yield Diagnostic("Z303", place, arguments, (ours[1],) if ours else ())


def _level(placed: tuple[int, Span] | None) -> int:
    return placed[0] if placed else 0
