"""The spreadsheet inside an archive edition: the records the edition shows, and no others."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import mini
import pytest
from openpyxl import load_workbook

from zhaoshang.exchange.catalogue import NAME, catalogue_sheets, enclosed_catalogue
from zhaoshang.exchange.sheet import Cell
from zhaoshang.print.guide.edition import Edition
from zhaoshang.print.guide.guides import plan_editions
from zhaoshang.values import Text

GUIDE = """title: {zh: 存档, en: Archive}
subtitle: {zh: 全部, en: Everything}
number: 2026-1
date: 2026-11-01
languages: [zh]
format: archive
chapters: [sites, projects, costs, policies]
"""


def edition_of(folder: Path, guide: str) -> Edition:
    library = mini.make_library(folder, mini.write("guides/archive.yaml", guide))
    (edition,) = plan_editions(library, mini.lexicon(), today=mini.TODAY)
    return edition


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition_of(tmp_path_factory.mktemp("archive"), GUIDE)


def said(cell: Cell) -> str:
    return " / ".join(cell.values()) if isinstance(cell, Text) else str(cell)


def test_every_record_of_the_edition_has_a_row(edition: Edition) -> None:
    sheets = {sheet.id: sheet for sheet in catalogue_sheets(edition, mini.lexicon())}
    for kind in ("projects", "plots", "policies"):
        shown = [f"{kind}/{record.id}" for record in getattr(edition.choice, kind)]
        assert shown
        assert [row[0] for row in sheets[kind].rows] == shown
    assert all(len(row) == len(sheet.columns) for sheet in sheets.values() for row in sheet.rows)


def test_figures_are_said_in_every_language(edition: Edition) -> None:
    projects = next(sheet for sheet in catalogue_sheets(edition, mini.lexicon()) if sheet.id == "projects")
    heads = [said(head) for head in projects.columns]
    (investment,) = (row[heads.index("总投资 / Investment")] for row in projects.rows[:1])
    assert "亿元" in said(investment)
    assert "RMB" in said(investment)


def test_what_has_no_chapter_has_no_sheet(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, GUIDE.replace("[sites, projects, costs, policies]", "[projects]"))
    assert [sheet.id for sheet in catalogue_sheets(edition, mini.lexicon())] == ["projects"]


def test_the_file_is_described_and_comes_out_the_same_twice(edition: Edition) -> None:
    first, again = (enclosed_catalogue(edition, lexicon=mini.lexicon()) for _ in range(2))
    assert first == again
    (file,) = first
    assert (file.name, file.relationship) == (NAME, "Data")
    assert file.description
    assert load_workbook(BytesIO(file.content)).sheetnames[0] == "项目"
