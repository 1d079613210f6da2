"""The interface words: what menus, labels and headings say, one file a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings, Span
from zhaoshang.values import Text

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Words(Mapping[str, Any]):
    """The words of one language, reached by attribute in templates (`words.projects.title`).

    A missing word raises KeyError or AttributeError, which StrictUndefined turns into an error of the template.
    """

    __slots__ = ("_tree",)

    def __init__(self, tree: Mapping[str, Any]) -> None:
        self._tree = {
            key: Words(value) if isinstance(value, Mapping) else value for key, value in tree.items()
        }

    def __getitem__(self, key: str) -> Any:
        return self._tree[key]

    def __getattr__(self, key: str) -> Any:
        try:
            return self._tree[key]
        except KeyError:
            raise AttributeError(key) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._tree)

    def __len__(self) -> int:
        return len(self._tree)

    def __repr__(self) -> str:
        return f"Words({self._tree!r})"

    def at(self, path: str) -> str:
        """The word at a dotted path; raises KeyError where there is none."""
        found: Any = self
        for key in path.split("."):
            found = found[key]
        return str(found)

    def group(self, path: str) -> Words:
        """The group of words at a dotted path; raises KeyError where there is none."""
        found: Any = self
        for key in path.split("."):
            found = found[key]
        if not isinstance(found, Words):
            raise KeyError(path)
        return found

    @property
    def plural(self) -> bool:
        """Whether these are the forms of one word by number, after the plural categories of CLDR (`one`, `other`)."""
        return "other" in self._tree

    def paths(self, prefix: str = "") -> Iterator[str]:
        """Every dotted path to a word; the forms of one word by number count as one."""
        for key, value in self._tree.items():
            if isinstance(value, Words) and not value.plural:
                yield from value.paths(f"{prefix}{key}.")
            else:
                yield f"{prefix}{key}"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of every language of the site."""

    languages: Mapping[str, Words]

    def __getitem__(self, language: str) -> Words:
        return self.languages[language]

    def text(self, path: str) -> Text:
        """One word in every language, as a bilingual text."""
        return Text({language: words.at(path) for language, words in self.languages.items()})


def read_lexicon(templates: Path, languages: Iterable[str]) -> tuple[Lexicon, Findings]:
    """Reads `words/<language>.yaml` for each language and reports files and words that are missing."""
    found: dict[str, Words] = {}
    findings: list[Diagnostic] = []
    for language in languages:
        path = templates / "words" / f"{language}.yaml"
        if path.is_file():
            found[language] = Words(yaml.load(path.read_text("utf-8"), Loader=_LOADER))
        else:
            findings.append(
                Diagnostic("Z288", Span(f"templates/words/{language}.yaml"), {"language": language})
            )
    paths = {language: set(words.paths()) for language, words in found.items()}
    every = set().union(*paths.values())
    findings += [
        Diagnostic("Z289", Span(f"templates/words/{language}.yaml"), {"word": path})
        for language, present in paths.items()
        for path in sorted(every - present)
    ]
    return Lexicon(found), Findings.of(findings)
