"""One finding, three printers: a terminal, a program, a browser."""

from __future__ import annotations

import io
import json
from html.parser import HTMLParser

import pytest

from zhaoshang.diagnostics import Diagnostic, Findings, Span
from zhaoshang.diagnostics.excerpt import Excerpt, excerpt, width
from zhaoshang.diagnostics.machine import findings_json
from zhaoshang.diagnostics.overlay import findings_html
from zhaoshang.diagnostics.terminal import findings_text, print_findings

TEXT = "title: 负极材料\nstage: promoting\ntitle: 正极材料\n"
TWICE = Diagnostic(
    "Z106",
    Span("content/a.yaml", 3, 8, 12),
    {"key": "title", "line": "1"},
    (Span("content/a.yaml", 1, 1, 6),),
)


def source(path: str) -> str | None:
    return TEXT if path == "content/a.yaml" else None


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_terminal_shows_place_line_and_remedy() -> None:
    assert findings_text(Findings((TWICE,)), lang="zh", source=source).plain == (
        "错误 Z106 键重复\n"
        "  --> content/a.yaml:3:8\n"
        "    3 | title: 正极材料\n"
        "      |        ^^^^^^^^\n"
        "  发现：键 title 在第 1 行已经写过\n"
        "  应为：同一层里每个键只写一次\n"
        "  办法：保留正确的一处，删去另一处。\n"
        "  另见：content/a.yaml:1:1\n"
        "    1 | title: 负极材料\n"
        "      | ^^^^^\n"
        "\n"
        "1 个错误"
    )


def test_a_finding_without_place_or_source_is_still_told() -> None:
    findings = Findings((Diagnostic("Z022"), Diagnostic("Z125", Span("gone.yaml", 7, 1))))
    text = findings_text(findings, lang="en", source=source).plain
    assert "error Z022 no content folder\n  found:" in text
    assert "  --> gone.yaml:7:1\n  found:" in text


def test_a_pipe_gets_plain_text_and_a_terminal_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    pipe, terminal = io.StringIO(), Terminal()
    print_findings(Findings((TWICE,)), lang="en", file=pipe, source=source)
    print_findings(Findings((TWICE,)), lang="en", file=terminal, source=source)
    assert "\x1b" not in pipe.getvalue()
    assert "\x1b[1;31merror Z106\x1b[0m" in terminal.getvalue()
    assert pipe.getvalue().endswith("1 error\n")


def test_content_cannot_steer_the_terminal() -> None:
    nasty = "a\x1b[31m\u202e[bold]x\n"
    finding = Diagnostic("Z204", Span("x", 1, 2, 3), {"key": "\x1b[2J\nk[red]", "keys": "a", "near": ""})
    text = findings_text(Findings((finding,)), lang="en", source=lambda _: nasty).plain
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "a�[31m�[bold]x" in text
    assert "found: [2J k[red]" in text


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("负极", 4), ("ｆ：", 4), ("“”", 2), ("e\u0301", 1), ("👍", 2), ("", 0)]
)
def test_width_counts_the_cells_of_a_terminal(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("span", "marked", "underline"),
    [
        (Span("p", 1, 3, 5), "面积", "    ^^^^"),
        (Span("p", 1, 5), "", "        ^"),
        (Span("p", 1, 1, 99), "用地面积 652", "^^^^^^^^^^^^"),
        (Span("p", 1, 99), "", "            ^"),
        (Span("p", 2, 2, 3), "x", "    ^"),
    ],
)
def test_the_underline_stands_under_full_width_characters(span: Span, marked: str, underline: str) -> None:
    shown = excerpt(span, lambda _: "用地面积 652\r\n\tx\r\n")
    assert shown is not None
    assert shown.marked == marked
    assert shown.underline == underline


def test_there_is_no_excerpt_of_nothing() -> None:
    assert excerpt(Span("p", 5), lambda _: "a\n") is None
    assert excerpt(Span("p", 2), lambda _: "a\n\n") is None
    assert excerpt(Span("p", 1), lambda _: None) is None


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "前" * 200 + "错" * 3 + "后" * 200
    shown = excerpt(Span("p", 1, 201, 204), lambda _: line)
    assert shown == Excerpt(1, "…" + "前" * 33, "错错错", "后" * 33 + "…")
    short = excerpt(Span("p", 1, 1, 2), lambda _: "错" + "后" * 200)
    assert short is not None
    assert short.before == ""


def test_programs_get_stable_json() -> None:
    text = findings_json(Findings((TWICE, Diagnostic("Z022"))), lang="en")
    document = json.loads(text)
    assert (document["errors"], document["warnings"], document["notes"]) == (2, 0, 0)
    first, second = document["findings"]
    assert first["place"] is None
    assert second == {
        "code": "Z106",
        "severity": "error",
        "place": {"path": "content/a.yaml", "line": 3, "column": 8, "end_column": 12},
        "title": "duplicate key",
        "found": "the key title already stands on line 1",
        "expected": "every key once on a level",
        "remedy": "Keep the right one and delete the other.",
        "arguments": {"key": "title", "line": "1"},
        "also": [{"path": "content/a.yaml", "line": 1, "column": 1, "end_column": 6}],
    }
    assert text == findings_json(Findings((Diagnostic("Z022"), TWICE)), lang="en")


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)


def test_the_overlay_escapes_every_word() -> None:
    attack = "<script>alert(1)</script>"
    finding = Diagnostic(
        "Z204", Span(attack, 1, 1, 4), {"key": attack, "keys": attack, "near": attack}, (Span(attack),)
    )
    page = findings_html(Findings((finding,)), lang="zh", source=lambda _: attack)
    tags = Tags()
    tags.feed(page)
    assert tags.tags == {"section", "h2", "article", "h3", "code", "p", "pre", "mark", "dl", "dt", "dd"}
    assert '<section class="findings" lang="zh-Hans">' in page
    assert '<article class="finding error">' in page


def test_the_overlay_marks_the_place() -> None:
    page = findings_html(Findings((TWICE,)), lang="en", source=source)
    assert "<pre>    3 | title: <mark>正极材料</mark></pre>" in page
    assert "<code>content/a.yaml:3:8</code>" in page
    assert "<h2>1 error</h2>" in page
