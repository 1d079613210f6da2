"""What is wrong with a document before it is set: cheap checks that save a long or hopeless rendering."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urljoin
from xml.etree.ElementTree import Element

from zhaoshang.print.drawings import fault_of_drawing, local_name
from zhaoshang.print.fonts import is_invisible
from zhaoshang.print.remark import Remark

MAX_DEPTH = 100
MAX_SPAN = 60
MAX_RUN = 20_000
_SPANS = ("colspan", "rowspan", "span")
_REFERENCES = ("src", "href", "data", "poster")
_ABROAD = ("https://", "http://", "mailto:", "tel:")
_UNPRINTED = frozenset({"head", "script", "style", "template"})


@dataclass(frozen=True, slots=True)
class Place:
    """An element and what it stands in: the nearest record, whether inside a drawing, its depth."""

    element: Element
    name: str
    record: str
    drawn: bool
    depth: int


@dataclass(slots=True)
class Inspection:
    """What was found. `refused` means that setting the document would be useless or dangerous."""

    remarks: list[Remark] = field(default_factory=list)
    refused: bool = False
    references: dict[str, str] = field(default_factory=dict)

    def refuse(self, remark: Remark) -> None:
        self.remarks.append(remark)
        self.refused = True


def inspect(root: Element, *, base_url: str, covered: frozenset[int]) -> Inspection:
    """Every fault of the parsed document that can be known without setting it."""
    found = Inspection()
    places = list(_printed(root, found))
    if not found.refused:
        _check_structure(places, found)
        _check_anchors(places, found)
        found.remarks.extend(_missing_glyphs(places, covered))
        found.references = _references(places, base_url)
    return found


def _printed(root: Element, found: Inspection) -> Iterator[Place]:
    """The printed elements in reading order; stops where the nesting has no end in sight."""
    stack = [Place(root, local_name(root), root.get("data-record", ""), drawn=False, depth=1)]
    while stack:
        place = stack.pop()
        yield place
        if place.depth >= MAX_DEPTH:
            found.refuse(Remark.of("Z808", place.record, limit=str(MAX_DEPTH)))
            return
        for child in reversed(place.element):
            name = local_name(child)
            if name and name not in _UNPRINTED:
                record = child.get("data-record", place.record)
                drawn = place.drawn or name == "svg"
                stack.append(Place(child, name, record, drawn, place.depth + 1))


def _check_structure(places: Iterable[Place], found: Inspection) -> None:
    for place in places:
        for attribute in _SPANS:
            value = place.element.get(attribute, "")
            if value.strip().isdigit() and int(value.strip()[:9]) > MAX_SPAN:
                found.refuse(
                    Remark.of(
                        "Z807", place.record, attribute=attribute, value=value[:20], limit=str(MAX_SPAN)
                    )
                )
        for text in (place.element.text, place.element.tail):
            if text and len(text) > MAX_RUN:
                found.refuse(
                    Remark.of(
                        "Z809", place.record, length=f"{len(text):,}", limit=f"{MAX_RUN:,}", text=text[:24]
                    )
                )
        if place.name == "svg" and (fault := fault_of_drawing(place.element)):
            found.refuse(Remark.of("Z806", place.record, url="<svg>", reason=fault))


def _check_anchors(places: list[Place], found: Inspection) -> None:
    """Links inside the document lead somewhere, and to one place only; other links work on any computer."""
    owners: dict[str, Place] = {}
    for place in places:
        name = place.element.get("id")
        if name is None or (place.drawn and place.name != "svg"):
            continue
        if name in owners:
            found.remarks.append(Remark.of("Z813", place.record, id=name, other=owners[name].record))
        owners.setdefault(name, place)
    for place in places:
        target = place.element.get("href")
        if place.name != "a" or target is None:
            continue
        text = " ".join("".join(place.element.itertext()).split())[:40]
        if target.startswith("#"):
            if unquote(target[1:]) not in owners:
                found.remarks.append(Remark.of("Z812", place.record, id=target[1:], text=text))
        elif not target.lower().startswith(_ABROAD) and place.element.get("rel") != "attachment":
            found.remarks.append(Remark.of("Z816", place.record, url=target[:120], text=text))


def _missing_glyphs(places: Iterable[Place], covered: frozenset[int]) -> Iterator[Remark]:
    """The characters that no face can print, each at its first place."""
    known: set[str] = set()
    for place in places:
        for text in _texts(place):
            for character in sorted(set(text) - known):
                known.add(character)
                if ord(character) not in covered and not is_invisible(character):
                    yield Remark.of(
                        "Z801",
                        place.record,
                        character=character,
                        point=f"U+{ord(character):04X}",
                        text=_around(text, text.index(character)),
                    )


def _texts(place: Place) -> Iterator[str]:
    if place.element.text:
        yield place.element.text
    for child in place.element:
        if child.tail:
            yield child.tail


def _around(text: str, index: int, *, width: int = 12) -> str:
    start, end = max(0, index - width), index + width + 1
    snippet = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{snippet}{'…' if end < len(text) else ''}"


def _references(places: Iterable[Place], base_url: str) -> dict[str, str]:
    """For each URL the document names, the record it is named in."""
    named: dict[str, str] = {}
    for place in places:
        for attribute in _REFERENCES:
            if value := place.element.get(attribute):
                try:
                    named.setdefault(urljoin(base_url, value), place.record)
                except ValueError:
                    continue
    return named
