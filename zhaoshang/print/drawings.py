"""Whether a drawing (SVG) is harmless: no script, no reference outside itself, no multiplication without
end.
"""

from __future__ import annotations

import re
from collections import Counter
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

MAX_ELEMENTS = 20_000
MAX_DEPTH = 60
_FORBIDDEN = {"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler"}
_REFERENCES = {"href", "src"}
_URL = re.compile(r"url\(\s*['\"]?\s*(?!['\"]?#)", re.IGNORECASE)
_EMBEDDED_RASTER = re.compile(r"data:image/(png|jpe?g|gif|webp)[;,]", re.IGNORECASE)


def fault_of_svg(content: bytes) -> str | None:
    """What is wrong with a drawing in a file, or `None`."""
    if b"<!ENTITY" in content:
        return "<!ENTITY>"
    try:
        return fault_of_drawing(ElementTree.fromstring(content))
    except ElementTree.ParseError as error:
        return f"XML: {error}"


def fault_of_drawing(root: Element) -> str | None:
    """What is wrong with a drawing that has been parsed, or `None`."""
    elements, depth = 0, 0
    stack = [(root, 1)]
    while stack:
        element, level = stack.pop()
        elements, depth = elements + 1, max(depth, level)
        if elements > MAX_ELEMENTS or depth > MAX_DEPTH:
            return f"> {MAX_ELEMENTS:,} elements or {MAX_DEPTH} levels"
        if fault := _fault_of_element(element):
            return fault
        stack.extend((child, level + 1) for child in element)
    if _drawn_elements(root) > MAX_ELEMENTS:
        return f"<use>: > {MAX_ELEMENTS:,} elements"
    return None


def _fault_of_element(element: Element) -> str | None:
    name = local_name(element)
    if name in _FORBIDDEN:
        return f"<{name}>"
    if name == "style" and (_URL.search(element.text or "") or "@import" in (element.text or "").lower()):
        return "<style>: url()"
    for attribute, value in element.attrib.items():
        key = attribute.rpartition("}")[2].rpartition(":")[2].lower()
        if key.startswith("on"):
            return f"{key}="
        if key in _REFERENCES and not _is_own(value, name):
            return f"{key}={value[:60]}"
        if key == "base" or _URL.search(value):
            return f"{key}={value[:60]}"
    return None


def _is_own(value: str, name: str) -> bool:
    if name == "image":
        return _EMBEDDED_RASTER.match(value.strip()) is not None
    return value.strip().startswith("#") or name == "a"


def _drawn_elements(root: Element) -> int:
    """How many elements are drawn once every `use` is followed; more than any limit when they go in a
    circle.
    """
    targets = {element.get("id"): element for element in root.iter() if element.get("id")}
    known: dict[int, int] = {}
    path: Counter[int] = Counter()

    def count(element: Element) -> int:
        key = id(element)
        if key in known:
            return known[key]
        if path[key]:
            return MAX_ELEMENTS + 1
        path[key] += 1
        total = 1 + sum(min(count(child), MAX_ELEMENTS + 1) for child in element)
        if local_name(element) == "use":
            target = targets.get(_target(element))
            total += count(target) if target is not None else 0
        path[key] -= 1
        known[key] = min(total, MAX_ELEMENTS + 1)
        return known[key]

    try:
        return count(root)
    except RecursionError:
        return MAX_ELEMENTS + 1


def _target(element: Element) -> str:
    values = (value for key, value in element.attrib.items() if key.rpartition("}")[2].lower() == "href")
    return next(values, "").strip().removeprefix("#")


def local_name(element: Element) -> str:
    """The tag without its namespace, in lower case; '' for a comment."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
