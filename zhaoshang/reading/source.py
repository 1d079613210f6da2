"""A text file of the project, decoded with care: UTF-8 only, nothing invisible, nothing endless."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from zhaoshang.diagnostics import Diagnostic, Findings, Span

MAX_BYTES = 1_000_000
"""The size of one text file; about 300,000 Chinese characters."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\ufffe\uffff]")
_INVISIBLE = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LOST = re.compile(r"\ufffd+|锟斤拷|烫烫烫")
_GUARDS = ((_CONTROL, "Z003"), (_INVISIBLE, "Z004"), (_LOST, "Z005"))
_SUSPECT = re.compile(f"[{_CONTROL.pattern[1:-1]}{_INVISIBLE.pattern[1:-1]}\ufffd锟烫]")
"""Where any guard could have something to say: one pass over a text that is almost always clean."""


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded file: its path in the project, and its text with `\\n` line ends and without a BOM."""

    path: str
    text: str

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")


def decode_source(data: bytes, path: str, *, max_bytes: int = MAX_BYTES) -> tuple[Source | None, Findings]:
    """The text of a file, or `None` and why it cannot be trusted."""
    if len(data) > max_bytes:
        arguments = {"size": f"{len(data):,}", "limit": f"{max_bytes:,}"}
        return None, Findings((Diagnostic("Z002", Span(path), arguments),))
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        return None, Findings((_not_utf8(data, path, error),))
    source = Source(path, text.replace("\r\n", "\n").replace("\r", "\n"))
    findings = _guard(source)
    return (None if findings else source), findings


def _guard(source: Source) -> Findings:
    """The first character of each untrustworthy sort."""
    if not _SUSPECT.search(source.text):
        return Findings()
    matches = ((code, pattern.search(source.text)) for pattern, code in _GUARDS)
    return Findings.of(
        Diagnostic(code, span_at(source, match.start(), match.end()), {"character": _code_points(match[0])})
        for code, match in matches
        if match
    )


def span_at(source: Source, start: int, end: int | None = None) -> Span:
    """The place of the characters `start` up to `end` of the text; a span never leaves its first line."""
    line_start = source.text.rfind("\n", 0, start) + 1
    line_end = source.text.find("\n", start)
    stop = min(end or start, line_end if line_end >= 0 else len(source.text))
    end_column = stop - line_start + 1 if stop > start else None
    return Span(source.path, source.text.count("\n", 0, start) + 1, start - line_start + 1, end_column)


def _code_points(text: str) -> str:
    return " ".join(f"U+{ord(character):04X}" for character in text[:3])


def _not_utf8(data: bytes, path: str, error: UnicodeDecodeError) -> Diagnostic:
    offset = error.start + (len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0)
    line_start = data.rfind(b"\n", 0, offset) + 1
    column = len(data[line_start:offset].decode("utf-8", "replace").removeprefix("\ufeff")) + 1
    span = Span(path, data.count(b"\n", 0, offset) + 1, column)
    return Diagnostic("Z001", span, {"encoding": _likely_encoding(data)})


def _likely_encoding(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GBK / GB18030"
