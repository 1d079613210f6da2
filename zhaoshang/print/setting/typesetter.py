"""Lines of Chinese as WeasyPrint should make them: trimmed at their edges and flush on both sides.

Three of WeasyPrint's own names are replaced while `chinese_setting` is in force; the functions here have the
signatures of the originals and hand every line that is not Chinese back to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from math import inf
from typing import Any, Protocol, TypeAlias

from weasyprint.formatting_structure import boxes
from weasyprint.text import line_break
from weasyprint.text.ffi import TO_UNITS, ffi, pango

from zhaoshang.print.setting.characters import CLOSING, OPENING, UNITS
from zhaoshang.print.setting.stretch import (
    MAX_GAP,
    Stretch,
    can_fill,
    full_width_runs,
    gaps,
    joints,
    share_out,
    spaces,
)

LANGUAGES = ("zh",)
_HALF_WIDTH = b"halt 1"
_TOLERANCE = 0.02  # pixels

Style: TypeAlias = Mapping[str, Any]
Split: TypeAlias = tuple[Any, int, int | None, float, float, float]
"""What WeasyPrint's `split_first_line` returns: layout, length, resume index, width, height, baseline."""


class TextBox(Protocol):
    """The part of WeasyPrint's text box that is used here."""

    text: str
    style: Style
    width: float
    position_x: float
    justification_spacing: float
    pango_layout: ChineseLayout


def is_chinese(style: Style) -> bool:
    """Whether the language of a box asks for Chinese setting."""
    return str(style["lang"] or "").lower().split("-")[0] in LANGUAGES


class ChineseLayout(line_break.Layout):
    """WeasyPrint's text layout, which when it draws also trims marks at the edges and opens gaps."""

    start_trimmed = False
    end_trimmed = False
    gap = 0.0

    def set_text(self, text: str, justify: bool = False) -> None:
        super().set_text(text, justify)
        if justify and (self.start_trimmed or self.end_trimmed or self.gap):
            self._adjust()

    def _adjust(self) -> None:
        text: str = self.text
        offsets = [0, *accumulate(len(character.encode()) for character in text)]
        last = len(text.rstrip(" ")) - 1
        attributes = pango.pango_layout_get_attributes(self.layout)
        if attributes == ffi.NULL:
            attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)

        def add(attribute: Any, start: int, end: int) -> None:
            attribute.start_index, attribute.end_index = offsets[start], offsets[end]
            pango.pango_attr_list_insert(attributes, attribute)

        if self.start_trimmed:
            add(pango.pango_attr_font_features_new(_HALF_WIDTH), 0, 1)
        if self.end_trimmed:
            add(pango.pango_attr_font_features_new(_HALF_WIDTH), last, last + 1)
        if self.gap:
            for start, end in full_width_runs(text):
                add(pango.pango_attr_letter_spacing_new(round(self.gap * TO_UNITS)), start, end)
        pango.pango_layout_set_attributes(self.layout, attributes)


@dataclass(frozen=True, slots=True)
class LineBreaker:
    """Takes the place of `split_first_line`: a mark at the edge of a line takes half an em.

    And a figure keeps its unit on its line, where the line can do without both and still be filled.
    """

    original: Callable[..., Split]

    def __call__(
        self,
        text: str,
        style: Style,
        context: object,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> Split:
        def split(width: float | None) -> Split:
            return self.original(text, style, context, width, justification_spacing, is_line_start, minimum)

        if max_width is None or max_width == inf or not is_chinese(style):
            return split(max_width)
        half = style["font_size"] / 2
        lead = half if is_line_start and text[:1] in OPENING else 0.0
        line = split(max_width + lead)
        if _parts_figure_and_unit(line[0].text, text, line[2]):
            shorter = split(line[3] - _TOLERANCE)
            if shorter[2] and can_fill(shorter[0].text, max_width + lead - shorter[3], em=style["font_size"]):
                line = shorter
        trail = 0.0
        if _pushes_a_mark_over(text, line[2]):
            longer = split(max_width + lead + half)
            if _ends_with_mark(longer[0].text, style) and longer[3] - half <= max_width + lead:
                line, trail = longer, half
        if lead or trail:
            line[0].start_trimmed, line[0].end_trimmed = bool(lead), bool(trail)
        return (*line[:3], line[3] - lead - trail, *line[4:])


def _pushes_a_mark_over(text: str, resume_index: int | None) -> bool:
    """Whether the next line begins with a character that came along only because a mark may not come first."""
    if resume_index is None:
        return False
    return any(character in CLOSING for character in _following(text, resume_index)[1:3])


def _parts_figure_and_unit(line: str, text: str, resume_index: int | None) -> bool:
    """Whether the line ends with a figure whose unit would begin the next."""
    if resume_index is None or not line.rstrip(" ")[-1:].isdigit():
        return False
    return _following(text, resume_index)[:1] in tuple(UNITS)


def _following(text: str, resume_index: int) -> str:
    """The few characters the next line begins with."""
    return text.encode()[resume_index : resume_index + 12].decode(errors="ignore").lstrip(" ")


def _ends_with_mark(text: str, style: Style) -> bool:
    """Whether a text ends with a mark that has an empty half to lose."""
    return text.rstrip(" ")[-1:] in tuple(CLOSING) and not _is_halved(style)


def _is_halved(style: Style) -> bool:
    features = style["font_feature_settings"]
    return features != "normal" and "halt" in dict(features)


@dataclass(frozen=True, slots=True)
class Justifier:
    """Takes the place of `justify_line`: the slack goes between ideographs, not only into spaces."""

    original: Callable[[object, Any, float], None]

    def __call__(self, context: object, line: Any, extra_width: float) -> None:
        if not is_chinese(line.style):
            self.original(context, line, extra_width)
            return
        leaves = list(_leaves(line))
        texts = [_text(leaf) for leaf in leaves]
        if not any(texts):
            return
        opened = joints(texts)
        line_gaps = sum(gaps(text) for text in texts if text) + sum(opened)
        line_spaces = sum(spaces(text) for text in texts if text)
        target = line.width + extra_width
        slack = extra_width + _trim_end(leaves[-1])
        stretch = share_out(slack, gaps=line_gaps, spaces=line_spaces, em=line.style["font_size"])
        fit = _Fit([id(leaf) for leaf, opens in zip(leaves, opened, strict=False) if opens])
        fit.stretch_to(line, stretch)
        missing, widest = target - line.width, MAX_GAP * line.style["font_size"]
        if abs(missing) > _TOLERANCE and line_gaps and 0 < stretch.gap < widest:
            gap = min(max(0.0, stretch.gap + missing / line_gaps), widest)
            fit.stretch_to(line, Stretch(gap, stretch.space))


class _Fit:
    """Gives the boxes of one line their stretched layouts, widths and places; may be told a second time."""

    def __init__(self, opening: list[int]) -> None:
        self._opening = frozenset(opening)
        self._stretch = self._before = Stretch(0.0, 0.0)

    def stretch_to(self, line: Any, stretch: Stretch) -> None:
        self._before, self._stretch = self._stretch, stretch
        self._place(line, 0.0)

    def _place(self, box: Any, shift: float) -> float:
        """Move a box by `shift` and widen it; returns the shift of what follows it."""
        if isinstance(box, boxes.TextBox):
            box.position_x += shift
            shift += self._widen(box)
        elif isinstance(box, (boxes.LineBox, boxes.InlineBox)):
            box.position_x += shift
            start = shift
            for child in box.children:
                if child.is_in_normal_flow():
                    shift = self._place(child, shift)
            box.width += shift - start
        else:
            box.translate(shift, 0)
        if id(box) in self._opening:
            shift += self._stretch.gap - self._before.gap
        return shift

    def _widen(self, box: TextBox) -> float:
        """Lay the text of a box out anew; returns by how much it has grown."""
        if not box.text:
            return 0.0
        box.justification_spacing = self._stretch.space
        layout = ChineseLayout(box.style, self._stretch.space, None)
        layout.start_trimmed = box.pango_layout.start_trimmed
        layout.end_trimmed = box.pango_layout.end_trimmed
        layout.gap = self._stretch.gap
        layout.set_text(box.text, justify=True)
        line, _resume_index = layout.get_first_line()
        width, _height = line_break.line_size(line, box.style)
        layout.deactivate()
        growth = float(width) - box.width
        box.pango_layout, box.width = layout, float(width)
        return growth


def _leaves(box: Any) -> Iterator[Any]:
    """The texts, pictures and inline blocks of a line, in order."""
    for child in box.children:
        if child.is_in_normal_flow():
            if isinstance(child, boxes.InlineBox):
                yield from _leaves(child)
            else:
                yield child


def _text(leaf: Any) -> str | None:
    return str(leaf.text) if isinstance(leaf, boxes.TextBox) else None


def _trim_end(leaf: Any) -> float:
    """Let a mark at the end of a full line lose its empty half; returns the width won."""
    if not _text(leaf) or not _ends_with_mark(leaf.text, leaf.style) or leaf.pango_layout.end_trimmed:
        return 0.0
    leaf.pango_layout.end_trimmed = True
    return float(leaf.style["font_size"]) / 2
