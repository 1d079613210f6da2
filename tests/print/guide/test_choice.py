"""What an edition takes, what it leaves out, and that it says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.print.guide.conftest import with_chapters, with_selection
from zhaoshang.domain.guide import Chapter
from zhaoshang.domain.instrument import Standing
from zhaoshang.domain.library import Key
from zhaoshang.print.guide.edition import Edition


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
