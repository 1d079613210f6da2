"""Reads what people type for a figure. Either everything in the text is understood, or it is refused.

The text is cut from outside in: the marker before or after it, then the two ends of a range; each end is a `Term`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values.marker import Marker
from zhaoshang.values.marking import marking_of, spellings_at
from zhaoshang.values.signs import half_width
from zhaoshang.values.term import Term, any_of, read_term
from zhaoshang.values.units import Unit, measures, spellings

MAX_LENGTH = 80

_PARTED_DIGITS = re.compile(r"[0-9.,] +[0-9.,]")
_RANGE = re.compile(r"(?<=.)(?:——|[~–—―至到-])(?=.)")
_CALENDAR_YEARS = range(1900, 2101)
_MAY_BE_NEGATIVE = frozenset({"share", "temperature"})
_OPEN_BELOW = frozenset({Marker.UP_TO, Marker.BELOW})
_OPEN_ABOVE = frozenset({Marker.AT_LEAST, Marker.SOME, Marker.OVER})


class Spelled(NamedTuple):
    """What a spelling means: the fields of a Quantity. `word` is the word of the marker, as its language writes it."""

    low: Decimal | None
    high: Decimal | None
    unit: Unit
    marker: Marker
    word: str


def read_spelling(text: str) -> Spelled:
    """The meaning of a spelling, or a `Refusal` that says what is wrong with it."""
    if len(text) > MAX_LENGTH:
        raise Refusal("Z241", number=text[:20] + "…", most=str(MAX_LENGTH))
    each, plain = _cut_each(_plain(text))
    word, body = _cut_marker(plain, text)
    parts = _cut_range(_joined(body) + each) if body else []
    terms = [read_term(part, text) for part in parts]
    if not 1 <= len(terms) <= 2:
        raise Refusal("Z230", text=text)
    return _single(terms[0], word, text) if len(terms) == 1 else _range(terms[0], terms[1], word, text)


def _plain(text: str) -> str:
    """Half-width signs and plain spaces."""
    plain = half_width(text).strip()
    if _PARTED_DIGITS.search(plain):
        raise Refusal("Z237", number=text)
    return plain


def _joined(body: str) -> str:
    """Without spaces; before they go, English `per` becomes a stroke and `to` between two figures a dash."""
    body = body.replace("per cent", "percent")
    body = re.sub(r"\s+per\s+", "/", body)
    return re.sub(r"(?<=\S)\s+to\s+(?=\S)", "~", body).replace(" ", "")


def _cut_each(plain: str) -> tuple[str, str]:
    """每亩30万元 is 30万元/亩: what stands below the stroke, and the rest."""
    match = _each_pattern().match(plain)
    return ("", plain) if match is None else ("/" + match[0][1:].replace("每", "·"), plain[match.end() :])


@cache
def _each_pattern() -> re.Pattern[str]:
    return re.compile(f"(?:每{any_of(spellings().exact)})+")


def _cut_marker(plain: str, text: str) -> tuple[str, str]:
    """The word that says how firmly the figure is meant, and the rest."""
    before, after = _marker_patterns()
    found = []
    while match := before.match(plain):
        found.append(match[0])
        plain = plain[match.end() :].lstrip()
    while match := after.search(plain):
        found.append(match[0])
        plain = plain[: match.start()].rstrip()
    if len(found) > 1:
        raise Refusal("Z243", text=text)
    return "".join(found), plain


@cache
def _marker_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, after = any_of(spellings_at("before")), any_of(spellings_at("after"))
    return re.compile(before, re.IGNORECASE), re.compile(after + "$", re.IGNORECASE)


def _cut_range(body: str) -> list[str]:
    """The ends of a range. A dash right after the sign of a range belongs to the number: -5~-2℃."""
    parts, start = [], 0
    for cut in _RANGE.finditer(body):
        if cut.start() > start:
            parts.append(body[start : cut.start()])
            start = cut.end()
    return [*parts, body[start:]]


def _single(term: Term, word: str, text: str) -> Spelled:
    unit = _unit((term,), text)
    if term.inside and word:
        raise Refusal("Z243", text=text)
    marker, word = marking_of(term.inside or word)
    value = term.value(term.scale)
    _check_sense(value, unit, marker, text)
    low = None if marker in _OPEN_BELOW else value
    high = None if marker in _OPEN_ABOVE else value
    return Spelled(-value if marker is Marker.PLUS_MINUS else low, high, unit, marker, word)


def _range(first: Term, last: Term, word: str, text: str) -> Spelled:
    marker, word = marking_of(word)
    if not marker.takes_range or first.inside or last.inside:
        raise Refusal("Z244", text=text)
    unit = _unit((first, last), text)
    if first.per and (last.measure or last.per) and first.per != last.per:
        raise Refusal("Z245", text=text)
    high = last.value(last.scale)
    low = _low_end(first, last, high, text)
    if not low < high:
        raise Refusal("Z236", text=text)
    _check_sense(low, unit, marker, text)
    return Spelled(low, high, unit, marker, word)


def _unit(terms: tuple[Term, ...], text: str) -> Unit:
    """The one unit that all parts of the spelling agree on."""
    by_term = [{name for name in (term.currency, term.measure) if name} for term in terms]
    names = set().union(*by_term)
    if not names:
        raise Refusal("Z232" if terms[-1].in_wan else "Z233", text=text)
    if len(names) > 1:
        raise Refusal(_clash(by_term), text=text)
    return Unit.of(names.pop(), *(terms[-1].per or terms[0].per))


def _clash(by_term: list[set[str]]) -> str:
    """Two currencies, two units for one number, or the ends of a range in two units."""
    if {measures()[name].kind for names in by_term for name in names} == {"money"}:
        return "Z240"
    return "Z235" if any(len(names) > 1 for names in by_term) else "Z245"


def _low_end(first: Term, last: Term, high: Decimal, text: str) -> Decimal:
    """2～3亿元 means 2亿～3亿, 8000元～1万元 names its unit and means 8000. RMB 2 to RMB 3 million may mean either."""
    own = first.value(first.scale)
    if first.scale is not None or last.scale is None or first.measure:
        return own
    shared = first.value(last.scale)
    if not (first.currency and last.currency):
        return shared
    if own != shared < high:
        raise Refusal("Z247", text=text)
    return own


def _check_sense(value: Decimal, unit: Unit, marker: Marker, text: str) -> None:
    if value < 0 and (unit.kind not in _MAY_BE_NEGATIVE or marker is Marker.PLUS_MINUS):
        raise Refusal("Z239", text=text)
    if unit == Unit("year") and value in _CALENDAR_YEARS:
        raise Refusal("Z252", text=text)
