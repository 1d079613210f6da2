"""What people type for an input, as the whole number the Program works with. `awards.js` reads just the same.

Understood: 8000万, 8000万元, 1.2亿元, 80,000,000, 5％, full-width digits, spaces; units of the same kind that convert
exactly. Everything else is refused with the reason.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from zhaoshang.awards.program import Input, UnitSpelled
from zhaoshang.diagnostics.diagnostic import Refusal

SCALES = {
    "十": 1, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7,
    "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12,
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
}  # fmt: skip
"""Words that multiply a number, as powers of ten."""

MAX_LENGTH = 60
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: " ",
    0xA0: " ",
    0x2212: "-",
    0xFE6A: "%",
    0xFFE5: "¥",
}
_HAN = re.compile(r"[\u4e00-\u9fff]")
_DIGITS = re.compile(r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_PARTS = re.compile(r"([^0-9.,-]*)(-?)([0-9.,]+)(.*)", re.DOTALL)
_DATE = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?")
_YES = frozenset({"true", "yes", "是", "1"})
_NO = frozenset({"false", "no", "否", "0"})


def read_entry(given: Input, typed: str) -> int:
    """The whole number for what was typed. Raises `Refusal` (Z661 to Z671)."""
    text = typed.translate(_FULL_WIDTH).strip(" \t\r\n")
    if not text:
        raise Refusal("Z661")
    if len(text) > MAX_LENGTH:
        raise Refusal("Z662", typed=text[:MAX_LENGTH] + "…")
    if given.entry == "figure":
        return _read_figure(given, text)
    if given.entry == "date":
        return _read_date(text)
    return _read_flag(text) if given.entry == "flag" else _read_choice(given, text)


def _read_figure(given: Input, text: str) -> int:
    match = _PARTS.fullmatch(text.replace(" ", ""))
    if match is None:
        raise Refusal("Z663", typed=text)
    before, sign, digits, after = match.groups()
    if sign:
        raise Refusal("Z664", typed=text)
    if not _DIGITS.fullmatch(digits):
        raise Refusal("Z663", typed=text)
    scale, unit = _cut_scale(given, after)
    size = _size(given, before, unit, text)
    value = Fraction(digits.replace(",", "")) * 10**scale * size * 10**given.decimals
    if value > int(given.most):
        raise Refusal("Z665", typed=text)
    if value.denominator != 1:
        raise Refusal("Z666", typed=text, decimals=str(given.decimals))
    if given.positive and not value:
        raise Refusal("Z667", typed=text)
    return int(value)


def _cut_scale(given: Input, after: str) -> tuple[int, str]:
    """The scale word at the start, the longest there is, and the rest; a unit that begins like one stays whole (千瓦)."""
    lower = after.lower()
    if _size_of(given, after) is not None:
        return 0, after
    for word in sorted(SCALES, key=lambda word: (-len(word), word)):
        if lower.startswith(word):
            return SCALES[word], after[len(word) :]
    return 0, after


def _size(given: Input, before: str, after: str, text: str) -> Fraction:
    """How many of the input's unit one of the typed unit is; a figure without a unit is in the input's own."""
    typed = [word for word in (before, after) if word]
    sizes = [_size_of(given, word) for word in typed]
    if None in sizes or len(set(sizes)) > 1:
        raise Refusal("Z668", typed=text, units=_accepted(given))
    return sizes[0] or Fraction(1) if sizes else Fraction(1)


def _size_of(given: Input, word: str) -> Fraction | None:
    """The size of the unit a word spells; words of three letters or more are read in any case."""
    for unit in given.units:
        if any(
            word == spelled or (len(spelled) > 2 and word.lower() == spelled.lower())
            for spelled in unit.spelled
        ):
            return Fraction(unit.size)
    return None


def _accepted(given: Input) -> str:
    """The units as both readers know them: 元 (RMB), 亩 (mu), %."""
    return ", ".join(map(_known_as, given.units[:6]))


def _known_as(unit: UnitSpelled) -> str:
    first = unit.spelled[0]
    plain = next((spelled for spelled in unit.spelled if not _HAN.search(spelled)), first)
    return first if plain == first else f"{first} ({plain})"


def _read_date(text: str) -> int:
    match = _DATE.fullmatch(text.replace(" ", ""))
    if match is None:
        raise Refusal("Z669", typed=text)
    try:
        return date(*map(int, match.groups())).toordinal()
    except ValueError:
        raise Refusal("Z669", typed=text) from None


def _read_flag(text: str) -> int:
    if text.lower() in _YES:
        return 1
    if text.lower() in _NO:
        return 0
    raise Refusal("Z670", typed=text)


def _read_choice(given: Input, text: str) -> int:
    for index, option in enumerate(given.options):
        if text == option.id or text in option.name.values():
            return index
    raise Refusal("Z671", typed=text, options=", ".join(option.id for option in given.options))
