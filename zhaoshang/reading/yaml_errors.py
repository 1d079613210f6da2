"""Errors of the YAML parsers, told as findings: the slip that is likely behind one, else its kind."""

from __future__ import annotations

import re
from typing import Any

import yaml

from zhaoshang.diagnostics import Diagnostic, Span
from zhaoshang.reading.source import Source
from zhaoshang.reading.yaml_slips import slip_on_line

_KINDS = tuple(
    (re.compile(pattern), code, at_context)
    for pattern, code, at_context in (
        (r"quoted scalar.*(unexpected end of stream|document separator)", "Z114", True),
        (r"unknown escape character|escape sequence of", "Z121", False),
        (r"found a tab character|'\\t' that cannot start", "Z107", False),
        (r"cannot start any token", "Z120", False),
        (r"(an alias|an anchor).*alphabetic or numeric", "Z120", True),
        (r"block scalar", "Z127", False),
        (r"mapping values are not allowed", "Z117", False),
        (r"could not find expected ':'", "Z118", True),
        (r"flow (mapping|sequence|node).*(,|expected the node content|node content)", "Z119", True),
        (r"directive|undefined tag handle", "Z124", False),
        (r"a tag|parsing a node.*tag", "Z104", False),
        (r"document start", "Z116", False),
        (r"block (mapping|collection|sequence)", "Z116", False),
        (r"(sequence entries|mapping keys) are not allowed", "Z116", False),
    )
)
"""What the parsers say, its code, and whether the place where the construct began tells more than its end."""


def syntax_error(error: yaml.YAMLError, source: Source) -> Diagnostic:
    """The finding for an error of a YAML parser, at its exact place."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Diagnostic("Z100", Span(source.path), {"text": ""})
    slip = _slip_nearby(error, source)
    if slip:
        return slip
    said = f"{error.context or ''}: {error.problem or ''}"
    code, mark = _kind(error, said)
    span = _span(source, mark.line, mark.column)
    line = source.lines[span.line - 1]
    if code == "Z121":
        span = _span(source, mark.line, line.rfind("\\", 0, span.column - 1))
    code = _narrowed(code, line[: span.column - 1], line[span.column - 1 :])
    return Diagnostic(code, span, {"text": _excerpt(line, span)})


def _narrowed(code: str, before: str, after: str) -> str:
    """What the words of the parser leave open, told from the line around the place."""
    if code == "Z116" and before.rstrip().endswith(("'", '"')):
        return "Z115"
    if code == "Z116" and after.startswith(":"):
        return "Z109"
    if code == "Z117" and ":" not in before:
        return "Z116"
    return code


def _kind(error: yaml.MarkedYAMLError, said: str) -> tuple[str, Any]:
    for pattern, code, at_context in _KINDS:
        if pattern.search(said):
            return code, (error.context_mark if at_context else None) or error.problem_mark
    return "Z100", error.problem_mark


def _slip_nearby(error: yaml.MarkedYAMLError, source: Source) -> Diagnostic | None:
    """The first slip between the beginning of the construct (or the line before) and the problem."""
    assert error.problem_mark is not None
    lines, last = source.lines, error.problem_mark.line
    began = error.context_mark.line if error.context_mark else last - 1
    for number in range(max(0, began, last - 3), min(last + 1, len(lines))):
        slip = slip_on_line(source.path, number + 1, lines[number])
        if slip:
            return slip
    return None


def _span(source: Source, line: int, column: int) -> Span:
    """The word at a place; lines and columns of the parsers count from 0 and may lie past the end."""
    lines = source.lines
    line = min(line, len(lines) - 1)
    column = min(max(column, 0), len(lines[line]))
    word = re.match(r"\S+", lines[line][column:])
    return Span(source.path, line + 1, column + 1, column + 1 + len(word[0]) if word else None)


def _excerpt(line: str, span: Span) -> str:
    return line[span.column - 1 : (span.end_column or span.column) - 1][:40]
