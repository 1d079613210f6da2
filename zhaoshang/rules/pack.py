"""A compliance pack: dated rules of an authority as data, with what betrays a breach and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import yaml

from zhaoshang.values import Text

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class PackRule:
    """One rule of a pack.

    `patterns` betray a breach in a text, `allowed` are uses of the same words that are none, and where one of `unless`
    stands anywhere in the text there is none either. Patterns are regular expressions, tried without regard to case.
    `measures` are kinds of measures that may not be the base of an award.
    """

    name: str
    is_error: bool
    article: Text
    remedy: Text
    patterns: tuple[re.Pattern[str], ...]
    allowed: tuple[re.Pattern[str], ...] = ()
    unless: tuple[re.Pattern[str], ...] = ()
    languages: tuple[str, ...] = ()
    """The languages of the texts it is held against; empty for all."""
    kinds: tuple[str, ...] = ()
    """The kinds of records it is held against; empty for all of the pack's."""
    pictures: bool = False
    """Whether the patterns are held against pictures (their file, description and caption) without an approval as a map."""
    publisher: Mapping[str, Text] = field(default_factory=dict)
    """What a governmental publisher must name: fields of `publisher` in site.yaml, and what they are called."""
    measures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """The rules of one authority, in force since a day, with the kinds of records they are held against."""

    name: str
    title: Text
    authority: Text
    since: date
    kinds: tuple[str, ...]
    rules: tuple[PackRule, ...]


@cache
def packs() -> tuple[Pack, ...]:
    """Every pack that ships with the program, by name."""
    folder = resources.files("zhaoshang.rules") / "packs"
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name
    )
    return tuple(_pack(yaml.load(file.read_text("utf-8"), Loader=_LOADER)) for file in files)


def _pack(data: Mapping[str, Any]) -> Pack:
    return Pack(
        name=data["pack"],
        title=Text(data["title"]),
        authority=Text(data["authority"]),
        since=date.fromisoformat(data["since"]),
        kinds=tuple(data["kinds"]),
        rules=tuple(_rule(name, rule) for name, rule in data["rules"].items()),
    )


def _rule(name: str, data: Mapping[str, Any]) -> PackRule:
    return PackRule(
        name=name,
        is_error=data["severity"] == "error",
        article=Text(data["article"]),
        remedy=Text(data["remedy"]),
        patterns=_compiled(data.get("patterns", ())),
        allowed=_compiled(data.get("allowed", ())),
        unless=_compiled(data.get("unless", ())),
        languages=tuple(data.get("languages", ())),
        kinds=tuple(data.get("kinds", ())),
        pictures=data.get("pictures") == "true",
        publisher={name: Text(words) for name, words in data.get("publisher", {}).items()},
        measures=tuple(data.get("measures", ())),
    )


def _compiled(patterns: object) -> tuple[re.Pattern[str], ...]:
    assert isinstance(patterns, list | tuple)
    return tuple(re.compile(pattern, re.IGNORECASE | re.MULTILINE) for pattern in patterns)
