"""Where words stand in a Markdown file, for rules that see the compiled prose only."""

from __future__ import annotations

from dataclasses import dataclass

from zhaoshang.diagnostics import Span
from zhaoshang.reading.prose_notes import InFile
from zhaoshang.reading.source import Source


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The file a prose was compiled from."""

    source: Source

    def span(self, words: str) -> Span:
        """The first place that reads so, or the file's first line where markup parts the words."""
        return InFile(self.source)(words)
