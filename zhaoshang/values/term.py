"""Reads one figure of a spelling: the currency before it, the number, its scale (万, million) and its unit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Context, Decimal
from functools import cache
from typing import NamedTuple

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values.complaint import complaint
from zhaoshang.values.marking import spellings_at
from zhaoshang.values.numerals import CHINESE_SIGNS, SCALES, read_chinese, read_number, written_out
from zhaoshang.values.units import spellings

_WIDE = Context(prec=60)
_PARTS_OF = {"百分之": "percent", "千分之": "permille"}


class Term(NamedTuple):
    """One figure as typed, each part None or empty where it does not stand.

    `scale` is the power of ten of 万 or million. `currency` is a mark before the number (RMB 5), `measure` the unit
    after it, `per` what stands below the stroke. `inside` is 余 or 多. `in_wan` tells that 万 or 亿 was written.
    """

    number: Decimal
    scale: int | None
    currency: str | None
    measure: str | None
    per: tuple[str, ...]
    inside: str
    in_wan: bool

    def value(self, scale: int | None) -> Decimal:
        """The number multiplied by a scale, exactly."""
        return written_out(self.number.scaleb(scale or 0, _WIDE))


def read_term(part: str, text: str) -> Term:
    """One figure without spaces and markers; `text` is the whole spelling, for the message of a refusal."""
    match = _pattern().fullmatch(part)
    if match is None or spellings().find(part):
        raise complaint(part, text)
    number = read_number(match["digits"]) if match["digits"] else read_chinese(match["chinese"])
    scale = match["scale"]
    inside = [word for word in match.group("inside", "inside_chinese", "inside_after") if word]
    if len(inside) > 1:
        raise Refusal("Z243", text=text)
    return Term(
        number=-number if match["sign"] == "-" else number,
        scale=SCALES[scale.lower()] if scale else None,
        currency=spellings().before[match["before"]] if match["before"] else None,
        measure=_measure(match, text),
        per=read_per(match["per"], text) if match["per"] else (),
        inside="".join(inside),
        in_wan=bool(scale) or (match["chinese"] or "").endswith(("万", "亿")),
    )


@cache
def _pattern() -> re.Pattern[str]:
    """Lazy where a sign could belong to two parts: 5千瓦 is 5 of 千瓦 before it is 5千 of 瓦."""
    inside, scale = any_of(spellings_at("inside")), f"(?i:{any_of(SCALES)})"
    digits = rf"(?P<digits>[0-9][0-9,.]*)(?P<inside>{inside})?"
    chinese = rf"(?P<chinese>[{CHINESE_SIGNS}]+?)(?P<inside_chinese>{inside})?"
    # 一亿二千万 holds its scales itself; only after 余 does one follow: 三千余万.
    scaled = rf"(?:(?<![{CHINESE_SIGNS}])(?P<scale>{scale}))??(?P<inside_after>{inside})?"
    units = rf"{any_of(spellings().above)}|(?i:{any_of(spellings().words)})"
    return re.compile(
        rf"(?P<before>{any_of(spellings().before)})?(?P<sign>[-+])?(?P<parts>{any_of(_PARTS_OF)})?"
        rf"(?:{digits}|{chinese}){scaled}(?P<unit>{units})?(?P<per>[/每].+)?"
    )


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in longest_first) + ")"


def _measure(match: re.Match[str], text: str) -> str | None:
    after = spellings().find(match["unit"]) if match["unit"] else None
    parts = _PARTS_OF.get(match["parts"] or "")
    if after and parts:
        raise Refusal("Z235", text=text)
    return after or parts


def read_per(spelled: str, text: str) -> tuple[str, ...]:
    """What stands below the stroke: `/平方米·月`, `/(人·月)`, `/m²/month`, `每平方米每月`."""
    below = spelled[1:]
    if below.startswith("(") and below.endswith(")"):
        below = below[1:-1]
    whole = spellings().find(below)
    words = [below] if whole else re.split(r"[/每·*×.]+", below)
    return tuple(_below(word, text) for word in words)


def _below(word: str, text: str) -> str:
    name = spellings().find(word)
    if name is None:
        raise complaint("1" + word, text)
    return name
