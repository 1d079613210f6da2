"""Bytes become text only when nothing about them is in doubt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhaoshang.diagnostics import Diagnostic, Span
from zhaoshang.reading.source import MAX_BYTES, Source, decode_source


def only(data: bytes) -> Diagnostic:
    source, findings = decode_source(data, "content/a.yaml")
    assert source is None
    (finding,) = findings
    return finding


def test_line_ends_and_a_mark_of_order_do_not_matter() -> None:
    source, findings = decode_source("\ufefftitle: 甲\r\nstage: 乙\rend: 丙\n".encode(), "a.yaml")
    assert source == Source("a.yaml", "title: 甲\nstage: 乙\nend: 丙\n")
    assert not findings


def test_gbk_is_named_at_its_first_character() -> None:
    finding = only("title: x\nnote: 招商\n".encode("gbk"))
    assert finding.code == "Z001"
    assert finding.span == Span("content/a.yaml", 2, 7)
    assert finding.arguments == {"encoding": "GBK / GB18030"}


def test_utf_16_is_named() -> None:
    assert only("标题".encode("utf-16")).arguments == {"encoding": "UTF-16"}


def test_bytes_of_no_encoding_are_refused_without_a_guess() -> None:
    assert only(b"a: \xff\xff").arguments == {"encoding": ""}


def test_a_huge_file_is_refused_unread() -> None:
    assert only(b"a" * (MAX_BYTES + 1)).code == "Z002"


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("a\x07b", "Z003", 2),
        ("a\u2028b", "Z003", 2),
        ("a\x85b", "Z003", 2),
        ("标题\u200b", "Z004", 3),
        ("\u202e倒", "Z004", 1),
        ("x\ufeff", "Z004", 2),
        ("锟斤拷", "Z005", 1),
        ("a\ufffd", "Z005", 2),
    ],
)
def test_characters_nobody_sees_are_shown(text: str, code: str, column: int) -> None:
    finding = only(f"x: 1\n{text}\n".encode())
    assert finding.code == code
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (2, column)


@settings(derandomize=True, max_examples=200)
@given(st.binary(max_size=60))
def test_no_bytes_break_it(data: bytes) -> None:
    source, findings = decode_source(data, "a.yaml")
    assert (source is None) == bool(findings)
