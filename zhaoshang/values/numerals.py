"""Numbers as people write them, read exactly: 1,200 and 三千 and 百亿 and million."""

from __future__ import annotations

import re
from decimal import Decimal

from zhaoshang.diagnostics.diagnostic import Refusal

MAX_DIGITS = 20

SCALES = {
    "百": 2, "千": 3, "万": 4, "亿": 8,
    "百万": 6, "千万": 7, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12,
    "thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12,
}  # fmt: skip
"""Words that multiply a number, as powers of ten."""

CHINESE_SIGNS = "零〇一二两三四五六七八九十百千万亿"

_DIGITS = re.compile(r"(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?", re.ASCII)
_ONES = {
    sign: value for value, signs in enumerate(["零〇", "一", "二两", *"三四五六七八九"]) for sign in signs
}
_PLACES = {"千": 3, "百": 2, "十": 1}
_PLACE = re.compile(
    r"(?P<zero>[零〇])?(?:(?P<one>[一二两三四五六七八九])(?P<place>[千百十])?|(?P<bare>[千百十]))"
)


def read_number(text: str) -> Decimal:
    """`1,200.50` → Decimal, exactly as typed.

    Refuses wrong grouping (Z237), forms such as `5.`, `05`, `1.2.3` (Z238) and more than 20 digits (Z241).
    """
    if not _DIGITS.fullmatch(text):
        raise Refusal("Z237" if "," in text else "Z238", number=text)
    if sum(sign.isdigit() for sign in text) > MAX_DIGITS:
        raise Refusal("Z241", number=text, most=str(MAX_DIGITS))
    return Decimal(text.replace(",", ""))


def read_chinese(text: str) -> Decimal:
    """`三千万` → 30000000; `百亿` → 10000000000; `一百零五` → 105.

    Refuses what is not a full numeral (Z246), such as 一百五, which some read as 105 and some as 150.
    """
    above, yi, below = text.rpartition("亿")
    number = _below_yi(above, text) * 10**8 if yi else 0
    if below or not yi:
        number += _below_yi(_after_scale(below, text) if yi else below, text)
    return Decimal(number)


def _below_yi(numeral: str, text: str) -> int:
    """Below 亿: a section of 万 and a section of ones."""
    above, wan, below = numeral.rpartition("万")
    number = _section(above, text) * 10**4 if wan else 0
    if below or not wan:
        number += _section(_after_scale(below, text) if wan else below, text)
    return number


def _after_scale(numeral: str, text: str) -> str:
    """一万二 is 12000 to some and 10002 to others: after a scale a lone digit needs its 零."""
    if len(numeral) == 1 and numeral in _ONES:
        raise Refusal("Z246", number=text)
    return numeral.lstrip("零〇")


def _section(numeral: str, text: str) -> int:
    """Below ten thousand: places fall, and every gap between two of them has its 零."""
    if numeral in ("零", "〇"):
        return 0
    number, last_place, position = 0, 4, 0
    while match := _PLACE.match(numeral, position):
        place = _PLACES.get(match["place"] or match["bare"] or "", 0)
        gap = bool(number) and place < last_place - 1
        if place >= last_place or bool(match["zero"]) != gap or (match["bare"] and number):
            raise Refusal("Z246", number=text)
        number += _ONES.get(match["one"] or "一", 1) * 10**place
        last_place, position = place, match.end()
    if position != len(numeral) or not numeral:
        raise Refusal("Z246", number=text)
    return number


def written_out(number: Decimal) -> Decimal:
    """The same number without an exponent above zero: 3E+8 becomes 300000000."""
    return Decimal(f"{number:f}")
