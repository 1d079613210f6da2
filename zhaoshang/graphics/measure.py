"""How wide a label will be, and where it may be broken.

The reader's font is not known on the web, so widths err on the wide side: for each Latin character the
wider of Noto Sans SC and Liberation Sans (the metrics of Arial), in thousandths of an em, plus two per
cent.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_REGULAR = (
    278, 323, 474, 556, 556, 921, 680, 278, 338, 338, 467, 584, 278, 347, 278, 392, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 728,
    293, 535, 667, 556, 833, 723, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 338, 392, 338,
    555, 559, 606, 563, 618, 510, 620, 556, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388,
    500, 377, 607, 521, 802, 500, 521, 500, 338, 270, 338, 584,
)  # fmt: skip
_BOLD = (
    278, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590, 590, 590,
    590, 590, 590, 590, 590, 333, 333, 590, 590, 590, 611, 1007, 722, 722, 722, 722, 667, 611, 778, 757,
    330, 568, 722, 611, 853, 749, 778, 667, 778, 722, 667, 625, 748, 667, 944, 667, 667, 613, 378, 387, 378,
    590, 567, 626, 591, 644, 556, 644, 581, 372, 611, 640, 304, 306, 604, 315, 964, 641, 626, 644, 644, 437,
    556, 421, 637, 576, 863, 562, 574, 511, 389, 296, 389, 590,
)  # fmt: skip

_CLOSING = "，。、；：？！）》」』】〕”’…—～·%‰℃,.;:?!)]}"
_OPENING = "（《「『【〔“‘([{￥$"
_JOINT = re.compile(r"\s+")


@lru_cache(maxsize=4096)
def _mille(character: str, bold: bool) -> int:
    code = ord(character)
    if 32 <= code < 127:
        return (_BOLD if bold else _REGULAR)[code - 32]
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Cc"):
        return 0
    if code < 0x250 and character.isalpha():
        return 780 if character.isupper() else 660
    return 1000 if unicodedata.east_asian_width(character) != "N" or code < 0x10000 else 1300


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line of `text` set at `size`, in the units of `size`; never less than what is
    printed.
    """
    return _milles(text, bold) * size * 1.02 / 1000


@lru_cache(maxsize=65536)
def _milles(text: str, bold: bool) -> int:
    return sum([_mille(character, bold) for character in text])


def wrap(text: str, size: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """`text` in lines no wider than `width`, all of it, as few and as even as can be. A line break in it stays one.

    Lines break at spaces and between ideographs; closing marks stay with what they close and opening marks
    with what they open. A word wider than `width` is broken inside; only a single character may exceed it.
    """
    first, broken, rest = text.strip().partition("\n")
    if broken:
        return (*wrap(first, size, width, bold=bold), *wrap(rest, size, width, bold=bold))
    pieces = _pieces(_JOINT.sub(" ", first))
    lines = _fill(pieces, size, width, bold)
    if len(lines) < 2:
        return lines
    longest = max(text_width(piece.strip(), size, bold=bold) for piece in pieces)
    narrow, wide = min(max(width / 2, longest), width), width
    for _ in range(7):
        middle = (narrow + wide) / 2
        trial = _fill(pieces, size, middle, bold)
        fits = len(trial) == len(lines) and all(text_width(line, size, bold=bold) <= middle for line in trial)
        narrow, wide = (narrow, middle) if fits else (middle, wide)
    return _fill(pieces, size, wide, bold)


def widest(lines: tuple[str, ...], size: float, *, bold: bool = False) -> float:
    """The width of the widest of `lines`, 0 for none."""
    return max((text_width(line, size, bold=bold) for line in lines), default=0)


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")


def _may_break(before: str, after: str) -> bool:
    if after in _CLOSING or before in _OPENING or before == "\u2060" or after == "\u2060":
        return False
    return before in " -/" or _wide(before) or _wide(after)


def _pieces(text: str) -> tuple[str, ...]:
    if not text:
        return ()
    cuts = [i for i in range(1, len(text)) if text[i] != " " and _may_break(text[i - 1], text[i])]
    return tuple(text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True))


def _fill(pieces: tuple[str, ...], size: float, width: float, bold: bool) -> tuple[str, ...]:
    lines: list[str] = []
    line = ""
    for piece in pieces:
        if line and text_width((line + piece).rstrip(), size, bold=bold) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
        while len(line) > 1 and text_width(line.rstrip(), size, bold=bold) > width:
            head = _head(line, size, width, bold)
            lines.append(line[:head].rstrip())
            line = line[head:]
    return (*lines, line.rstrip()) if line.strip() else tuple(lines)


def _head(line: str, size: float, width: float, bold: bool) -> int:
    head = next(
        n
        for n in range(1, len(line) + 1)
        if n == len(line) or text_width(line[: n + 1], size, bold=bold) > width
    )
    return max(head, 1)
