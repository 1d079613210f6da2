"""The spaces and joiners that Chinese print needs and writers do not type.

- Between Han and Latin or figures stands a space (CLREQ 3.2.2: at most a quarter em). Being a real space it
  collapses at the edges of a line, stretches in a justified one, and is found by a search in the PDF.
- A line break in the source between two ideographs is no space (CSS Text 4, 4.1.3).
- The line breaker lets — ～ · … begin a line; a word joiner before them forbids it. It prints nothing and is
  not part of the extracted text.
- Two marks that meet at the edge of a bold word or a link are in two faces, where the font cannot squeeze them;
  the first is set to half its width.

The pass works on the parsed tree, across inline elements, where the language asks for it; code is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from zhaoshang.print.setting.characters import CLOSING, HAN, NEVER_FIRST, OPENING, WIDE

SPACED_LANGUAGES = ("zh",)
HALVED = 'font-feature-settings: "halt"'

INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "data", "del", "dfn", "em", "i", "ins", "mark", "q", "s"}
    | {"small", "span", "strong", "sub", "time", "u", "var"}
)
"""Elements whose text continues the sentence around them."""

VERBATIM = frozenset(
    {"code", "kbd", "pre", "samp", "script", "style", "svg", "math", "textarea", "title", "head"}
)
"""Elements whose text stays as it was typed."""

_LATIN = "A-Za-z0-9\u00c0-\u024f\u0370-\u03ff\u2070-\u209f"
_AFTER = f"{_LATIN}%‰°℃²³"
_WORD_JOINER = "\u2060"

_HAN_LATIN = re.compile(f"(?<=[{HAN}])(?=[{_LATIN}])|(?<=[{_AFTER}])(?=[{HAN}])")
_SOURCE_BREAK = re.compile(rf"(?<=[{WIDE}])[ \t]*\n\s*(?=[{WIDE}])")
_UNSTARTABLE = re.compile(f"(?<=[^\\s{_WORD_JOINER}])(?=[{re.escape(NEVER_FIRST)}])")
_PAIR = re.compile(f"([{re.escape(NEVER_FIRST)}]){_WORD_JOINER}(?=\\1)")


def space_text(text: str) -> str:
    """One run of Chinese text with its spaces and joiners."""
    text = _SOURCE_BREAK.sub("", text)
    text = _HAN_LATIN.sub(" ", text)
    text = _UNSTARTABLE.sub(_WORD_JOINER, text)
    return _PAIR.sub(r"\1", text)  # a joiner inside —— or …… would draw the two apart


def space_tree(root: Element) -> None:
    """The same for every Chinese text of a document, in place."""
    _Pass().element(root, spaced=False)


@dataclass(slots=True)
class _Slot:
    """A text of the tree: the one at an element's start, or the one after its end (then inside `parent`)."""

    element: Element
    parent: Element | None = None

    def get(self) -> str:
        return (self.element.text if self.parent is None else self.element.tail) or ""

    def set(self, value: str) -> None:
        if self.parent is None:
            self.element.text = value
        else:
            self.element.tail = value

    def halve(self, marks: str) -> None:
        """Set the marks this text ends with in half their width."""
        self.set(self.get().removesuffix(marks))
        span = Element("span", {"style": HALVED})
        span.text = marks
        if self.parent is None:
            self.element.insert(0, span)
        else:
            self.parent.insert(list(self.parent).index(self.element) + 1, span)


@dataclass(slots=True)
class _Pass:
    """Walks the tree in reading order and remembers the text before the one at hand, if the line goes on."""

    before: _Slot | None = None

    def element(self, element: Element, *, spaced: bool) -> None:
        name = element.tag if isinstance(element.tag, str) else ""
        if language := element.get("lang"):
            spaced = language.lower().split("-")[0] in SPACED_LANGUAGES
        joins = name in INLINE and "footnote" not in (element.get("class") or "")
        if not joins:
            self.before = None
        if name and name not in VERBATIM:
            self._text(_Slot(element), spaced=spaced)
            for child in list(element):
                self.element(child, spaced=spaced)
                self._text(_Slot(child, element), spaced=spaced)
        if not joins:
            self.before = None

    def _text(self, slot: _Slot, *, spaced: bool) -> None:
        if not slot.get():
            return
        if spaced:
            slot.set(space_text(slot.get()))
            if self.before is not None:
                _join(self.before, slot)
        self.before = slot if spaced else None


def _join(before: _Slot, slot: _Slot) -> None:
    """What belongs between two texts goes to the outer one: no link or bold word begins with a space."""
    _drop_source_break(before, slot)
    left, right = before.get(), slot.get()
    if between := space_text(left[-1] + right[0])[1:-1]:
        if slot.parent is None:
            before.set(left + between)
        else:
            slot.set(between + right)
    elif left[-1] in CLOSING and right[0] in OPENING + CLOSING:
        before.halve(left[len(left.rstrip(CLOSING)) :])


def _drop_source_break(before: _Slot, slot: _Slot) -> None:
    left, right = before.get(), slot.get()
    stem, rest = left.rstrip(), right.lstrip()
    blank = left[len(stem) :] + right[: len(right) - len(rest)]
    if _SOURCE_BREAK.search(stem[-1:] + blank + rest[:1]):
        before.set(stem)
        slot.set(rest)
