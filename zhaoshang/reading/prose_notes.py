"""What is noted while one text is compiled: findings with their places."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from zhaoshang.diagnostics import Diagnostic, Refusal, Span
from zhaoshang.reading.source import Source, span_at

_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")

Locate = Callable[..., Span]
"""The place of the next piece of text that reads like the first of its arguments that is found."""


@dataclass(slots=True)
class Notes:
    """Collects while a text is compiled. Markdown knows no positions, so `locate` finds the words again."""

    locate: Locate
    findings: list[Diagnostic] = field(default_factory=list)
    anchors: list[tuple[str, Span]] = field(default_factory=list)
    """Links to headings of the same text; they can only be judged at its end."""

    def found(self, code: str, written: str, **arguments: str) -> None:
        """Note a finding about the words `written`."""
        self.findings.append(Diagnostic(code, self.locate(written), arguments))

    def refused(self, refusal: Refusal, written: str) -> None:
        """Note what a parser refused."""
        self.found(refusal.code, written, **refusal.arguments)


class InFile:
    """Finds pieces of a file again: of each the next that reads the same, code spans left out."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = _CODE_SPAN.sub(lambda match: " " * len(match[0]), source.text)
        self._next: dict[str, int] = {}

    def __call__(self, *candidates: str) -> Span:
        for written in filter(None, candidates):
            start = self._text.find(written, self._next.get(written, 0))
            if start >= 0:
                self._next[written] = start + len(written)
                return span_at(self._source, start, start + len(written))
        return Span(self._source.path)
