"""Slips in Markdown that would otherwise pass in silence: full-width marks, fences, run-on numbering, torn tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from zhaoshang.diagnostics import Diagnostic, Findings, Span
from zhaoshang.reading.source import Source, span_at

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*", re.MULTILINE)
_WIDE_MARKS = (
    (re.compile(r"^ {0,3}(＃+)", re.MULTILINE), "#"),
    (re.compile(r"\[[^\[\]\n]+\](（[^（）\n]*）)"), "(…)"),
    (re.compile(r"(【[^【】\n]+】)\((?:[a-z]+:|#)[^()\n]*\)"), "[…]"),
    (re.compile(r"(！)\[[^\[\]\n]*\]\("), "!"),
    (re.compile(r"(｛) *fact"), "{"),
    (re.compile(r"(＊＊)"), "**"),
)
_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
_NUMBERED = re.compile(rf"^ {{0,3}}(\d{{1,2}}、|{_HAN_NUMBER}、|[（(](?:\d{{1,2}}|{_HAN_NUMBER})[)）]|[①-⑳])")
_SEPARATOR = re.compile(r"^ {0,3}\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?$|^ {0,3}\| *:?-+:? *$")
_PIPE = re.compile(r"\\.|(`+)(?:(?!\1).)+\1|(\|)")
_STRUCTURE = re.compile(r"^ {0,3}(?:#|>|\||[-*+] |\d+\. )")


def slips(source: Source) -> Findings:
    """What the text of a Markdown file tells before it is parsed."""
    lines = source.lines
    return Findings.of(
        (*_fences(source), *_wide_marks(source), *_run_on(source, lines), *_torn_rows(source, lines))
    )


def is_separator(line: str) -> bool:
    """Whether a line is the `| --- | --- |` of a table."""
    return bool(_SEPARATOR.match(line))


def _fences(source: Source) -> Iterator[Diagnostic]:
    for match in _FENCE.finditer(source.text):
        yield Diagnostic("Z340", span_at(source, match.start(1), match.end(1)), {"text": match[1]})


def _wide_marks(source: Source) -> Iterator[Diagnostic]:
    for pattern, meant in _WIDE_MARKS:
        for match in pattern.finditer(source.text):
            span = span_at(source, match.start(1), match.end(1))
            yield Diagnostic("Z341", span, {"text": match[1], "meant": meant})


def _run_on(source: Source, lines: list[str]) -> Iterator[Diagnostic]:
    """`1、甲` directly below another line of text: Markdown would join the two."""
    for number, (above, line) in enumerate(pairwise(lines), 2):
        match = _NUMBERED.match(line)
        if match and above.strip() and not above.endswith("  ") and not _STRUCTURE.match(above):
            span = Span(source.path, number, match.start(1) + 1, match.end(1) + 1)
            yield Diagnostic("Z346", span, {"text": match[1]})


def _torn_rows(source: Source, lines: list[str]) -> Iterator[Diagnostic]:
    """Rows of a table with more or fewer cells than its head: Markdown drops or invents the difference."""
    expected = 0
    for number, line in enumerate(lines, 1):
        if "|" not in line:
            expected = 0
        elif is_separator(line):
            expected = _cells(lines[number - 2]) if number > 1 else 0
        if expected and "|" in line and _cells(line) != expected:
            arguments = {"count": str(_cells(line)), "expected": str(expected)}
            yield Diagnostic("Z344", Span(source.path, number, 1, len(line) + 1), arguments)


def _cells(row: str) -> int:
    inner = row.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return 1 + sum(1 for match in _PIPE.finditer(inner) if match[2])
