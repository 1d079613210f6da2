"""Reads one figure of a spelling: the currency before it, the number, its scale (万, million) and its unit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Context, Decimal
from functools import cache
from typing import NamedTuple

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values.marker import Marker
from zhaoshang.values.marking import marker_of, spellings_at
from zhaoshang.values.numerals import SCALES, read_chinese, read_number
from zhaoshang.values.units import SPELLINGS

_WIDE = Context(prec=60)
_PARTS = {"百分之": "percent", "千分之": "permille"}


class Term(NamedTuple):
    """One figure as typed, each part None or empty where it does not stand.

    `scale` is the power of ten of 万 or million. `currency` is a mark before the number (RMB 5), `measure` the unit
    after it, `per` what stands below the stroke. `inside` is 余 or 多.
    """

    number: Decimal
    scale: int | None
    currency: str | None
    measure: str | None
    per: tuple[str, ...]
    inside: Marker | None
    in_wan: bool

    def value(self, scale: int | None) -> Decimal:
        """The number in its unit, written out: no exponent above zero."""
        scaled = self.number.scaleb(scale or 0, _WIDE)
        return scaled if scaled.as_tuple().exponent <= 0 else scaled.quantize(Decimal(1), context=_WIDE)


@cache
def _pattern() -> re.Pattern[str]:
    inside, scale = any_of(spellings_at("inside")), f"(?i:{any_of(SCALES)})"
    digits = rf"(?P<digits>\d[\d,.]*)(?P<inside1>{inside})?(?P<scale1>{scale})??(?P<inside2>{inside})?"
    chinese = rf"(?P<chinese>[零〇一二两三四五六七八九十百千万亿]+?)(?:(?P<inside3>{inside})(?P<scale2>{scale})??)?"
    units = rf"{any_of(SPELLINGS.above)}|(?i:{any_of(SPELLINGS.words)})"
    return re.compile(
        rf"(?P<before>{any_of(SPELLINGS.before)})?(?P<sign>[-+])?(?P<parts>百分之|千分之)?"
        rf"(?:{digits}|{chinese})(?P<unit>{units})?(?P<per>[/每].+)?"
    )


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in longest_first) + ")"


def read_term(part: str, text: str) -> Term:
    """One figure without spaces and markers; `text` is the whole spelling, for the message of a refusal."""
    match = _pattern().fullmatch(part)
    if match is None:
        raise Refusal("Z230", text=text)
    number = read_number(match["digits"]) if match["digits"] else read_chinese(match["chinese"])
    scale = match["scale1"] or match["scale2"]
    inside = match["inside1"] or match["inside2"] or match["inside3"]
    return Term(
        -number if match["sign"] == "-" else number,
        SCALES[scale.lower()] if scale else None,
        SPELLINGS.before[match["before"]] if match["before"] else None,
        _measure(match, text),
        tuple(_per(match["per"] or "", text)),
        marker_of(inside) if inside else None,
        bool(scale) or (match["chinese"] or "").endswith(("万", "亿")),
    )


def _measure(match: re.Match[str], text: str) -> str | None:
    after = SPELLINGS.find(match["unit"]) if match["unit"] else None
    parts = _PARTS.get(match["parts"] or "")
    if after and parts:
        raise Refusal("Z235", text=text)
    return after or parts


def _per(spelled: str, text: str) -> list[str]:
    names = []
    for word in filter(None, re.split(r"[/每·*×()]", spelled)):
        name = SPELLINGS.find(word)
        if name is None:
            raise Refusal("Z234", text=text, unit=word)
        names.append(name)
    return names
