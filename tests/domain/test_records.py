"""Records are closed and frozen; short texts fall into words and marks; what belongs together is found."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import date
from pathlib import Path
from typing import Any

import mini
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.domain import relations
from zhaoshang.domain.inline import FactMark, LinkMark, Words, inline_marks
from zhaoshang.domain.instrument import parse_document_number
from zhaoshang.domain.kinds import KINDS, SINGULAR
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.project import Project, Stage
from zhaoshang.domain.prose import Role
from zhaoshang.domain.record import Part
from zhaoshang.domain.standing import standings


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return mini.make_library(tmp_path_factory.mktemp("county"))


def parts(model: type[BaseModel] = Part) -> list[type[BaseModel]]:
    """Every model of the content."""
    return [found for child in model.__subclasses__() for found in (child, *parts(child))]


@pytest.mark.parametrize("model", parts(), ids=lambda model: model.__name__)
def test_every_model_is_frozen_and_refuses_keys_it_does_not_know(model: type[BaseModel]) -> None:
    assert model.model_config["frozen"]
    with pytest.raises(ValidationError) as refused:
        model.model_validate({"nonsense": "1"})
    assert ("nonsense",) in [
        error["loc"] for error in refused.value.errors() if error["type"] == "extra_forbidden"
    ]


def test_a_record_and_the_library_cannot_be_changed(library: Library) -> None:
    with pytest.raises(ValidationError):
        library.projects["juice"].stage = Stage.SIGNED
    with pytest.raises(FrozenInstanceError):
        library.site = library.site  # type: ignore[misc]  # that it cannot be done is the point


def test_every_kind_has_records_in_the_library_and_every_link_word_a_kind(library: Library) -> None:
    assert {key.kind for key, _ in library.all_records()} | {"guides", "visits", "editions"} == set(KINDS)
    assert set(SINGULAR.values()) <= set(KINDS)
    assert all(record.id == key.id for key, record in library.all_records())


def test_a_record_knows_where_it_stands(library: Library) -> None:
    key = Key("projects", "juice")
    assert str(library.span(key, "investment")) == "content/projects/juice.yaml:11:13"
    assert str(library.key_span(key, "investment")) == "content/projects/juice.yaml:11:1"
    assert library.span(Key("projects", "none"), "investment") is None


@pytest.mark.parametrize("number", ["川府规〔2026〕1号", "川府办发〔2026〕9999号"])
def test_a_document_number_has_the_form_of_the_standard(number: str) -> None:
    assert parse_document_number(number) == number


@pytest.mark.parametrize(
    "number",
    [
        "川府规[2026]1号",
        "川府规（2026）1号",
        "川府规〔2026〕第1号",
        "川府规〔2026〕01号",
        "川府规〔2026〕1号 ",
        "",
    ],
)
def test_other_brackets_zeros_and_ordinals_are_refused_in_a_document_number(number: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_document_number(number)
    assert refused.value.code == "Z287"


def test_a_short_text_falls_into_words_facts_and_links() -> None:
    text = "见[甲地](plot:east-1)，产值{fact:gdp}；[站](https://a.example/?b=1)。"
    assert list(inline_marks(text)) == [
        Words("见"),
        LinkMark("甲地", "plot:east-1"),
        Words("，产值"),
        FactMark("gdp"),
        Words("；"),
        LinkMark("站", "https://a.example/?b=1"),
        Words("。"),
    ]


@pytest.mark.parametrize("text", ["", "[甲]", "（plot:a）", "{gdp}", "[a] (b)", "[](b)", "国发[1996]31号"])
def test_brackets_that_are_no_marks_stay_words(text: str) -> None:
    assert list(inline_marks(text)) == ([Words(text)] if text else [])


def spelt(mark: Words | FactMark | LinkMark) -> str:
    if isinstance(mark, FactMark):
        return f"{{fact:{mark.id}}}"
    return f"[{mark.label}]({mark.target})" if isinstance(mark, LinkMark) else mark.text


@settings(max_examples=300, derandomize=True)
@given(st.text(alphabet="甲a:{}[]() 1-", max_size=30) | st.just("{fact:a}[b](c:d)e"))
def test_nothing_of_a_short_text_is_lost(text: str) -> None:
    assert "".join(map(spelt, inline_marks(text))) == text


def project(id_: str, **more: Any) -> Project:
    words = {"zh": "某", "en": "some"}
    fields = {
        "id": id_,
        "title": words,
        "summary": words,
        "content": words,
        "sector": "food",
        "stage": "promoting",
        "investment": "1亿元",
        "modes": [],
        "contact": "desk",
        "valid_until": "2026-11-20",
        "updated": "2026-11-01",
    }
    return Project.model_validate(fields | more)


def projects(library: Library, *found: Project) -> Library:
    return replace(library, projects={one.id: one for one in found})


def ids(found: tuple[Any, ...]) -> list[str]:
    return [one.id for one in found]


def test_projects_come_by_how_near_they_are_to_being_taken_up(library: Library) -> None:
    stages = ("operating", "planned", "signed", "negotiating", "withdrawn", "promoting", "building")
    found = projects(library, *(project(stage, stage=stage) for stage in stages), project("also"))
    assert ids(relations.open_projects(found, today=mini.TODAY)) == [
        "also",
        "promoting",
        "negotiating",
        "planned",
    ]
    assert ids(relations.listed_projects(found, today=mini.TODAY)) == [
        *("also", "promoting", "negotiating", "planned", "signed", "building", "operating")
    ]


def test_a_lapsed_offer_leaves_the_lists_the_day_after_but_a_built_project_stays(library: Library) -> None:
    found = projects(library, project("offer"), project("built", stage="building"))
    assert ids(relations.listed_projects(found, today=date(2026, 11, 20))) == ["offer", "built"]
    assert ids(relations.listed_projects(found, today=date(2026, 11, 21))) == ["built"]
    assert relations.open_projects(found, today=date(2026, 11, 21)) == ()


def test_similar_projects_are_open_ones_of_the_sector_then_of_the_park() -> None:
    one = project("one", park="east")
    others = (
        project("far", sector="castings", park="west"),
        project("neighbour", sector="castings", park="east"),
        project("kin", park="west"),
        project("twin", park="east"),
        project("built", park="east", stage="building"),
        one,
    )
    assert ids(relations.similar_projects(one, others)) == ["twin", "kin", "neighbour"]
    assert ids(relations.similar_projects(one, others, most=1)) == ["twin"]


def test_no_park_is_no_common_park() -> None:
    assert relations.similar_projects(project("one"), [project("two", sector="castings")]) == ()


def test_what_lies_in_a_park_or_belongs_to_a_sector_is_found(library: Library) -> None:
    assert ids(relations.projects_in(library.projects.values(), park="east")) == ["juice"]
    assert ids(relations.projects_of(library.projects.values(), sector="castings")) == ["castings"]
    assert ids(relations.plots_in(library.plots.values(), park="west")) == ["west-1"]
    assert ids(relations.plots_for(library.plots.values(), sector="food")) == ["east-1", "west-1"]
    assert ids(relations.free_plots(library)) == ["east-1"]
    assert ids(relations.cases_of(library.cases.values(), sector="food")) == ["ansui"]
    assert relations.cases_of(library.cases.values(), sector="castings") == ()


def test_policies_that_name_a_sector_come_before_those_for_all(tmp_path: Path) -> None:
    library = mini.make_library(
        tmp_path, mini.replace("policies/trade-2026.yaml", "benefits:", "sectors: [food]\nbenefits:")
    )
    statuses = standings(library.documents()["policies"], today=mini.TODAY)
    food, castings = (
        relations.policies_for(library.policies, statuses, sector=sector) for sector in ("food", "castings")
    )
    assert (ids(food), ids(castings)) == (["trade-2026", "equipment-2026"], ["equipment-2026"])


def test_a_sector_without_an_officer_is_answered_by_the_default_contact(library: Library) -> None:
    assert [id_ for id_, _ in relations.contacts_for(library, sector="food")] == ["food-desk"]
    assert [id_ for id_, _ in relations.contacts_for(library, sector="castings")] == ["desk"]


def test_a_page_is_found_by_its_role(library: Library) -> None:
    page = relations.page_with(library, Role.WHY)
    assert page is not None
    assert page.id == "why"
    assert relations.page_with(library, Role.LEGAL) is None
