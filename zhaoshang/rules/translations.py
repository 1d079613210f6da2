"""Every text is there in every language of the site, and in no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from zhaoshang.diagnostics.diagnostic import Diagnostic
from zhaoshang.domain.kinds import KINDS, Need
from zhaoshang.domain.library import Library
from zhaoshang.domain.record import Record
from zhaoshang.rules.rule import finding
from zhaoshang.rules.walk import values
from zhaoshang.values import Text

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_HAN_LANGUAGES = {"zh", "ja", "ko"}
"""Languages whose texts may hold Chinese characters, by the first part of the tag."""


def translated_texts(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z411 to Z413: a short text has each of the record's languages, none beyond, and no Chinese where none belongs."""
    for key, record in library.all_records():
        languages = published_languages(library, record)
        for path, text in values(record, Text):
            for language in languages:
                if language not in text:
                    said = text.said(language, library.languages).text
                    yield finding(library, "Z411", key, path, language=language, said=_short(said))
            for language in text.languages:
                if language not in library.languages:
                    yield finding(library, "Z412", key, (*path, language), language=language)
                elif stray := _stray(language, text[language]):
                    yield finding(library, "Z413", key, (*path, language), language=language, stray=stray)


def translated_prose(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z414 and Z415: long prose is there in every language; where some is missing the page falls back and says so."""
    for key, record in library.all_records():
        kind = KINDS[key.kind]
        if kind.prose is Need.NEVER:
            continue
        languages = published_languages(library, record)
        missing = [language for language in languages if (key, language) not in library.prose]
        if len(missing) == len(languages):
            if kind.prose is Need.REQUIRED:
                yield finding(library, "Z415", key, id=key.id, language=languages[0])
        else:
            for language in missing:
                yield finding(library, "Z414", key, id=key.id, language=language)


def published_languages(library: Library, record: Record) -> tuple[str, ...]:
    """The languages a record is published in: all of the site's, unless the record names some."""
    named: tuple[str, ...] = getattr(record, "languages", ()) if record.kind in {"pages", "news"} else ()
    return named or library.languages


def _stray(language: str, text: str) -> str:
    """The first run of Chinese characters in a text that should hold none."""
    if language.partition("-")[0] in _HAN_LANGUAGES:
        return ""
    match = re.search(rf"{_HAN.pattern}+", text)
    return match[0] if match else ""


def _short(text: str, most: int = 24) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
