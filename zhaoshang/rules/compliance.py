"""The compliance packs held against every published text and every typed award."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from zhaoshang.awards import Award, Terms, Unfit, inputs
from zhaoshang.diagnostics.diagnostic import Diagnostic, Span
from zhaoshang.diagnostics.nearest import nearest
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.waiver import Waiver
from zhaoshang.rules.pack import Pack, PackRule, packs
from zhaoshang.rules.rule import Path, finding
from zhaoshang.rules.walk import values
from zhaoshang.values import Text

_DENIAL = re.compile(
    r"(?:不|无|未|没有|禁止|严禁|非|\b(?:no|not|never|without|neither|nor|forbid|forbids|forbidden|prohibits?)\b)"
    r"[^。；;，,.]{0,24}$",
    re.IGNORECASE,
)
"""Words before a match that turn it into its opposite: 不返还土地价款, no tax refund."""

_QUESTION = re.compile(r"[^。；;.!！]{0,60}[?？]")
"""What follows a match that stands in a question: asking whether there are tax refunds promises none."""


@dataclass(frozen=True, slots=True)
class Breach:
    """What a rule found in a record: the words that betray it, and where they stand."""

    pack: Pack
    rule: PackRule
    key: Key
    words: str
    span: Span | None
    waiver: Waiver | None = None


def complies(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z501 and Z502: breaches of the packs that no waiver lifts. Z503: a waiver that lifts nothing."""
    used = set()
    for breach in breaches(library, today=today):
        if breach.waiver is not None:
            used.add(breach.waiver)
            continue
        yield Diagnostic("Z501" if breach.rule.is_error else "Z502", breach.span, _arguments(breach))
    known = {rule.name for pack in packs() for rule in pack.rules}
    for place, waiver in enumerate(library.waivers.waivers):
        if waiver not in used:
            arguments = {"rule": waiver.rule, "record": waiver.record, "near": nearest(waiver.rule, known)}
            yield finding(library, "Z503", Key("waivers", "waivers"), ("waivers", place), **arguments)


def breaches(library: Library, *, today: date) -> Iterator[Breach]:
    """Every breach of every pack in force on a day, the waived ones with their waiver."""
    for pack in packs():
        if pack.since <= today:
            for key, _ in library.all_records():
                if key.kind in pack.kinds:
                    yield from _in_record(library, pack, key)


def _in_record(library: Library, pack: Pack, key: Key) -> Iterator[Breach]:
    record = library.records(key.kind)[key.id]
    texts: list[tuple[str, Callable[[str], Span | None]]] = [
        (words, _standing(library.span(key, *path, language)))
        for path, text in values(record, Text)
        for language, words in text.items()
    ]
    texts += [
        (library.prose[key, language].text, partial(library.prose_span, key, language))
        for language in library.languages
        if (key, language) in library.prose
    ]
    for rule in pack.rules:
        lifted = _waiver(library, rule, key)
        for words, place in texts:
            for match in betrayals(rule, words):
                yield Breach(pack, rule, key, match, place(match), lifted)
        for path, measure in _bases(library, key, rule):
            yield Breach(pack, rule, key, measure, library.span(key, *path), lifted)


def _standing(span: Span | None) -> Callable[[str], Span | None]:
    """The place of a short text is the place of all its words."""
    return lambda _: span


def betrayals(rule: PackRule, words: str) -> Iterator[str]:
    """What in a text breaks a rule: a pattern that no allowed use covers and no denial turns round."""
    spared = [match.span() for allowed in rule.allowed for match in allowed.finditer(words)]
    for pattern in rule.patterns:
        for match in pattern.finditer(words):
            start, end = match.span()
            if _DENIAL.search(words[:start]) or _QUESTION.match(words[end:]):
                continue
            if any(first < end and start < last for first, last in spared):
                continue
            yield match[0]


def _bases(library: Library, key: Key, rule: PackRule) -> Iterator[tuple[Path, str]]:
    """Awards whose base is of a kind the rule forbids: known from the type alone, whatever the words say."""
    if not rule.measures or key.kind not in library.documents():
        return
    record = library.documents()[key.kind][key.id]
    for article_id, article in record.articles.items():
        for place, award in enumerate(article.awards):
            for name in _measured(award, record.terms, rule.measures):
                yield ("articles", article_id, "awards", place), name


def _measured(award: Award, terms: Terms, kinds: tuple[str, ...]) -> Iterator[str]:
    """The measures of the given kinds that an award asks for, as a base or as a test."""
    try:
        asked = inputs(award, terms)
    except Unfit:
        return  # a clash that the lint of awards reports
    yield from (" / ".join(given.name.values()) for given in asked if given.kind.value in kinds)


def _waiver(library: Library, rule: PackRule, key: Key) -> Waiver | None:
    return next((w for w in library.waivers.waivers if w.rule == rule.name and w.record == str(key)), None)


def _arguments(breach: Breach) -> dict[str, str]:
    """The words of the finding in each language; the catalogue takes the one it needs."""
    arguments = {"rule": breach.rule.name, "words": breach.words}
    for language in ("zh", "en"):
        arguments[f"title_{language}"] = breach.pack.title.said(language).text
        arguments[f"article_{language}"] = breach.rule.article.said(language).text
        arguments[f"remedy_{language}"] = breach.rule.remedy.said(language).text
    return arguments
