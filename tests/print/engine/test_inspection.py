"""What is known about a document before it is set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from bench import Bench

from zhaoshang.graphics.palette import light_palette
from zhaoshang.print import press_room
from zhaoshang.print.document import Rendered, Variant
from zhaoshang.print.fonts import prepare_fonts
from zhaoshang.print.job import Job
from zhaoshang.print.setting import SettingUnavailableError
from zhaoshang.print.tokens import tokens

Codes = Callable[[Rendered], list[str]]


def test_an_anchor_has_one_owner(bench: Bench, codes: Codes) -> None:
    body = '<p id="a" data-record="projects/a">甲</p><p id="a" data-record="projects/b">乙</p>'
    rendered = bench.render(body)
    assert codes(rendered) == ["Z813"]
    arguments = rendered.findings.items[0].arguments
    assert (arguments["id"], arguments["record"], arguments["other"]) == ("a", "projects/b", "projects/a")


def test_the_parts_of_a_drawing_are_no_anchors(bench: Bench, codes: Codes) -> None:
    drawing = '<svg viewBox="0 0 9 9"><title>图</title><defs><g id="a"></g></defs><use href="#a"/></svg>'
    assert codes(bench.render(drawing * 2)) == []


@pytest.mark.parametrize(
    "href", ["page.html", "/zh/index.html", "javascript:alert(1)", "file:///etc/passwd", ""]
)
def test_a_link_has_to_work_on_any_computer(bench: Bench, codes: Codes, href: str) -> None:
    assert codes(bench.render(f'<p><a href="{href}">去</a></p>')) == ["Z816"]


@pytest.mark.parametrize("href", ["https://example.com/", "mailto:a@example.com", "tel:+86-23-5550", "#here"])
def test_a_link_to_the_web_or_inside_the_document_is_fine(bench: Bench, codes: Codes, href: str) -> None:
    assert codes(bench.render(f'<p id="here"><a href="{href}">去</a></p>')) == []


def test_each_missing_character_is_named_once_with_its_surroundings(bench: Bench, codes: Codes) -> None:
    rendered = bench.render('<p data-record="cases/x">法定代表人姓名中的𠮷字无法印出</p><p>又是𠮷</p>')
    assert codes(rendered) == ["Z801"]
    arguments = rendered.findings.items[0].arguments
    assert arguments["text"] == "法定代表人姓名中的𠮷字无法印出"
    assert (arguments["point"], arguments["record"]) == ("U+20BB7", "cases/x")


def test_a_renderer_that_has_changed_still_prints_plainly(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def unavailable() -> Iterator[None]:
        raise SettingUnavailableError("justify_line")
        yield

    monkeypatch.setattr(press_room, "chinese_setting", unavailable)
    monkeypatch.setattr(press_room, "allow_time", lambda _seconds: None)
    job = Job(bench.document("<p>中文</p>"), prepare_fonts(bench.press.cache), 30)
    answer = press_room.set_document(job)
    assert [remark.code for remark in answer.remarks] == ["Z802"]
    assert answer.pdf is not None


def test_the_palette_reaches_the_page(bench: Bench) -> None:
    css = tokens(light_palette(), variant=Variant.TAGGED)
    assert css.startswith(":root {--ink: #")
    assert {"--accent", "--signal-tint", "--deep"} <= {
        part.split(":")[0].strip() for part in css[7:].split(";")
    }
    assert "device-cmyk(0 0 0 1)" in tokens(light_palette(), variant=Variant.PRINT_SHOP)
