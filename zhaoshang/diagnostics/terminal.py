"""Findings for a person at a terminal: place, excerpt with carets, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from rich.console import Console
from rich.text import Text

from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings, Span
from zhaoshang.diagnostics.excerpt import Excerpt, SourceText, excerpt, no_source
from zhaoshang.diagnostics.explained import Explained, explain
from zhaoshang.diagnostics.labels import LABELS, Labels, summary
from zhaoshang.diagnostics.severity import Severity

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_QUIET = "dim"


def print_findings(findings: Findings, *, lang: str, file: TextIO, source: SourceText = no_source) -> None:
    """Write findings and their count to `file`: in colour on a terminal, as plain text elsewhere."""
    text = findings_text(findings, lang=lang, source=source)
    if file.isatty():
        Console(file=file, highlight=False, soft_wrap=True).print(text)
    else:
        file.write(text.plain + "\n")


def findings_text(findings: Findings, *, lang: str, source: SourceText = no_source) -> Text:
    """All findings in reading order, a blank line between them, the count last; `.plain` has no escapes."""
    blocks = [_block(item, lang, source) for item in findings.sorted()]
    return Text("\n\n").join([*blocks, Text(summary(findings, lang=lang), style="bold")])


def _block(finding: Diagnostic, lang: str, source: SourceText) -> Text:
    explained, labels = explain(finding, lang=lang), LABELS[lang]
    lines = [_headline(explained, labels)]
    if finding.span:
        lines.extend(_place(finding.span, source, _COLOURS[explained.severity]))
    lines.extend(_advice(explained, labels))
    for span in finding.also:
        lines.append(Text(f"  {labels.also}{labels.colon}{span}", style=_QUIET))
        lines.extend(_excerpt_lines(excerpt(span, source), _QUIET))
    return Text("\n").join(lines)


def _headline(explained: Explained, labels: Labels) -> Text:
    title = _one_line(explained.words.title)
    return Text.assemble(
        (f"{labels.severities[explained.severity]} {explained.finding.code}", _COLOURS[explained.severity]),
        (f" {title}", "bold"),
    )


def _place(span: Span, source: SourceText, colour: str) -> Iterator[Text]:
    yield Text(f"  --> {span}", style="blue")
    yield from _excerpt_lines(excerpt(span, source), colour)


def _excerpt_lines(shown: Excerpt | None, colour: str) -> Iterator[Text]:
    if shown is None:
        return
    gutter = f"{shown.number:>5} | "
    yield Text.assemble((gutter, _QUIET), shown.before, (shown.marked, colour), shown.after)
    yield Text.assemble((" " * (len(gutter) - 2) + "| ", _QUIET), (shown.underline, colour))


def _advice(explained: Explained, labels: Labels) -> Iterator[Text]:
    words = explained.words
    rows = ((labels.found, words.found), (labels.expected, words.expected), (labels.remedy, words.remedy))
    for label, text in rows:
        yield Text.assemble((f"  {label}{labels.colon}", "bold"), _one_line(text))


def _one_line(text: str) -> str:
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())
