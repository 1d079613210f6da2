"""Printed lines of Chinese, read back from the PDF: no forbidden mark at an edge, both edges flush."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from bench import Bench
from pdf_lines import Line, printed_lines, text_of

from zhaoshang.print.setting import SettingUnavailableError, chinese_setting, verify
from zhaoshang.print.setting.characters import CLOSING, NEVER_FIRST, OPENING, UNITS
from zhaoshang.print.setting.stretch import MAX_GAP, gaps

PARAGRAPH = (
    "河东县位于平原东部，交通便利，物产丰富。<b>“一带一路”</b>节点城市，（一期）总投资9.7亿元，《招商引资管理办法》（试行）"
    "明确：“凡符合条件的项目，按《办法》第三条执行。”他说——“好”……对。规划面积652亩，其中工业用地480亩（约32公顷），年产3万吨"
    '负极材料；依托<a href="https://example.com/">GB/T 4754—2017</a>标准，单位GDP能耗下降5%左右：电价0.52元/千瓦时！'
    "甲、乙、丙、丁、戊、己、庚、辛、壬、癸、子、丑、寅、卯。《甲》《乙》《丙》《丁》“戊”“己”（庚）（辛）。约翰·史密斯、"
    "7～9米、2026—2028年……截至2026年9月，“链主”企业带动上下游配套企业42家，本地配套率由35%提高到58%。"
)
WIDTHS = range(42, 150, 6)  # millimetres
SIZE = 9.5  # points, of the body (`base.css`)


@pytest.fixture(scope="module")
def columns(press: Any, tmp_path_factory: pytest.TempPathFactory) -> list[list[Line]]:
    """The lines of the same paragraph in many measures, a page for each."""
    bench = Bench(tmp_path_factory.mktemp("content"), press)
    body = "".join(
        f'<section class="new-page" style="width: {width}mm"><p>{PARAGRAPH}</p></section>' for width in WIDTHS
    )
    rendered = bench.render(body)
    assert rendered.pdf is not None
    assert rendered.findings.items == ()
    lines = [line for line in printed_lines(rendered.pdf) if line.page > 1]
    bodies = [[line for line in lines if line.page == page] for page in range(2, 2 + len(WIDTHS))]
    return [[line for line in page if line.text != "投资指南" and not line.text.isdigit()] for page in bodies]


def test_no_line_begins_with_a_mark_that_may_not(columns: list[list[Line]]) -> None:
    assert [line.text for lines in columns for line in lines if line.text[0] in CLOSING + NEVER_FIRST] == []


def test_no_line_ends_with_an_opening_mark(columns: list[list[Line]]) -> None:
    assert [line.text for lines in columns for line in lines if line.text[-1] in OPENING] == []


def test_dashes_and_dots_stay_in_pairs(columns: list[list[Line]]) -> None:
    for lines in columns:
        assert all(line.text.count("—") != 1 or "4754" in line.text or "2026—" in line.text for line in lines)
        assert all(line.text.count("…") % 2 == 0 for line in lines)


def test_both_edges_of_full_lines_are_flush(columns: list[list[Line]]) -> None:
    """Ink, not advance: the last mark's dot stands where its half em ends, so marks are left out.

    A line that a long Latin word has left short stays short: it would be torn. In narrow measures there are more of them.
    """
    offsets: dict[bool, list[float]] = {True: [], False: []}
    for width, lines in zip(WIDTHS, columns, strict=True):
        edge = 22 * 72 / 25.4 + width * 72 / 25.4
        found = [edge - line.right for line in lines[:-1] if line.text[-1] not in CLOSING]
        offsets[width >= 72] += found
    flush = {
        wide: sum(-0.3 < offset < 2 for offset in found) / len(found)  # the ideograph's own side bearing
        for wide, found in offsets.items()
    }
    assert min(map(len, offsets.values())) > 40
    assert min(map(min, offsets.values())) > -0.3
    assert flush[True] >= 0.94, flush
    assert flush[False] >= 0.8, flush


def test_a_line_stays_short_only_where_filling_it_would_tear_it(columns: list[list[Line]]) -> None:
    """What its ideographs could take up without an opening that readers of the PDF take for a space, they take up.

    The ink of a dot in the middle of its em ends short of the edge like that of a mark.
    """
    short = []
    for width, lines in zip(WIDTHS, columns, strict=True):
        edge = 22 * 72 / 25.4 + width * 72 / 25.4
        found = [(edge - line.right, line) for line in lines[:-1] if line.text[-1] not in CLOSING + "·"]
        short += [(slack, line) for slack, line in found if slack >= 2]
    assert short
    assert [line.text for slack, line in short if slack < MAX_GAP * SIZE * (gaps(line.text) - 1)] == []


def test_an_opening_mark_at_the_start_of_a_line_stands_at_the_edge(columns: list[list[Line]]) -> None:
    starts = [line.left for lines in columns for line in lines if line.text[0] in "《（"]
    assert len(starts) > 5
    assert max(starts) < 22 * 72 / 25.4 + 3  # untrimmed, the ink would begin half an em in


def test_a_reader_finds_the_text_unspaced(bench: Bench) -> None:
    rendered = bench.render(
        '<p style="width: 60mm">' + "招商引资项目库建设与前期工作推进方案说明" * 12 + "</p>"
    )
    assert rendered.pdf is not None
    assert "招 商" not in text_of(rendered.pdf)
    assert "招商引资项目库" in text_of(rendered.pdf).replace("\r\n", "")


@pytest.mark.parametrize("width", [90, 97, 104, 111, 118])
def test_a_figure_stays_with_its_unit(bench: Bench, width: int) -> None:
    words = (
        "园区规划面积12.6平方公里，已建成7.4平方公里，标准厂房42万平方米，可租赁11.3万平方米，日供水6万吨。"
    )
    rendered = bench.render(f'<p style="width: {width}mm">{words * 6}</p>')
    assert rendered.pdf is not None
    lines = [line.text for line in printed_lines(rendered.pdf)]
    assert [pair for pair in pairwise(lines) if pair[0][-1].isdigit() and pair[1][0] in UNITS] == []


def test_english_is_left_as_the_renderer_sets_it(bench: Bench) -> None:
    words = (
        "<p>Lanchuan County lies where the upper Yangtze meets its “middle” reaches — and pays for it.</p>"
    )
    rendered = bench.render(words * 3, language="en")
    assert rendered.pdf is not None
    assert rendered.findings.items == ()
    assert "“middle” reaches — and" in text_of(rendered.pdf)


def test_the_renderer_is_given_back_as_it_was() -> None:
    from weasyprint.layout import inline
    from weasyprint.text import line_break

    before = line_break.Layout, inline.split_first_line, inline.justify_line
    with pytest.raises(KeyError), chinese_setting():
        assert line_break.Layout is not before[0]
        raise KeyError
    assert (line_break.Layout, inline.split_first_line, inline.justify_line) == before


@pytest.mark.parametrize("missing", ["Layout", "line_size", "split_first_line", "justify_line"])
def test_a_renderer_that_has_changed_is_noticed(missing: str) -> None:
    from weasyprint.layout import inline
    from weasyprint.text import line_break

    changed = [
        SimpleNamespace(**{name: value for name, value in vars(module).items() if name != missing})
        for module in (line_break, inline)
    ]
    with pytest.raises(SettingUnavailableError, match=missing):
        verify(*changed)
    verify(line_break, inline)
