"""The report for the fair-competition reviewer: what it holds, and that the same content gives the same bytes."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import mini
import pytest
from lxml import html
from openpyxl import load_workbook

from zhaoshang.domain.library import Library
from zhaoshang.exchange.compliance import compliance_report, compliance_sheets
from zhaoshang.exchange.sheet import Cell, Sheet
from zhaoshang.exchange.workbook import workbook
from zhaoshang.pipeline.papers import report
from zhaoshang.pipeline.project import Project
from zhaoshang.values import Text

POLICY = "policies/equipment-2026.yaml"
WAIVERS = """
waivers:
  - rule: TAX
    record: policies/equipment-2026
    reason: {zh: 国务院批准的试点, en: a pilot approved by the State Council}
    by: {zh: 张女士, en: Ms Zhang}
    date: 2026-10-01
"""


def breaking(content: Path) -> None:
    """Puts a promise of tax refunds into a policy."""
    path = content / POLICY
    text = path.read_text("utf-8").splitlines()
    place = next(number for number, line in enumerate(text) if line.startswith("summary:"))
    text[place] = "summary: {zh: 增值税先征后返。, en: A tax refund is paid.}"
    following = place + 1
    while text[following].startswith(" "):
        del text[following]
    path.write_text("\n".join(text) + "\n", encoding="utf-8")


def sheets_of(library: Library) -> dict[str, Sheet]:
    return {sheet.id: sheet for sheet in compliance_sheets(library, mini.lexicon(), today=mini.TODAY)}


def said(cell: Cell) -> str:
    return " / ".join(cell.values()) if isinstance(cell, Text) else str(cell)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The small county with a breach that nobody has lifted."""
    return mini.make_library(tmp_path_factory.mktemp("breach"), breaking)


@pytest.fixture(scope="module")
def waived(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The same, with a waiver."""
    return mini.make_library(tmp_path_factory.mktemp("waived"), breaking, mini.write("waivers.yaml", WAIVERS))


def test_a_finding_stands_with_its_place_words_basis_and_remedy(library: Library) -> None:
    rows = [tuple(map(said, row)) for row in sheets_of(library)["findings"].rows]
    row = next(row for row in rows if "先征后返" in row[6])
    assert row[0] == "待处理 / Open"
    assert row[2] == "TAX"
    assert row[4] == "policies/equipment-2026"
    assert row[5].startswith("content/policies/equipment-2026.yaml:")
    assert "条例第十条" in row[7] and "Art. 10" in row[7]
    assert row[8]


def test_a_waiver_is_listed_with_reason_person_and_date_and_moves_the_finding(waived: Library) -> None:
    sheets = sheets_of(waived)
    (waiver,) = sheets["waivers"].rows
    assert waiver[:2] == ("TAX", "policies/equipment-2026")
    assert said(waiver[2]) == "国务院批准的试点 / a pilot approved by the State Council"
    assert said(waiver[3]) == "张女士 / Ms Zhang"
    assert waiver[4:] == (date(2026, 10, 1), 2)
    assert {said(row[0]) for row in sheets["findings"].rows} == {"已豁免 / Waived"}


def test_every_document_stands_with_number_dates_standing_and_review(library: Library) -> None:
    rows = {str(row[0]): row for row in sheets_of(library)["documents"].rows}
    policy = library.policies["equipment-2026"]
    assert set(rows) == {f"{kind}/{id_}" for kind, found in library.documents().items() for id_ in found}
    row = rows["policies/equipment-2026"]
    assert row[2:6] == (
        policy.document.number,
        policy.document.issued,
        policy.document.validity.since,
        policy.document.validity.until,
    )
    assert said(row[6]) == "现行有效 / In force"
    assert policy.document.review is not None
    assert row[7:9] == (policy.document.review.date, policy.document.review.by)


def test_every_rule_of_every_pack_is_listed_even_where_nothing_was_found(library: Library) -> None:
    rows = {str(row[1]): row for row in sheets_of(library)["rules"].rows}
    assert {"TAX", "MOVE", "LOCAL", "LIST", "LAND", "BUYLOCAL", "SUPERLATIVE"} <= set(rows)
    assert rows["TAX"][4:] == (2, 0)
    assert rows["MOVE"][4:] == (0, 0)


def test_the_same_content_and_day_give_the_same_bytes(waived: Library) -> None:
    first, second = (
        compliance_report(waived, mini.lexicon(), templates=mini.TEMPLATES, today=mini.TODAY)
        for _ in range(2)
    )
    assert first == second
    assert [str(one.path) for one in first] == ["compliance.html", "compliance.xlsx"]


def test_the_page_and_the_workbook_hold_the_same_tables(waived: Library) -> None:
    page, book = compliance_report(waived, mini.lexicon(), templates=mini.TEMPLATES, today=mini.TODAY)
    tables = html.document_fromstring(page.content.decode()).xpath("//section")
    grids = load_workbook(BytesIO(book.content)).worksheets
    assert len(tables) == len(grids) == 5
    for table, grid in zip(tables, grids, strict=True):
        assert len(table.xpath(".//tbody/tr")) == grid.max_row - 1
    assert grids[0].title == "概况"
    heads = tables[1].xpath(".//th")
    assert [one.get("lang") for one in heads[0].xpath(".//span")] == ["zh", "en"]


def test_a_cell_that_begins_like_a_formula_is_a_text() -> None:
    title = Text.of(zh="表", en="Table")
    sheet = Sheet("s", title, (title,), (("=1+1",), ("@SUM(A1)",)), title)
    made = workbook((sheet,), languages=("zh", "en"), today=mini.TODAY)
    grid = load_workbook(BytesIO(made)).worksheets[0]
    assert (grid["A2"].value, grid["A2"].data_type) == ("=1+1", "s")


def test_the_report_is_written_even_where_the_rules_find_errors(tmp_path: Path) -> None:
    mini.make_project(tmp_path, breaking)
    (tmp_path / "templates").symlink_to(mini.TEMPLATES)
    examined, written = report(Project(tmp_path), calendar=lambda _zone: mini.TODAY)
    assert "Z501" in {found.code for found in examined.findings}
    assert [path.relative_to(tmp_path).as_posix() for path in written] == [
        "private/reports/compliance.html",
        "private/reports/compliance.xlsx",
    ]
    assert all(path.stat().st_size for path in written)


def test_content_that_cannot_be_read_gives_findings_and_no_report(tmp_path: Path) -> None:
    mini.make_project(tmp_path, mini.write(POLICY, "title: [\n"))
    (tmp_path / "templates").symlink_to(mini.TEMPLATES)
    examined, written = report(Project(tmp_path), calendar=lambda _zone: mini.TODAY)
    assert examined.findings.has_errors
    assert written == ()
