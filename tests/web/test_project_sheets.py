"""A project's page offers its sheet, with what it is before it is fetched, in the language of the page."""

from __future__ import annotations

from pathlib import Path

import mini
import pytest
from rendered import Shown

from zhaoshang.web.sheets import sheet_name, sheet_path, with_sheets
from zhaoshang.web.site import build_web
from zhaoshang.web.views.entries import Download


def site_with(folder: Path, *, size: int | None, pages: int | None) -> Shown:
    """The small county with the sheets of all projects that have one."""
    library, lexicon = mini.make_library(folder), mini.lexicon()
    (folder / "templates").symlink_to(mini.TEMPLATES)
    downloads = tuple(
        Download(
            sheet_name(one.id), language, sheet_path(one.id, language), "", size and size * number, pages
        )
        for one in with_sheets(library, today=mini.TODAY)
        for number, language in enumerate(library.languages, start=1)
    )
    website = build_web(library, lexicon, root=folder, today=mini.TODAY, downloads=downloads)
    return Shown(library, lexicon, website)


def offered(shown: Shown, page: str) -> list[tuple[str, str]]:
    """The label and address of each link to a sheet, in the order of the page."""
    links = shown.pages[page].cssselect("main a[href*='sheets/']")
    return [(link.text_content().strip(), link.get("href")) for link in links]


@pytest.mark.parametrize(
    ("language", "label"), [("zh", "PDF单页（2 页，40 KB）"), ("en", "PDF sheet (2 pages, 80 KB)")]
)
def test_a_page_offers_the_sheet_of_its_language_with_pages_and_size(
    language: str, label: str, tmp_path: Path
) -> None:
    shown = site_with(tmp_path, size=40_000, pages=2)
    found = offered(shown, f"{language}/projects/juice.html")
    assert found == [(label, f"../../sheets/juice-{language}.pdf")] * 2


def test_in_the_preview_a_sheet_is_offered_before_it_is_made(tmp_path: Path) -> None:
    shown = site_with(tmp_path, size=None, pages=None)
    assert offered(shown, "en/projects/juice.html")[0] == ("PDF sheet", "../../sheets/juice-en.pdf")


def test_the_downloads_say_where_the_sheets_are_and_list_no_sheet_as_a_form(tmp_path: Path) -> None:
    shown = site_with(tmp_path, size=40_000, pages=1)
    page = shown.pages["en/downloads.html"]
    assert page.get_element_by_id("sheets").text_content() == "Project sheets"
    assert offered(shown, "en/downloads.html") == []


def test_a_site_without_sheets_speaks_of_none(small: Shown) -> None:
    assert not small.pages["en/downloads.html"].cssselect("#sheets")
    assert offered(small, "en/projects/juice.html") == []
