"""The marks of Chinese setting, by how they behave at a line's edge and beside each other (CLREQ 3.1)."""

from __future__ import annotations

import re

OPENING = "（〔【《〈「『“‘［｛"
"""Marks whose left half is empty; none may end a line."""

CLOSING = "）〕】》〉」』”’］｝，。、；：！？"
"""Marks whose right half is empty; none may begin a line."""

UNSPLIT = "—…⸺⋯"
"""Marks that stand in pairs and are never drawn apart."""

NEVER_FIRST = "—～·…‧・〜"
"""Marks that may not begin a line either, which the line breaker of Pango does not know."""

HAN = "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Ideographs, as the inside of a regular expression's character class."""

UNITS = (
    "年月日号时分秒岁天周期届批次"  # time
    "亿万千百元角亩吨米公里平方立兆伏度"  # measures
    "人户家名位个项条座台套层栋间处省市县区镇村"  # things counted
)
"""Words that count or measure: a line that begins with one has lost its figure."""

WIDE = HAN + "\u3000-\u303f\u3040-\u30ff\uff01-\uff60\uffe0-\uffe6·" + re.escape(OPENING + CLOSING)
"""What stands on the Chinese grid, likewise: ideographs, kana, full-width letters, and the marks."""

_WIDE = re.compile(f"[{WIDE}]")


def is_full_width(character: str) -> bool:
    """Whether the character stands on the Chinese grid, so that a gap beside it may stretch."""
    return _WIDE.match(character) is not None
