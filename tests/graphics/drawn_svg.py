"""A finished drawing, read back as a reader of the page meets it: labels with their boxes, shapes, names."""

from __future__ import annotations

import itertools
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass

from zhaoshang.graphics import Graphic
from zhaoshang.graphics.measure import text_width

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text with the box it fills: ascent 0.8 em, descent 0.12 em, the width the measure gives."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float

    def meets(self, other: Label, slack: float = 0.6) -> bool:
        return (
            self.left + slack < other.right
            and other.left + slack < self.right
            and self.top + slack < other.bottom
            and other.top + slack < self.bottom
        )


def root_of(graphic: Graphic) -> ElementTree.Element:
    return ElementTree.fromstring(graphic.svg)


def labels_of(graphic: Graphic) -> list[Label]:
    """Every text of the drawing; texts stand outside of moved groups, so their coordinates are the sheet's."""
    root = root_of(graphic)
    assert not [text for group in root.iter(f"{SVG}g") for text in group.iter(f"{SVG}text")]
    return [_label(text) for text in root.iter(f"{SVG}text")]


def _label(text: ElementTree.Element) -> Label:
    words, size = text.text or "", float(text.attrib["font-size"])
    width = text_width(words, size, bold=text.get("font-weight") == "700")
    x, y = float(text.attrib["x"]), float(text.attrib["y"])
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[text.get("text-anchor", "start")]
    return Label(words, left, y - 0.8 * size, left + width, y + 0.12 * size, size)


def assert_sound(graphic: Graphic, *, smallest: float = 6) -> None:
    """What holds for every drawing: named, described, styled without style, no word off the sheet, no noise."""
    root = root_of(graphic)
    assert [child.tag for child in root[:2]] == [f"{SVG}title", f"{SVG}desc"]
    assert root.get("role") == "img"
    assert root.get("viewBox", "").split()[:2] == ["0", "0"]
    for node in root.iter():
        assert node.tag not in (f"{SVG}style", f"{SVG}script", f"{SVG}image", f"{SVG}foreignObject")
        assert not {"style", "id", "href"} & set(node.attrib)
        assert not [key for key in node.attrib if key.startswith("on")]
    assert "nan" not in graphic.svg and "inf" not in re.sub(r"<(title|desc|text)[^>]*>[^<]*", "", graphic.svg)
    assert_decimals(root)
    for label in labels_of(graphic):
        assert label.size >= smallest
        assert label.left >= -0.5 and label.right <= graphic.width + 0.5, label
        assert label.top >= -0.5 and label.bottom <= graphic.height + 0.5, label


def assert_decimals(root: ElementTree.Element) -> None:
    """Coordinates carry two decimals at most, factors of a transform five."""
    for node in root.iter():
        for key, value in node.attrib.items():
            if key in ("class", "role", "fill", "stroke", "font-family", "transform"):
                continue
            assert all(len(found.partition(".")[2]) <= 2 for found in NUMBER.findall(value)), (
                node.tag,
                key,
                value,
            )


def collisions(graphic: Graphic) -> list[tuple[str, str]]:
    """Pairs of labels that print over one another."""
    return [(a.text, b.text) for a, b in itertools.combinations(labels_of(graphic), 2) if a.meets(b)]


def words_of(graphic: Graphic) -> str:
    """All that is printed, without spaces: wrapping must not lose a character."""
    return "".join("".join(label.text.split()) for label in labels_of(graphic))
