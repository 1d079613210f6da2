"""The words of every finding: one YAML mapping per code, in every language the tool speaks.

A sentence whose placeholders are all empty is left out, so that "Did you mean {near}? Delete the line." stays
right when there is no near name. A text never loses its last sentence.

An argument `term:list` is a word of the tool itself, spoken in the language of the message;
`term:list|mapping` names several. The words stand in `terms.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from zhaoshang.diagnostics.severity import Severity

PARTS = ("title", "found", "expected", "remedy")
"""What a finding says, in the order it is said."""

_CODE = re.compile(r"Z\d{3}")
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_SENTENCE_END = re.compile(r"(?<=[。！？])|(?<=[.!?])(?=\s)")
_TERM = "term:"
_TERMS = "terms.yaml"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class CatalogueError(ValueError):
    """A mistake in the catalogue itself, such as two messages under one code."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a finding says in one language, with `{placeholders}`."""

    title: str
    found: str
    expected: str
    remedy: str

    def placeholders(self) -> frozenset[str]:
        text = "\n".join((self.title, self.found, self.expected, self.remedy))
        return frozenset(_PLACEHOLDER.findall(text))

    def filled(self, arguments: Mapping[str, str], *, lang: str) -> Wording:
        """The same words with their placeholders replaced; one without an argument stays visible.

        An argument `readings_en` fills `{readings}` of the English message: words that were made in every language.
        """
        arguments = {name: _spoken(value, lang) for name, value in arguments.items()}
        own = f"_{lang}"
        arguments |= {name.removesuffix(own): text for name, text in arguments.items() if name.endswith(own)}
        return Wording(*(_fill(getattr(self, part), arguments) for part in PARTS))


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of the catalogue: the weight of a code and its words by language."""

    code: str
    severity: Severity
    wordings: Mapping[str, Wording]

    def placeholders(self) -> frozenset[str]:
        return next(iter(self.wordings.values())).placeholders()


@cache
def catalogue() -> Mapping[str, Message]:
    """Every message by its code, read from `catalogue/*.yaml` when first asked for."""
    folder = resources.files("zhaoshang.diagnostics") / "catalogue"
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".yaml"))
    return read_messages((name, (folder / name).read_text("utf-8")) for name in names if name != _TERMS)


@cache
def terms() -> Mapping[str, Mapping[str, str]]:
    """The tool's own words by name and language."""
    text = (resources.files("zhaoshang.diagnostics") / "catalogue" / _TERMS).read_text("utf-8")
    return dict(_entries(_TERMS, text))


def read_messages(files: Iterable[tuple[str, str]]) -> dict[str, Message]:
    """The messages of (name, YAML text) pairs.

    Raises `CatalogueError` when a code stands twice, a part is missing, or the placeholders of two languages
    differ.
    """
    messages: dict[str, Message] = {}
    for name, text in files:
        for code, entry in _entries(name, text):
            if code in messages:
                raise CatalogueError(f"{name}: {code} stands twice in the catalogue")
            messages[code] = _message(name, code, entry)
    return dict(sorted(messages.items()))


def _entries(name: str, text: str) -> Iterator[tuple[str, Any]]:
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise CatalogueError(f"{name}: {error}") from error
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        raise CatalogueError(f"{name}: expected one mapping of codes")
    for key, value in root.value:
        yield str(key.value), _strings(value)


def _strings(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _strings(value) for key, value in node.value}
    return node.value


def _message(name: str, code: str, entry: Any) -> Message:
    if not _CODE.fullmatch(code) or not isinstance(entry, dict):
        raise CatalogueError(f"{name}: {code!r} is not a code with its message")
    languages = [key for key in entry if key != "severity"]
    if entry.get("severity") not in tuple(Severity) or not languages:
        raise CatalogueError(f"{name}: {code} needs a severity and its words")
    wordings = {language: _wording(f"{name}: {code}.{language}", entry[language]) for language in languages}
    if len({wording.placeholders() for wording in wordings.values()}) > 1:
        raise CatalogueError(f"{name}: the languages of {code} disagree on their placeholders")
    return Message(code, Severity(entry["severity"]), wordings)


def _wording(where: str, words: Any) -> Wording:
    if not isinstance(words, dict) or set(words) != set(PARTS) or not all(map(_is_text, words.values())):
        raise CatalogueError(f"{where} needs exactly {', '.join(PARTS)}, each a text")
    return Wording(**words)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _fill(template: str, arguments: Mapping[str, str]) -> str:
    sentences = [part for part in _SENTENCE_END.split(template) if part]
    spoken = [sentence for sentence in sentences if not _is_hollow(sentence, arguments)]
    words = "".join(spoken or sentences[-1:])
    return _PLACEHOLDER.sub(lambda match: arguments.get(match[1], match[0]), words).strip()


def _is_hollow(sentence: str, arguments: Mapping[str, str]) -> bool:
    names = _PLACEHOLDER.findall(sentence)
    return bool(names) and all(arguments.get(name) == "" for name in names)


def _spoken(value: str, lang: str) -> str:
    names = value.removeprefix(_TERM).split("|")
    if not value.startswith(_TERM) or not all(name in terms() for name in names):
        return value
    return " / ".join(terms()[name][lang] for name in names)
