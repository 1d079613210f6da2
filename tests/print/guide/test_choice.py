"""What an edition takes, what it leaves out, and that it says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.print.guide.conftest import ROOT, with_chapters, with_selection
from zhaoshang.diagnostics import Refusal
from zhaoshang.domain.guide import Chapter, Detail, Made
from zhaoshang.domain.instrument import Standing
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.project import Stage
from zhaoshang.print.guide.composer import compose
from zhaoshang.print.guide.edition import Edition
from zhaoshang.print.guide.guides import named, plan_guides
from zhaoshang.reading.words import Lexicon


def codes(edition: Edition) -> list[str]:
    return [finding.code for finding in edition.omissions()]


def test_every_chapter_of_the_guide_has_something_to_show(editions: dict[str, Edition]) -> None:
    for edition in editions.values():
        assert tuple(heading.chapter for heading in edition.headings) == tuple(Chapter)


def test_chapters_are_counted_from_one_and_letter_and_appendix_stand_outside(
    editions: dict[str, Edition],
) -> None:
    numbers = {heading.chapter: heading.number for heading in editions["zh"].headings}
    assert numbers[Chapter.LETTER] == numbers[Chapter.APPENDIX] == ""
    assert numbers[Chapter.REASONS] == "01"
    assert numbers[Chapter.CONTACTS] == "14"


def test_documents_out_of_force_are_left_out_and_named(editions: dict[str, Edition]) -> None:
    edition = editions["zh"]
    shown = {policy.id for policy in edition.choice.policies}
    for id_ in edition.library.policies:
        listed = edition.choice.status("policies", id_).standing in {Standing.IN_FORCE, Standing.NOT_YET}
        assert (id_ in shown) == listed
    out = next(finding for finding in edition.omissions() if finding.code == "Z850")
    assert "policies/manufacturing-2022" in out.arguments["records"]


def test_projects_and_sites_not_on_offer_are_named(editions: dict[str, Edition]) -> None:
    out = next(finding for finding in editions["en"].omissions() if finding.code == "Z851")
    assert "plots/" in out.arguments["records"]


def test_signed_projects_are_listed_without_a_sheet(editions: dict[str, Edition]) -> None:
    edition = editions["zh"]
    assert edition.choice.under_way
    assert all(Key("projects", project.id) not in edition.anchors for project in edition.choice.under_way)


def test_a_selection_by_sector_holds_for_every_kind(editions: dict[str, Edition]) -> None:
    edition = with_selection(editions["zh"], sectors=("food",))
    choice = edition.choice
    assert {industry.sector for industry in choice.industries} == {"food"}
    assert {project.sector for project in choice.projects} == {"food"}
    assert all(not plot.sectors or "food" in plot.sectors for plot in choice.plots)
    assert all(not policy.sectors or "food" in policy.sectors for policy in choice.policies)
    assert "Z852" in codes(edition)


def test_named_projects_are_taken_and_no_others(editions: dict[str, Edition]) -> None:
    edition = with_selection(editions["zh"], projects=("anode-materials", "citrus-nfc"))
    assert {project.id for project in edition.choice.projects} == {"anode-materials", "citrus-nfc"}


def test_a_chapter_without_content_is_left_out_and_reported(editions: dict[str, Edition]) -> None:
    edition = replace(editions["zh"], library=replace(editions["zh"].library, cases={}))
    assert Chapter.CASES not in {heading.chapter for heading in edition.headings}
    assert "Z853" in codes(edition)


def test_nothing_is_reported_of_chapters_the_edition_does_not_ask_for(editions: dict[str, Edition]) -> None:
    assert codes(with_chapters(editions["zh"], "letter", "contacts")) == []


def test_a_lapsed_offer_leaves_the_guide_on_the_day_after(editions: dict[str, Edition]) -> None:
    edition = editions["zh"]
    project = edition.library.projects["anode-materials"]
    later = replace(edition, today=date.fromordinal(project.valid_until.toordinal() + 1))
    assert project in edition.choice.projects
    assert project not in later.choice.projects


def test_a_link_leads_into_the_guide_or_else_to_the_site(editions: dict[str, Edition]) -> None:
    edition = with_chapters(editions["en"], "projects")
    assert edition.link(Key("projects", "anode-materials")) == "#projects-anode-materials"
    assert edition.link(Key("policies", "rd-2025")) == (
        "https://invest.lanchuan.example.com/en/policies/rd-2025.html"
    )


def test_a_selection_by_stage_and_by_name_holds_for_its_kind(editions: dict[str, Edition]) -> None:
    edition = with_selection(
        editions["zh"],
        stages=(Stage.NEGOTIATING,),
        rewards=("introducer-2026",),
        procedures=("company",),
        cases=(next(iter(editions["zh"].library.cases)),),
    )
    choice = edition.choice
    assert {project.stage for project in choice.projects} == {Stage.NEGOTIATING}
    assert choice.under_way == ()
    assert [reward.id for reward in choice.rewards] == ["introducer-2026"]
    assert [procedure.id for procedure in choice.procedures] == ["company"]
    assert len(choice.cases) == 1
    left_out = next(finding for finding in edition.omissions() if finding.code == "Z852")
    assert "rewards/" in left_out.arguments["records"]


def test_chapters_stand_in_the_order_in_which_they_were_named(editions: dict[str, Edition]) -> None:
    edition = with_chapters(editions["zh"], "contacts", "rewards", "reasons")
    assert [heading.name for heading in edition.headings] == ["contacts", "rewards", "reasons"]
    assert [heading.number for heading in edition.headings] == ["01", "02", "03"]


def test_a_catalogue_has_a_place_for_every_project_and_a_page_for_none(
    editions: dict[str, Edition], lexicon: Lexicon
) -> None:
    edition = with_chapters(editions["en"], "projects")
    guide = edition.guide.model_copy(update={"detail": Detail.ENTRY})
    html = compose(replace(edition, guide=guide), lexicon, root=ROOT).html
    for project in edition.choice.projects:
        assert html.count(f'id="projects-{project.id}"') == 1
    assert 'class="project' not in html


def test_the_site_offers_what_is_always_made_and_a_command_the_rest(library: Library) -> None:
    offered = {download.guide for download in plan_guides(library)}
    assert offered == {guide.id for guide in library.guides.values() if guide.made is Made.ALWAYS}
    assert {guide.id for guide in named(library, ())} == set(library.guides)
    assert [guide.id for guide in named(library, ("phone",))] == ["phone"]


def test_a_guide_there_is_no_file_of_is_refused_with_those_there_are(library: Library) -> None:
    with pytest.raises(Refusal) as refused:
        named(library, ("phone", "fax"))
    assert refused.value.code == "Z863"
    assert refused.value.arguments["guide"] == "fax"
    assert "phone" in refused.value.arguments["known"]


def test_two_languages_share_one_file_and_say_so(library: Library) -> None:
    always = library.guides["bilingual"].model_copy(update={"made": Made.ALWAYS})
    (file,) = plan_guides(replace(library, guides={"bilingual": always}))
    assert (file.path, file.language, file.beside) == ("guides/bilingual.pdf", "zh", "en")
