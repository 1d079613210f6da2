"""Numbers as people write them, read exactly: 1,200 and 三千 and 百 and million."""

from __future__ import annotations

import re
from decimal import Decimal

from zhaoshang.diagnostics.diagnostic import Refusal

MAX_DIGITS = 20

SCALES = {
    "十": 1, "百": 2, "千": 3, "万": 4, "亿": 8,
    "十万": 5, "百万": 6, "千万": 7, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12,
    "thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12,
}  # fmt: skip
"""Words that multiply a number, as powers of ten."""

_DIGITS = re.compile(r"(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?", re.ASCII)
_CHINESE = {sign: value for value, signs in enumerate(["零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九"]) for sign in signs}
_PLACES = {"千": 3, "百": 2, "十": 1}


def read_number(text: str) -> Decimal:
    """`1,200.50` → Decimal, exactly as typed. Whole numbers lose their trailing zeros to the exponent, so that
    12000 万 is shown as 1.2 亿, while 9.70 keeps the zero that somebody typed on purpose.

    Refuses wrong grouping (Z237), forms such as `.5`, `05`, `1e5` (Z238) and more than 20 digits (Z241).
    """
    if not _DIGITS.fullmatch(text):
        raise Refusal("Z237" if "," in text else "Z238", number=text)
    if sum(sign.isdigit() for sign in text) > MAX_DIGITS:
        raise Refusal("Z241", number=text, most=str(MAX_DIGITS))
    number = Decimal(text.replace(",", ""))
    return number if "." in text else number.normalize()


def read_chinese(text: str) -> Decimal:
    """`三千万` → 30000000; `百亿` → 10000000000. Refuses what is not a full numeral, such as 一百五 or 三五 (Z246)."""
    total, rest = 0, text
    for scale, size in (("亿", 10**8), ("万", 10**4)):
        upper, found, lower = rest.partition(scale) if scale == "万" else _split_last(rest, scale)
        if found:
            total += _chinese_upper(upper, scale, text) * size
            rest = lower
    if rest or not total:
        total += _section(rest.lstrip("零〇") if total else rest, text)
    return Decimal(total).normalize()


def _split_last(text: str, scale: str) -> tuple[str, str, str]:
    upper, found, lower = text.rpartition(scale)
    return (upper, found, lower) if found else (text, "", "")


def _chinese_upper(text: str, scale: str, whole: str) -> int:
    if scale == "亿" and text.endswith("万"):
        return _section(text[:-1], whole) * 10**4
    return _section(text.lstrip("零〇") or text, whole)


def _section(text: str, whole: str) -> int:
    """A numeral below ten thousand. Every skipped place needs a 零, every digit a place."""
    total, place, rest = 0, 4, text
    while rest:
        skipped = rest[0] in "零〇" and len(rest) > 1 and total > 0
        rest = rest[1:] if skipped else rest
        digit = _CHINESE.get(rest[0])
        here = _PLACES.get(rest[1:2] if digit is not None else rest[0], 0)
        bare = digit is None
        wrong = (
            here >= place
            or (here == 0 and bare)
            or (bare and here > 1 and total > 0)
            or (digit == 0 and len(text) > 1)
            or (total > 0 and skipped != (here < place - 1))
        )
        if wrong:
            raise Refusal("Z246", number=whole)
        total += (1 if digit is None else digit) * 10**here
        rest = rest[1:] if bare or here == 0 else rest[2:]
        place = here
    if not text:
        raise Refusal("Z246", number=whole)
    return total
