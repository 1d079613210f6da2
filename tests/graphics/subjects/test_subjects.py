"""The records of a county as drawings: the figures of the content, in the words of the language."""

from __future__ import annotations

from typing import Any

import mini
import pytest
from lxml import etree

from zhaoshang.domain.costs import CostClass
from zhaoshang.domain.library import Library
from zhaoshang.domain.location import Corridor, Node
from zhaoshang.domain.procedure import Procedure
from zhaoshang.graphics import Canvas, Graphic, Measure
from zhaoshang.graphics.subjects import (
    draw_comparison,
    draw_corridor,
    draw_costs,
    draw_history,
    draw_industry,
    draw_location,
    draw_procedure,
)
from zhaoshang.graphics.subjects.costs import comparable
from zhaoshang.graphics.subjects.location import nearest_link
from zhaoshang.voice import Voice

SHEETS = (Canvas.screen(760), Canvas.screen(358), Canvas.paper(170))
WIDE = SHEETS[0]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return mini.make_library(tmp_path_factory.mktemp("county"))


@pytest.fixture(scope="module", params=["zh", "en"])
def voice(request: pytest.FixtureRequest, library: Library) -> Voice:
    return Voice(request.param, library, mini.lexicon())


@pytest.fixture(scope="module")
def en(library: Library) -> Voice:
    return Voice("en", library, mini.lexicon())


def said(graphic: Graphic) -> str:
    """The words of a drawing, every space a plain one."""
    return " ".join("".join(etree.fromstring(graphic.svg.encode()).itertext()).split())


def words(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh, "en": en}


def costs(*items: str, elsewhere: tuple[str, ...] = ()) -> CostClass:
    def item(number: int, value: str) -> dict[str, Any]:
        return {
            "name": words(f"第{number}项", f"item {number}"),
            "value": value,
            "tax": "included",
            "basis": words("公告", "notice"),
            "as_of": "2026-09-30",
            "elsewhere": [
                {
                    "place": words(f"{n}市", f"City {n}"),
                    "value": one,
                    "as_of": "2026-09-30",
                    "source": words("公告", "notice"),
                }
                for n, one in enumerate(elsewhere)
            ],
        }

    title = words("租金", "Rents")
    found = {f"item-{n}": item(n, value) for n, value in enumerate(items)}
    return CostClass.model_validate(
        {"id": "rents", "title": title, "summary": title, "order": "1", "items": found}
    )


def everything(voice: Voice, canvas: Canvas) -> list[Graphic | None]:
    """Each subject once."""
    library = voice.library
    stops = [{}, {"node": "port", "distance": "8公里", "time": "15分钟"}, {"name": words("上海", "Shanghai")}]
    corridor = Corridor.model_validate({"title": words("水路", "By water"), "mode": "water", "stops": stops})
    rents = costs("12元/平方米·月", "14～15元/平方米·月", "9元/平方米·月", elsewhere=("11元/平方米·月",))
    return [
        draw_location(library.location, voice, canvas, measure=Measure.MINUTES),
        draw_location(library.location, voice, canvas, measure=Measure.KILOMETRES),
        draw_corridor(corridor, library.location, voice, canvas),
        draw_industry(library.industries["food"], voice, canvas),
        draw_procedure(library.procedures["filing"], voice, canvas),
        draw_history(library.fact("gdp"), voice, canvas),
        draw_costs(rents, voice, canvas),
        draw_comparison(rents.items["item-0"], voice, canvas),
    ]


@pytest.mark.parametrize("canvas", SHEETS, ids=["desktop", "phone", "paper"])
def test_every_subject_draws_in_every_language_on_every_sheet(voice: Voice, canvas: Canvas) -> None:
    for graphic in everything(voice, canvas):
        assert graphic is not None
        root = etree.fromstring(graphic.svg.encode())
        told = "".join(root.itertext()) + graphic.description + str(graphic.table)
        assert "None" not in told
        assert graphic.table.rows
        if voice.language == "en":
            assert not any("\u4e00" <= character <= "\u9fff" for character in told)


def test_a_class_with_fewer_than_three_comparable_costs_is_not_drawn(en: Voice) -> None:
    assert draw_costs(costs("12元/平方米·月", "14元/平方米·月", "3元/度"), en, WIDE) is None
    assert draw_costs(costs(), en, WIDE) is None


def test_costs_on_one_scale_share_their_unit_and_keep_their_order() -> None:
    found = costs("3元/度", "12元/平方米·月", "14元/平方米·月", "2元/度", "15元/平方米·月")
    assert [item.value.spelling for item in comparable(tuple(found.items.values()))] == [
        "12元/平方米·月",
        "14元/平方米·月",
        "15元/平方米·月",
    ]


def test_a_comparison_leads_with_the_place_and_ends_with_the_dearest(en: Voice) -> None:
    cost = costs("12元/平方米·月", elsewhere=("18元/平方米·月", "10～11元/平方米·月", "3元/度")).items[
        "item-0"
    ]
    graphic = draw_comparison(cost, en, WIDE)
    assert graphic is not None
    assert [row[0] for row in graphic.table.rows] == ["Xiaochuan County", "City 1", "City 0"]


def test_a_cost_that_nobody_else_states_is_compared_with_nothing(en: Voice) -> None:
    assert draw_comparison(costs("12元/平方米·月").items["item-0"], en, WIDE) is None
    assert draw_comparison(costs("12元/平方米·月", elsewhere=("3元/度",)).items["item-0"], en, WIDE) is None


def test_a_history_ends_with_the_figure_of_the_register(en: Voice) -> None:
    graphic = draw_history(en.library.fact("gdp"), en, WIDE)
    assert graphic is not None
    assert [row[0] for row in graphic.table.rows] == ["2023", "2024", "2025"]
    assert [row[1].replace("\N{NO-BREAK SPACE}", " ") for row in graphic.table.rows] == [
        "1.1",
        "1.18",
        "1.25",
    ]


def test_the_axis_of_a_history_is_in_the_unit_its_figures_are_said_in(voice: Voice) -> None:
    graphic = draw_history(voice.library.fact("gdp"), voice, WIDE)
    assert graphic is not None
    ticks = ["15", "10", "5"] if voice.language == "zh" else ["1.5", "1", "0.5"]
    told = list(etree.fromstring(graphic.svg.encode()).itertext())
    assert all(tick in told for tick in ticks), told


def test_a_fact_without_a_past_is_not_drawn(en: Voice) -> None:
    assert draw_history(en.library.fact("gdp").model_copy(update={"history": {}}), en, WIDE) is None


def test_a_node_is_reached_by_its_fastest_way_and_without_times_by_its_first() -> None:
    def node(*links: dict[str, str]) -> Node:
        at = {"latitude": "30.50", "longitude": "114.30"}
        return Node.model_validate({"name": words("江城", "City"), "kind": "city", "at": at, "links": links})

    road, rail = {"mode": "road", "distance": "80公里"}, {"mode": "rail", "distance": "90公里"}
    assert nearest_link(node(road | {"time": "2小时"}, rail | {"time": "50分钟"})).mode == "rail"
    assert nearest_link(node(road, rail | {"time": "50分钟"})).mode == "rail"
    assert nearest_link(node(road, rail)).mode == "road"


def test_a_strip_calls_the_stop_without_a_name_the_place_itself(en: Voice) -> None:
    corridor = Corridor.model_validate(
        {"title": words("路", "Road"), "mode": "road", "stops": [{}, {"node": "city", "distance": "600公里"}]}
    )
    graphic = draw_corridor(corridor, en.library.location, en, WIDE)
    assert [row[0] for row in graphic.table.rows] == ["Xiaochuan County", "Jiangcheng"]


def test_a_procedure_in_calendar_days_states_no_total(en: Voice) -> None:
    filing = en.library.procedures["filing"]
    slow = Procedure.model_validate(
        filing.model_dump(exclude={"steps"})
        | {"steps": [{"name": words("公告", "Notice"), "office": words("局", "Bureau"), "time": "20天"}]}
    )
    stated, unstated = (draw_procedure(one, en, WIDE) for one in (filing, slow))
    assert "3 working days" in said(stated)
    assert said(unstated).count("working days") == 1, "the title alone speaks of them"


def test_a_link_of_the_chain_shows_its_state_and_its_firms(library: Library, en: Voice) -> None:
    graphic = draw_industry(library.industries["food"], en, WIDE)
    assert [row[1] for row in graphic.table.rows] == ["Growing", "Pressing", "Sales"]
    assert graphic.table.rows[1][2]


def test_a_chain_leads_on_from_a_screen_but_not_from_paper(library: Library, en: Voice) -> None:
    screen, paper = (draw_industry(library.industries["food"], en, one).svg for one in (WIDE, Canvas.paper()))
    assert screen.count('<a href="#link-') == 3 and 'role="group"' in screen
    assert "<a " not in paper and 'role="img"' in paper
