"""Slips of the hand that YAML takes in silence or reports far from their place.

Most come from a Chinese input method: `：` for `:`, `“` for `"`, `，` for `,`, a full-width space to indent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from zhaoshang.diagnostics import Diagnostic, Findings, Span
from zhaoshang.reading.source import Source, span_at

_TABS = re.compile(r"^[^\t\n]*(\t+)", re.MULTILINE)
_WIDE_INDENT = re.compile(r"^[ ]*([\u3000\u00a0]+)[\u3000\u00a0 ]*(?=\S)")
_WIDE_COLON_KEY = re.compile(r"^ *(?:- +)?([a-z][a-z0-9_-]*) *(：)")
_ANY_WIDE_COLON_KEY = re.compile(r"^[ ]*(?:- +)?([^\s:：#\"'“”-][^:：]{0,30}?) *(：)")
_TIGHT_KEY = re.compile(r"^ *(?:- +)?([a-z][a-z0-9_-]*)(:)(?=[^\s/])")
_WIDE_QUOTE = re.compile(r"[“”‘’＂＇]")
_WIDE_QUOTE_VALUE = re.compile(r"^ *(?:- +)?(?:[^\s:]+: +)?([“”‘’＂＇])")
_CUT = re.compile(r"[ \t]+(#[^\s#][^\n]*)")


def slips_before_parsing(source: Source) -> Findings:
    """Tabs: parsers disagree on where they may stand, so they are refused before any reads the text."""
    if "\t" not in source.text:
        return Findings()
    matches = _TABS.finditer(source.text)
    return Findings.of(Diagnostic("Z107", span_at(source, match.start(1), match.end(1))) for match in matches)


def slips_in_key(key: str, span: Span) -> Iterator[Diagnostic]:
    """An unquoted key with a full-width colon, quote or leading space in it."""
    if _WIDE_QUOTE.search(key):
        yield Diagnostic("Z111", span, {"text": key})
    elif "：" in key:
        yield Diagnostic("Z110", span, {"key": key.split("：")[0]})
    elif key[0] in "\u3000\u00a0":
        yield Diagnostic("Z123", span)


def slips_in_value(event: Any, path: str, lines: list[str], *, in_brackets: bool) -> Iterator[Diagnostic]:
    """What an unquoted value may have swallowed, or lost to a comment."""
    end = event.end_mark
    tail = lines[end.line][end.column :]
    if tail and (cut := _CUT.match(tail)):
        start = end.column + cut.start(1) + 1
        span = Span(path, end.line + 1, start, start + len(cut[1].rstrip()))
        yield Diagnostic("Z112", span, {"lost": cut[1].rstrip(), "value": event.value})
    if in_brackets and "，" in event.value:
        yield from _wide_comma(event, path, lines)
    if "：" in event.value or ":" in event.value or "\u3000" in event.value or "\u00a0" in event.value:
        yield from _swallowed_keys(event, path, lines)


def slip_on_line(path: str, number: int, line: str) -> Diagnostic | None:
    """The likely slip on a line near a syntax error; `number` counts from 1."""
    for pattern, code, group in (
        (_WIDE_INDENT, "Z123", 1),
        (_WIDE_QUOTE_VALUE, "Z111", 1),
        (_ANY_WIDE_COLON_KEY, "Z110", 2),
        (_TIGHT_KEY, "Z113", 2),
    ):
        if match := pattern.match(line):
            arguments = {"Z110": "key", "Z113": "key", "Z111": "text"}.get(code)
            span = Span(path, number, match.start(group) + 1, match.end(group) + 1)
            return Diagnostic(code, span, {arguments: match[1]} if arguments else {})
    return None


def pair_slip(text: str, span: Span) -> Diagnostic | None:
    """The slip that made one text of what was meant as `key: value`, for a text where a mapping belongs."""
    for pattern, code in ((_ANY_WIDE_COLON_KEY, "Z110"), (_TIGHT_KEY, "Z113")):
        if match := pattern.match(text):
            start = span.column + match.start(2)
            return Diagnostic(code, Span(span.path, span.line, start, start + 1), {"key": match[1]})
    return None


def _wide_comma(event: Any, path: str, lines: list[str]) -> Iterator[Diagnostic]:
    start, end = event.start_mark, event.end_mark
    stop = end.column if end.line == start.line else len(lines[start.line])
    column = lines[start.line].find("，", start.column, stop)
    if column >= 0:
        yield Diagnostic("Z122", Span(path, start.line + 1, column + 1, column + 2), {"text": event.value})


def _swallowed_keys(event: Any, path: str, lines: list[str]) -> Iterator[Diagnostic]:
    """Lines inside an unquoted value that look like an entry of their own.

    The first counts only when the value begins it: `zh: GDP：1000亿元`, `- GDP：1000亿元` are plain text.
    """
    for number in range(event.start_mark.line, event.end_mark.line + 1):
        line = lines[number]
        if number == event.start_mark.line and line[: event.start_mark.column].strip():
            continue
        slip = _wide_indent_or_key(path, number + 1, line)
        if slip:
            yield slip


def _wide_indent_or_key(path: str, number: int, line: str) -> Diagnostic | None:
    if match := _WIDE_INDENT.match(line):
        return Diagnostic("Z123", Span(path, number, match.start(1) + 1, match.end(1) + 1))
    for pattern, code in ((_WIDE_COLON_KEY, "Z110"), (_TIGHT_KEY, "Z113")):
        if match := pattern.match(line):
            span = Span(path, number, match.start(2) + 1, match.end(2) + 1)
            return Diagnostic(code, span, {"key": match[1]})
    return None
