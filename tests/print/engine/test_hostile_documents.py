"""Content that means harm, or only happens to: it ends in a finding, not in a hang, a leak or a dead build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bench import Bench

from zhaoshang.print import press as press_module
from zhaoshang.print.document import Document, Rendered
from zhaoshang.print.press import Press, render

Codes = Callable[[Rendered], list[str]]

REFUSED = {
    '<table><tr><td colspan="100000">x</td></tr></table>': "Z807",
    '<table><colgroup span="9999999999"></colgroup><tr><td>x</td></tr></table>': "Z807",
    "<div>" * 2000: "Z808",
    "<p>" + "字" * 50_000: "Z809",
    "<svg><title>x</title><script>1</script></svg>": "Z806",
    '<svg><title>x</title><g id="a"><use href="#a"/><use href="#a"/></g></svg>': "Z806",
}

DENIED = {
    '<img src="https://example.com/a.png" alt="x">': "Z803",
    '<img src="//example.com/a.png" alt="x">': "Z803",
    '<img src="../secret.png" alt="x">': "Z803",
    '<link rel="attachment" href="../secret.txt">': "Z803",
    '<link rel="stylesheet" href="https://example.com/a.css">': "Z803",
    "<style>@import url(https://example.com/a.css)</style>": "Z803",
    "<style>@font-face { font-family: q; src: url(https://example.com/a.ttf) }</style>": "Z803",
    '<p style="background: url(file:///etc/hostname)">x</p>': "Z803",
    '<object data="file:///etc/passwd"></object>': "Z803",
    '<base href="file:///etc/"><img src="passwd" alt="x">': "Z803",
    '<img src="nothing.png" alt="x">': "Z804",
}


@pytest.mark.parametrize(("body", "code"), REFUSED.items(), ids=REFUSED.values())
def test_what_would_never_end_is_not_begun(bench: Bench, codes: Codes, body: str, code: str) -> None:
    rendered = bench.render(body)
    assert codes(rendered) == [code]
    assert rendered.pdf is None


@pytest.mark.parametrize(("body", "code"), DENIED.items())
def test_what_lies_outside_is_neither_read_nor_fetched(
    bench: Bench, codes: Codes, body: str, code: str
) -> None:
    (bench.directory.parent / "secret.txt").write_text("TOP-SECRET", encoding="utf-8")
    rendered = bench.render(body)
    assert code in codes(rendered)
    assert rendered.pdf is not None
    assert b"TOP-SECRET" not in rendered.pdf


def test_a_document_that_runs_wild_is_stopped_and_the_next_one_set(
    bench: Bench, codes: Codes, monkeypatch: pytest.MonkeyPatch
) -> None:
    wild = bench.document('<div style="display: flex">' * 24 + "x", name="wild")
    tame = bench.document("<p>好</p>", name="tame")

    def allowed(document: Document) -> int:
        return 1 if document.name == "wild" else 30

    monkeypatch.setattr(press_module, "time_allowed", allowed)
    with Press(cache=bench.press.cache, workers=1) as press:
        first, second = press.render_all([wild, tame])
    assert codes(first) == ["Z810"]
    assert first.pdf is None
    assert second.pdf is not None


def test_a_child_that_dies_says_why(bench: Bench, codes: Codes) -> None:
    rendered = bench.render('<p style="width: 9e9px; font-size: 1e7px">x</p>')
    assert codes(rendered) == ["Z811"]
    assert "Error" in rendered.findings.items[0].arguments["reason"]


def test_a_renderer_that_cannot_start_says_what_is_missing(
    bench: Bench, codes: Codes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango')", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    rendered = render(bench.document("<p>无法启动</p>"), cache=bench.press.cache)
    assert codes(rendered) == ["Z815"]


def test_time_is_given_for_text_not_for_markup(bench: Bench) -> None:
    plain = bench.document("")
    assert press_module.time_allowed(plain) == 8
    assert press_module.time_allowed(bench.document("<i></i>" * 20_000)) == 8
    assert press_module.time_allowed(bench.document("字" * 60_000)) == 48
