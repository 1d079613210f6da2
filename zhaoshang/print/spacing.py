"""The spaces and joiners that Chinese print needs and writers do not type.

- Between Han and Latin or figures stands a space (CLREQ 3.2.2: at most a quarter em). Being a real space it
  collapses at the edges of a line, stretches in a justified one, and is found by a search in the PDF.
- The line breaker lets — ～ · … begin a line; a word joiner before them forbids it. It prints nothing and is
  not part of the extracted text.

The pass works on the parsed tree, across inline elements, where the language asks for it; code is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from zhaoshang.print.setting.characters import HAN, NEVER_FIRST

SPACED_LANGUAGES = ("zh",)

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
_UNSTARTABLE = re.compile(f"(?<=[^\\s{_WORD_JOINER}])(?=[{re.escape(NEVER_FIRST)}])")
_PAIR = re.compile(f"([{re.escape(NEVER_FIRST)}]){_WORD_JOINER}(?=\\1)")


def space_text(text: str) -> str:
    """One run of Chinese text with its spaces and joiners."""
    text = _HAN_LATIN.sub(" ", text)
    text = _UNSTARTABLE.sub(_WORD_JOINER, text)
    return _PAIR.sub(r"\1", text)  # a joiner inside —— or …… would draw the two apart


def space_tree(root: Element) -> None:
    """The same for every Chinese text of a document, in place."""
    _Pass().element(root, spaced=False)


@dataclass(slots=True)
class _Slot:
    """A text of the tree: the one inside an element's start, or the one after its end."""

    element: Element
    side: Literal["text", "tail"]

    def get(self) -> str:
        return (self.element.text if self.side == "text" else self.element.tail) or ""

    def set(self, value: str) -> None:
        if self.side == "text":
            self.element.text = value
        else:
            self.element.tail = value


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
            self._text(_Slot(element, "text"), spaced=spaced, opening=True)
            for child in element:
                self.element(child, spaced=spaced)
                self._text(_Slot(child, "tail"), spaced=spaced, opening=False)
        if not joins:
            self.before = None

    def _text(self, slot: _Slot, *, spaced: bool, opening: bool) -> None:
        text = slot.get()
        if not text:
            return
        if spaced:
            slot.set(space_text(text))
            if self.before is not None:
                self._join(self.before, slot, opening=opening)
        self.before = slot if spaced else None

    def _join(self, before: _Slot, slot: _Slot, *, opening: bool) -> None:
        """What belongs between two texts goes to the outer one: no link or bold word begins with a space."""
        left, right = before.get(), slot.get()
        between = space_text(left[-1] + right[0])[1:-1]
        if not between:
            return
        if opening:
            before.set(left + between)
        else:
            slot.set(between + right)
