"""The sheets of the projects: true to the record, of one page or two that are both filled, with a code that leads on."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from tests.print.conftest import printed
from zhaoshang.domain.library import Key
from zhaoshang.domain.project import Project, Stage
from zhaoshang.domain.relations import listed_projects
from zhaoshang.domain.standing import standings
from zhaoshang.print.orders import carry_out
from zhaoshang.print.sheets.fitting import FIRST, TURNS, Layout, layout_of
from zhaoshang.print.sheets.orders import order_sheets
from zhaoshang.print.sheets.sheet import Sheet
from zhaoshang.print.studio import Studio
from zhaoshang.values import Text
from zhaoshang.web.sheets import with_sheets

CHOSEN = ("konjac-fibre", "hydraulic-parts", "herb-seedlings", "wind-castings")
"""A long record, one with internal notes, one that just fits a page, one that has its investor."""


def sheet_of(studio: Studio, project: Project, language: str) -> Sheet:
    statuses = standings(studio.library.documents()["policies"], today=studio.today)
    online = studio.online(Key("projects", project.id), language) or ""
    return Sheet(project, studio.voice(language), statuses, online)


def said(content: bytes) -> str:
    """All that is printed, without spaces: those of a line's end are not in the text."""
    pages = pypdfium2.PdfDocument(content)
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    return re.sub(r"\s|\u00a0|\ufffe", "", text)


def squeezed(text: str) -> str:
    return re.sub(r"\s|\u00a0", "", text)


Sheets = dict[str, tuple[Sheet, bytes, int]]


@pytest.fixture(scope="module", params=["zh", "en"])
def sheets(request: pytest.FixtureRequest, studio: Studio, cache: Path) -> Sheets:
    """The chosen sheets of a language by their projects: what each says, its file, its pages."""
    projects = [studio.library.projects[id_] for id_ in CHOSEN]
    prints = printed(cache, *order_sheets(studio, projects, request.param))
    return {
        project.id: (sheet_of(studio, project, request.param), made.content, offer.pages or 0)
        for project, made, offer in zip(projects, prints.artifacts, prints.downloads, strict=True)
    }


def test_a_sheet_has_one_page_or_two(sheets: Sheets) -> None:
    assert {id_: pages for id_, (_, _, pages) in sheets.items()} == dict(
        zip(CHOSEN, (2, 2, 1, 1), strict=True)
    )
    for sheet, _, pages in sheets.values():
        assert pages == 2 or not layout_of(sheet).turn


def test_its_code_leads_to_the_page_of_the_project(sheets: Sheets) -> None:
    for sheet, content, pages in sheets.values():
        last = pypdfium2.PdfDocument(content)[pages - 1].render(scale=100 / 72).to_pil()
        assert [code.text for code in zxingcpp.read_barcodes(last)] == [sheet.online]
        assert sheet.online.endswith(f"/{sheet.voice.language}/projects/{sheet.project.id}.html")


def test_it_says_what_the_record_says_and_who_answers(sheets: Sheets) -> None:
    for sheet, content, _ in sheets.values():
        text, voice, project = said(content), sheet.voice, sheet.project
        stated = [voice.plain(project.title), voice.plain(sheet.contact.role), sheet.contact.phone or ""]
        stated += [voice.plain(one) for one in project.conditions]
        stated += [voice.plain(one.name) for one in project.preparation]
        stated += [voice.show(sheet.plot.free)] if sheet.plot else []
        assert [one for one in stated if squeezed(one) not in text] == []


def test_it_says_of_each_policy_what_its_text_warrants_and_until_when(sheets: Sheets) -> None:
    for sheet, content, _ in sheets.values():
        text = said(content)
        for one in sheet.support:
            until = one.policy.document.validity.until
            stated = [one.policy.document.number, sheet.voice.date(until) if until else "", *one.lines]
            assert [line for line in stated if squeezed(line) not in text] == []


def test_internal_notes_stay_inside(sheets: Sheets) -> None:
    sheet, content, _ = sheets["hydraulic-parts"]
    assert sheet.project.internal
    notes = [note for note in sheet.project.internal.values() if len(note) > 8]
    assert notes
    assert not [note for note in notes if squeezed(note)[:8] in said(content)]


def test_what_has_its_investor_says_so_and_offers_nothing(sheets: Sheets) -> None:
    sheet, content, _ = sheets["wind-castings"]
    words = sheet.voice.words
    assert sheet.project.stage is Stage.OPERATING
    assert squeezed(words.at("print.sheet.taken")) in said(content)
    offer = words.at("print.valid_until").format(date=sheet.voice.date(sheet.project.valid_until))
    assert squeezed(offer) not in said(content)
    assert sheet.support == ()
    assert sheet.park is None


def test_it_is_tagged_titled_dated_by_its_content_and_light(sheets: Sheets) -> None:
    for sheet, content, _ in sheets.values():
        language = sheet.voice.language
        assert len(content) < (60_000 if language == "en" else 160_000)
        with pikepdf.open(io.BytesIO(content)) as pdf:
            assert pdf.Root.MarkInfo.Marked
            assert str(pdf.Root.Lang) == language
            assert str(pdf.docinfo["/Title"]) == sheet.voice.plain(sheet.project.title)
            assert str(pdf.docinfo["/ModDate"]).startswith(f"D:{sheet.dated:%Y%m%d}")


def test_neither_of_two_pages_is_left_half_empty(sheets: Sheets) -> None:
    for sheet, content, pages in sheets.values():
        for page in pypdfium2.PdfDocument(content) if pages == 2 else ():
            text = page.get_textpage()
            heading = text.search(sheet.voice.words.at("contact.title"), match_case=True).get_next()
            foot = text.get_charbox(heading[0])[3] if heading else 0
            tops = [text.get_charbox(at)[1] for at in range(text.count_chars())]
            assert min(top for top in tops if top > max(foot, 50)) < 842 / 2, sheet.project.id


def test_every_record_of_the_demonstration_has_a_setting(studio: Studio) -> None:
    for project in with_sheets(studio.library, today=studio.today):
        for language in studio.library.languages:
            layout = layout_of(sheet_of(studio, project, language))
            assert layout.turn in ("", *TURNS)
            assert 0 < layout.foot < FIRST / 3


def test_what_is_too_much_for_two_pages_runs_on_without_a_break_of_its_own(studio: Studio) -> None:
    project = studio.library.projects["konjac-fibre"]
    more = project.model_copy(update={"preparation": project.preparation * 6})
    layout = layout_of(sheet_of(studio, more, "zh"))
    assert layout == Layout("full", "full", "", layout.foot)


def test_the_longer_record_is_never_set_on_fewer_pages(studio: Studio) -> None:
    project = studio.library.projects["wind-castings"]
    pages = [
        bool(layout_of(sheet_of(studio, project.model_copy(update={"preparation": rows}), "zh")).turn)
        for number in range(0, 40, 4)
        if (rows := (project.preparation * 20)[:number]) is not None
    ]
    assert pages[0] is False
    assert True in pages


def test_unchanged_content_gives_the_same_document_on_another_day(studio: Studio) -> None:
    projects = [studio.library.projects["konjac-fibre"]]
    later = replace(studio, today=studio.today + timedelta(days=1))
    today, tomorrow = (
        [order.document for order in order_sheets(one, projects, "en")] for one in (studio, later)
    )
    assert today == tomorrow


def test_all_sheets_of_a_language_share_their_styles(studio: Studio) -> None:
    orders = list(order_sheets(studio, with_sheets(studio.library, today=studio.today), "zh"))
    assert len({(order.document.stylesheets, order.document.css) for order in orders}) == 1
    assert len({order.paths for order in orders}) == len(orders)


def test_a_withdrawn_project_and_a_lapsed_offer_have_no_sheet(studio: Studio) -> None:
    library = studio.library
    have = {project.id for project in with_sheets(library, today=studio.today)}
    assert have == {project.id for project in listed_projects(library, today=studio.today)}
    assert not [p for p in library.projects.values() if p.stage is Stage.WITHDRAWN and p.id in have]
    late = with_sheets(library, today=date(2029, 6, 1))
    assert {project.stage.open for project in late} == {False}


@pytest.mark.parametrize("kind", ["projects", "plots"])
def test_a_finding_points_to_the_record_it_is_about(kind: str, studio: Studio, cache: Path) -> None:
    project = studio.library.projects["konjac-fibre"]
    odd = Text({"zh": "\U0002a6a5", "en": "\U0002a6a5"})  # a character that no face has
    if kind == "projects":
        changed, key = project.model_copy(update={"summary": odd}), Key("projects", project.id)
        orders = order_sheets(studio, [changed], "zh")
    else:
        plot = studio.library.plots[project.plot or ""]
        plots = {**studio.library.plots, plot.id: plot.model_copy(update={"use": odd})}
        key = Key("plots", plot.id)
        orders = order_sheets(replace(studio, library=replace(studio.library, plots=plots)), [project], "zh")
    found = carry_out(list(orders), cache=cache).findings.items
    assert {(one.code, one.span) for one in found} == {("Z801", studio.library.span(key))}
