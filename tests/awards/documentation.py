"""`docs/awards.md` and what comes out of its examples.

A block of YAML that is followed by a block of text is an example. The text holds the sentence in every language, then
a line per set of inputs with its answer, then the findings. `python tests/awards/documentation.py` writes it anew from
the YAML and the inputs that stand before each arrow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from zhaoshang.awards import Award, Terms, compile_award, describe, evaluate, lint, say_answer
from zhaoshang.diagnostics import Diagnostic
from zhaoshang.diagnostics.explained import explain

PAGE = Path(__file__).parents[2] / "docs/awards.md"
LANGUAGES = ("zh", "en")
STANDARD = {"bounds": {"above": "inclusive", "below": "exclusive"}, "exchange_day": "arrival"}
"""What the examples' document lays down unless an example has `terms` of its own."""

_EXAMPLE = re.compile(
    r"```yaml\n(?P<yaml>(?:(?!```).)*)```\n\n```text\n(?P<text>(?:(?!```).)*)```", re.DOTALL
)
_CHEAT_SHEET = re.compile(r"```yaml\n(# What the document.*?)```", re.DOTALL)
ARROW = " → "


@dataclass(frozen=True)
class Example:
    """An award of the page, the inputs it is tried with, and the text that stands below it."""

    award: Award
    terms: Terms
    tried: tuple[str, ...]
    text: str

    def rendered(self) -> str:
        """What the text must be."""
        return "\n".join((*self._sentences(), *map(self._answer, self.tried), *self._findings(), ""))

    def _sentences(self) -> Iterator[str]:
        for language in LANGUAGES:
            yield f"{language}  {describe(self.award, self.terms, language)}"

    def _answer(self, typed: str) -> str:
        program = compile_award(self.award, self.terms)
        pairs = [pair.split("=") for pair in typed.split(", ") if "=" in pair]
        answer = evaluate(program, {name.strip(): value.strip() for name, value in pairs})
        return typed + ARROW + " · ".join(say_answer(program, answer, language) for language in LANGUAGES)

    def _findings(self) -> Iterator[str]:
        for place, code, arguments in lint(self.award, self.terms):
            told = explain(Diagnostic(code, None, arguments), lang="en")
            where = ".".join(map(str, place)) or "the award"
            yield f"{code} {told.severity.value} at {where}: {told.words.title}"


def load(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)


def example_of(source: str, text: str) -> Example:
    data = load(source)
    award, terms = (data["award"], data["terms"]) if "award" in data else (data, STANDARD)
    tried = tuple(
        line.split(ARROW)[0]
        for line in text.splitlines()
        if ARROW.strip() in line and line[:2] not in LANGUAGES
    )
    return Example(Award.model_validate(award), Terms.model_validate(terms), tried, text)


def examples(page: str) -> list[Example]:
    """Every example of the page."""
    return [example_of(match["yaml"], match["text"]) for match in _EXAMPLE.finditer(page)]


def rewritten(page: str) -> str:
    """The page with the text of every example made anew."""

    def renew(match: re.Match[str]) -> str:
        return f"```yaml\n{match['yaml']}```\n\n```text\n{example_of(match['yaml'], match['text']).rendered()}```"

    return _EXAMPLE.sub(renew, page)


def cheat_sheet(page: str) -> Any:
    """The terms and awards of the cheat sheet."""
    match = _CHEAT_SHEET.search(page)
    assert match is not None
    return load(match[1])


if __name__ == "__main__":
    PAGE.write_text(rewritten(PAGE.read_text("utf-8")), "utf-8")
