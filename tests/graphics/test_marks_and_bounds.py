"""What a drawing says by its form: bounds, ends of bands, gaps in a chain, ways that take no time."""

from __future__ import annotations

from dataclasses import replace

import county
import pytest
from drawn_svg import SVG, labels_of, root_of, words_of

from zhaoshang.graphics import (
    Bar,
    Bound,
    Canvas,
    Chain,
    DotRow,
    Dots,
    Heading,
    Lines,
    Link,
    Route,
    Series,
    Share,
    Shares,
    Stage,
    Staircase,
    Stop,
    TimelineStep,
    Tone,
    draw_bars,
    draw_chain,
    draw_lines,
    draw_route,
    draw_shares,
    draw_staircase,
    draw_timeline,
    light_palette,
)
from zhaoshang.graphics.bars import Bars
from zhaoshang.graphics.modes import Mode

DESKTOP, PHONE = Canvas.screen(760), Canvas.screen(358)
COLOURS = light_palette()


def bars_with(bar: Bar) -> str:
    return draw_bars(Bars(Heading("题"), (bar,), ("a", "b", "c")), DESKTOP).svg


def test_up_to_is_pale_with_a_lid_and_exact_is_solid():
    exact = bars_with(Bar("补助", "18", 18))
    up_to = bars_with(Bar("补助", "最高 18", 18, bound=Bound.UP_TO))
    assert "gf-tint-deep" in up_to and "gs-accent" in up_to and "gf-accent" not in up_to
    assert "gf-accent" in exact and "gs-accent" not in exact


def test_at_least_ends_in_an_arrow_and_open_has_no_bar():
    assert bars_with(Bar("投入", "8 以上", 8, bound=Bound.AT_LEAST)).count("gf-accent") == 2
    assert "<rect" not in bars_with(Bar("投入", "一事一议", bound=Bound.OPEN))


def test_what_stands_in_brackets_behind_a_figure_is_not_cut():
    bars = Bars(Heading("题"), (Bar("地价", "48万元/亩（720万元/公顷）", 48),), ("a", "b", "c"))
    lines = [label.text for label in labels_of(draw_bars(bars, Canvas.screen(300)))]
    assert lines[-2:] == ["48万元/亩", "（720万元/公顷）"]


def test_a_range_has_two_lids():
    assert bars_with(Bar("租金", "5～10", 10, 5, Bound.RANGE)).count("gs-accent") == 2


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Bar("x", "5"),
        lambda: Bar("x", "5", 5, bound=Bound.OPEN),
        lambda: Bar("x", "5", 5, 1),
        lambda: Bar("x", "5", 5, bound=Bound.RANGE),
        lambda: Shares(Heading("题"), (), ("a", "b")),
        lambda: Shares(Heading("题"), (Share("x", -1, ""), Share("y", 2, "")), ("a", "b")),
        lambda: Shares(Heading("题"), (Share("x", 0, ""),), ("a", "b")),
        lambda: Lines(Heading("题"), ("2024",), (Series("x", (), ()),), "", ""),
        lambda: Dots(Heading("题"), ("a",), (DotRow("x", (1, 2), ("1", "2")),), "a"),
        lambda: Dots(Heading("题"), (), (), "a"),
        lambda: TimelineStep("x", 0, -1, ""),
        lambda: Stop("x", Mode.CITY, -1),
        lambda: Route(Heading("题"), (Stop("x", Mode.CITY),), (), ("a", "b", "c")),
        lambda: Staircase(Heading("题"), (), "", ("a", "b")),
        lambda: Chain(Heading("题"), (), ("a", "b", "c", "d")),
        lambda: Chain(Heading("题"), (Stage("x", (Link("a", "甲", feeds=("b",)),)),), ("a", "b", "c", "d")),
        lambda: Chain(Heading("题"), (Stage("x", (Link("a", "甲"), Link("a", "乙"))),), ("a", "b", "c", "d")),
    ],
)
def test_data_that_contradicts_itself_is_refused(wrong):
    with pytest.raises(ValueError, match=r"\w"):
        wrong()


@pytest.mark.parametrize("sheet", [DESKTOP, Canvas.screen(300)])
def test_an_end_that_belongs_to_its_band_is_filled_and_one_that_does_not_is_hollow(sheet):
    fills = [
        dot.attrib["fill"]
        for dot in root_of(draw_staircase(county.staircase("en"), sheet)).iter(f"{SVG}circle")
    ]
    filled, hollow = COLOURS[Tone.ACCENT], COLOURS[Tone.SURFACE]
    assert fills == [filled, hollow, filled, hollow, filled, filled, hollow]


def test_a_staircase_lies_down_where_its_steps_have_no_room():
    wide, narrow = (draw_staircase(county.staircase("en"), sheet) for sheet in (DESKTOP, Canvas.screen(300)))
    edges = {"RMB 100 m", "RMB 500 m", "RMB 1000 m", "RMB 3000 m"}
    rows = [{label.top for label in labels_of(graphic) if label.text in edges} for graphic in (wide, narrow)]
    assert [len(tops) for tops in rows] == [1, 4]
    assert sorted(words_of(wide)) == sorted(words_of(narrow))


def test_a_wanted_link_is_dashed_and_says_how_it_is_wanted():
    graphic = draw_chain(county.chain("zh"), DESKTOP)
    cards = [rect for rect in root_of(graphic).iter(f"{SVG}rect") if rect.get("stroke")]
    wanted = [rect for rect in cards if rect.get("stroke-dasharray")]
    assert (len(cards), len(wanted)) == (10, 5)
    texts = [label.text for label in labels_of(graphic)]
    assert (texts.count("延链"), texts.count("补链"), texts.count("强链")) == (2, 3, 1)


@pytest.mark.parametrize("sheet", [DESKTOP, PHONE])
def test_every_feed_is_a_line_with_a_tip(sheet):
    data = county.chain("en")
    feeds = sum(len(link.feeds) for stage in data.stages for link in stage.links)
    paths = [
        path for path in root_of(draw_chain(data, sheet)).iter(f"{SVG}path") if path.get("fill") == "none"
    ]
    assert len(paths) == feeds == 9


def test_a_route_runs_across_a_desktop_and_down_a_phone():
    across, down = (draw_route(county.route("zh"), sheet) for sheet in (DESKTOP, PHONE))
    assert across.height < 150 < down.height
    assert "".join(sorted(words_of(across))) == "".join(sorted(words_of(down).replace("·", "")))


def test_a_step_done_on_the_spot_is_a_hollow_dot():
    root = root_of(draw_timeline(county.timeline("zh"), DESKTOP))
    assert len(list(root.iter(f"{SVG}circle"))) == 1
    assert len(list(root.iter(f"{SVG}rect"))) == 4


def test_parallel_steps_start_together():
    bars = [
        rect.attrib["x"] for rect in root_of(draw_timeline(county.timeline("zh"), DESKTOP)).iter(f"{SVG}rect")
    ]
    assert bars[1] == bars[2] != bars[3]


def test_a_missing_year_breaks_the_line():
    paths = [path.attrib["d"] for path in root_of(draw_lines(county.lines("zh"), DESKTOP)).iter(f"{SVG}path")]
    assert [data.count("M") for data in paths[:3]] == [1, 2, 1]


def test_shares_fill_the_width_in_proportion():
    rects = list(root_of(draw_shares(county.shares("zh"), DESKTOP)).iter(f"{SVG}rect"))
    widths = [float(rect.attrib["width"]) for rect in rects[:6]]
    assert sum(widths) == pytest.approx(760, abs=12)
    assert widths[0] / widths[1] == pytest.approx(31.5 / 24, abs=0.02)


def test_a_timeline_without_a_total_has_no_bracket() -> None:
    known = county.timeline("zh")
    assert list(root_of(draw_timeline(known, DESKTOP)).iter(f"{SVG}path"))
    assert not list(root_of(draw_timeline(replace(known, total=""), DESKTOP)).iter(f"{SVG}path"))


def test_the_words_beside_a_mark_of_no_length_stand_clear_of_it() -> None:
    steps = (
        TimelineStep("在线填报", start=0, days=3, shown="3个工作日"),
        TimelineStep("年度信息报告", start=3, days=0, shown="未注明 not stated"),
    )
    graphic = draw_timeline(replace(county.timeline("zh"), steps=steps, total=""), DESKTOP)
    mark = next(root_of(graphic).iter(f"{SVG}circle"))
    words = next(label for label in labels_of(graphic) if label.text.startswith("未注明"))
    assert words.left > float(mark.attrib["cx"]) + float(mark.attrib["r"]) + 0.2 * words.size
    assert words.right < graphic.width + 0.01
