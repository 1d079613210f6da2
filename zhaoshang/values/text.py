"""A text in several languages, and the one rule for what a reader of a given language is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values.schema import one_string, shape, translating

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")

WIDE = "\u2e80-\u303f\u3041-\u9fff\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
"""What stands on the Chinese grid, as the inside of a regular expression's character class: no word ends between two."""

_FOLD = re.compile(rf"(?<=[{WIDE}]) +(?=[{WIDE}])")


@dataclass(frozen=True, slots=True)
class Said:
    """A text as one reader gets it. `foreign` is true when it is not in the language that was asked for."""

    text: str
    lang: str
    foreign: bool = False

    def __str__(self) -> str:
        return self.text


class Text(Mapping[str, str]):
    """The same words in one language or more: language tag (`zh`, `en`, `zh-Hant`) → string.

    Immutable and hashable. Two texts are equal when they say the same in the same languages, in whatever order.
    """

    __slots__ = ("_by_language",)

    def __init__(self, by_language: Mapping[str, str]) -> None:
        if not by_language:
            raise Refusal("Z214")
        self._by_language = {
            language_tag(tag): _unfolded(_words(words)) for tag, words in by_language.items()
        }

    @classmethod
    def of(cls, **by_language: str) -> Text:
        """`Text.of(zh="工业园", en="industrial park")`; an underscore stands for the hyphen of `zh_Hant`."""
        return cls({tag.replace("_", "-"): words for tag, words in by_language.items()})

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is written in, in the order of the file."""
        return tuple(self._by_language)

    def said(self, lang: str, order: Sequence[str] = ()) -> Said:
        """The words for a reader of `lang`: in it, else in the first of `order` there is, else in any there is."""
        for candidate in (lang, *order, *self._by_language):
            if candidate in self._by_language:
                return Said(self._by_language[candidate], candidate, foreign=candidate != lang)
        raise AssertionError("a Text is never empty")

    def __getitem__(self, lang: str) -> str:
        return self._by_language[lang]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_language)

    def __len__(self) -> int:
        return len(self._by_language)

    def __hash__(self) -> int:
        return hash(frozenset(self._by_language.items()))

    def __repr__(self) -> str:
        return f"Text({self._by_language!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        words = core_schema.dict_schema(_reading(language_tag), _reading(_words))

        def read(value: object, read_words: Callable[[object], dict[str, str]]) -> Text:
            return value if isinstance(value, Text) else cls(read_words(_mapping(value)))

        return core_schema.no_info_wrap_validator_function(
            translating(read), words, serialization=core_schema.plain_serializer_function_ser_schema(dict)
        )


def language_tag(tag: object) -> str:
    """A language tag in its usual case: `zh`, `en`, `zh-Hant`, `pt-BR`. Refuses anything else (Z211)."""
    if isinstance(tag, str) and _TAG.fullmatch(tag):
        return tag
    raise Refusal("Z211", tag=shape(tag))


def _words(words: object) -> str:
    stripped = one_string(words).strip()
    if not stripped:
        raise Refusal("Z212")
    return stripped


def _unfolded(words: str) -> str:
    """The words as if they stood on one line of the file: YAML puts a space where a long text is folded."""
    return _FOLD.sub("", words)


def _mapping(value: object) -> object:
    if not isinstance(value, Mapping):
        raise Refusal("Z210", found=shape(value))
    if not value:
        raise Refusal("Z214")
    return dict(value)


def _reading(read: Any) -> CoreSchema:
    return core_schema.no_info_plain_validator_function(translating(read))
