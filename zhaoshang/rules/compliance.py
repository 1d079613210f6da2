"""The compliance packs held against every published text and every typed award."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain

from zhaoshang.awards import Award, Terms, Unfit, inputs
from zhaoshang.diagnostics.diagnostic import Diagnostic, Span
from zhaoshang.diagnostics.nearest import nearest
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.media import Image
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
    in_force = [pack for pack in packs() if pack.since <= today]
    kinds = {kind for pack in in_force for kind in pack.kinds}
    texts = {key: _Texts.of(library, key) for key, _ in library.all_records() if key.kind in kinds}
    for pack in in_force:
        for key, words in texts.items():
            if key.kind in pack.kinds:
                yield from _in_record(library, pack, key, words)


def _in_record(library: Library, pack: Pack, key: Key, texts: _Texts) -> Iterator[Breach]:
    for rule in pack.rules:
        if rule.kinds and key.kind not in rule.kinds:
            continue
        lifted = _waiver(library, rule, key)
        typed = (_in_pictures, _bases, _unnamed)
        found = chain(_in_texts(rule, texts), *(look(library, rule, key) for look in typed))
        yield from (Breach(pack, rule, key, words, span, lifted) for words, span in found)


Found = tuple[str, Span | None]
"""The words that betray a breach, and where they stand."""


@dataclass(frozen=True, slots=True)
class _Words:
    """A text of a record in one language; `place` finds some of its words in the file."""

    language: str
    text: str
    place: Callable[[str], Span | None]


@dataclass(frozen=True, slots=True)
class _Texts:
    """The texts of a record; `joined` tells quickly that a rule finds nothing in any of them."""

    words: tuple[_Words, ...]
    joined: str

    @classmethod
    def of(cls, library: Library, key: Key) -> _Texts:
        words = tuple(_texts(library, key))
        return cls(words, _BETWEEN.join(one.text for one in words))


_BETWEEN = "\n\0\n"
"""What stands between joined texts: no pattern reaches across it."""


def _texts(library: Library, key: Key) -> Iterator[_Words]:
    for path, text in values(library.records(key.kind)[key.id], Text):
        for language, words in text.items():
            yield _Words(language, words, partial(_standing, library, key, (*path, language)))
    for language in library.languages:
        if (key, language) in library.prose:
            place = partial(library.prose_span, key, language)
            yield _Words(language, library.prose[key, language].text, place)


def _standing(library: Library, key: Key, path: Path, _words: str) -> Span | None:
    """The place of a short text is the place of all its words."""
    return library.span(key, *path)


def _in_texts(rule: PackRule, texts: _Texts) -> Iterator[Found]:
    if rule.pictures or not any(pattern.search(texts.joined) for pattern in rule.patterns):
        return
    for words in texts.words:
        if words.language in (rule.languages or (words.language,)):
            yield from ((match, words.place(match)) for match in betrayals(rule, words.text))


def betrayals(rule: PackRule, words: str) -> Iterator[str]:
    """What in a text breaks a rule: a pattern that no allowed use covers and no denial turns round."""
    if any(pattern.search(words) for pattern in rule.unless):
        return
    spared = [match.span() for allowed in rule.allowed for match in allowed.finditer(words)]
    for pattern in rule.patterns:
        for match in pattern.finditer(words):
            start, end = match.span()
            if _DENIAL.search(words[:start]) or _QUESTION.match(words[end:]):
                continue
            if any(first < end and start < last for first, last in spared):
                continue
            yield match[0]


def _in_pictures(library: Library, rule: PackRule, key: Key) -> Iterator[Found]:
    """Pictures that show a map, as their file, description or caption says, without the number of its approval."""
    if not rule.pictures:
        return
    for path, image in values(library.records(key.kind)[key.id], Image):
        said = (image.file, *image.alt.values(), *(image.caption.values() if image.caption else ()))
        match = next((match for words in said for match in betrayals(rule, words)), None)
        if match is not None and not image.map_approval:
            yield f"{image.file}: {match}", library.span(key, *path)


def _unnamed(library: Library, rule: PackRule, key: Key) -> Iterator[Found]:
    """What the publisher of a governmental site does not name."""
    publisher = library.site.publisher
    if key.kind == "site" and publisher.profile.governmental:
        for name, words in rule.publisher.items():
            if getattr(publisher, name) is None:
                yield " / ".join((*words.values(), name)), library.span(key, "publisher")


def _bases(library: Library, rule: PackRule, key: Key) -> Iterator[Found]:
    """Awards whose base is of a kind the rule forbids: known from the type alone, whatever the words say."""
    if not rule.measures or key.kind not in library.documents():
        return
    record = library.documents()[key.kind][key.id]
    for article_id, article in record.articles.items():
        for place, award in enumerate(article.awards):
            for name in _measured(award, record.terms, rule.measures):
                yield name, library.span(key, "articles", article_id, "awards", place)


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
