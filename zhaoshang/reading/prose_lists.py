"""Lists as people type them: right after a paragraph, and with two spaces for each level.

Python-Markdown wants an empty line before a list and four spaces a level, and otherwise runs items together in
silence. This step before parsing supplies both.
"""

from __future__ import annotations

import re

from markdown.preprocessors import Preprocessor

_ITEM = re.compile(r"^( *)(?:[-*+]|\d{1,9}\.) +(?=\S)")
_RULE = re.compile(r"^ *(?:(?:- *){3,}|(?:\* *){3,})$")
_STEP = "    "


class Lists(Preprocessor):
    """Rewrites the indentation of lists."""

    def run(self, lines: list[str]) -> list[str]:
        return evenly_indented(lines)


def evenly_indented(lines: list[str]) -> list[str]:
    """The lines with an empty one before every list, and four spaces for each level of it."""
    result: list[str] = []
    indents: list[int] = []
    for line in lines:
        item = None if _RULE.match(line) else _ITEM.match(line)
        if item:
            if not indents and result and result[-1].strip():
                result.append("")
            _enter(indents, len(item[1]))
            result.append(_STEP * (len(indents) - 1) + line.lstrip(" "))
        elif indents:
            result.append(_inside(line, indents, follows_blank=not result[-1].strip()))
        else:
            result.append(line)
    return result


def _enter(indents: list[int], indent: int) -> None:
    """Make the last of `indents` the level of an item that stands `indent` spaces in."""
    while len(indents) > 1 and indent < indents[-1] and indent <= indents[-2] + 1:
        indents.pop()
    if not indents or indent >= indents[-1] + 2:
        indents.append(indent)


def _inside(line: str, indents: list[int], *, follows_blank: bool) -> str:
    """A line below an item: it belongs to the deepest item it is indented under, or ends the list."""
    words = line.lstrip(" ")
    indent = len(line) - len(words)
    if not words:
        return ""
    if indent == 0:
        if follows_blank or words.startswith(("#", ">", "|")):
            indents.clear()
        return line
    while len(indents) > 1 and indent <= indents[-1]:
        indents.pop()
    return _STEP * len(indents) + words
