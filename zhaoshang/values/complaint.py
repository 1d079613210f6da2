"""Says what is wrong with a figure that cannot be read: the reason people can act on, not the rule that failed."""

from __future__ import annotations

import re

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.diagnostics.nearest import nearest
from zhaoshang.values.numerals import CHINESE_SIGNS, SCALES
from zhaoshang.values.units import spellings

_NUMBER = re.compile(rf"[0-9][0-9,.]*|[{CHINESE_SIGNS}](?!分)")
_ANOTHER_NUMBER = re.compile(r"(?<![A-Za-z^])[0-9]")
_MANGLED_PERMILLE = re.compile(r"(?:[%‰][。oO0]|0/00)")
_BARE_DOLLAR = re.compile(r"(?<![A-Z])\$")
_ODD_NUMBER = re.compile(r"(?<![0-9])\.[0-9]|[0-9][eE][-+]?[0-9]|[0-9][½¼¾⅓⅔²³]")
_SCALE_WORDS = sorted(SCALES, key=len, reverse=True)


def complaint(part: str, text: str) -> Refusal:
    """The refusal that fits `part`, a piece of `text` that is no figure."""
    if _MANGLED_PERMILLE.search(part):
        return Refusal("Z242", text=text)
    if _BARE_DOLLAR.search(part):
        return Refusal("Z251", text=text)
    if odd := _ODD_NUMBER.search(part):
        return Refusal("Z238", number=odd[0])
    number = _NUMBER.search(part)
    if number is None or spellings().find(part):
        return Refusal("Z230", text=text)
    unit = _without_scale(part[number.end() :].partition("/")[0])
    if _ANOTHER_NUMBER.search(unit):
        return Refusal("Z235", text=text)
    if unit and unit not in spellings().above:
        return Refusal("Z234", text=text, unit=unit, near=nearest(unit, spellings().above))
    return Refusal("Z230", text=text)


def _without_scale(rest: str) -> str:
    for word in _SCALE_WORDS:
        if rest.lower().startswith(word):
            return rest[len(word) :]
    return rest
