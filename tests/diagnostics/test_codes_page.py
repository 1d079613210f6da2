"""docs/diagnostics.md lists every code with the words of today."""

from __future__ import annotations

from pathlib import Path

from zhaoshang.diagnostics.catalogue import catalogue
from zhaoshang.diagnostics.reference import reference

PAGE = Path(__file__).parents[2] / "docs" / "diagnostics.md"


def test_the_page_of_codes_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), (
        "run: python -m zhaoshang.diagnostics.reference docs/diagnostics.md"
    )


def test_every_code_has_an_entry_in_its_chapter() -> None:
    headings = [line for line in reference().splitlines() if line.startswith("### ")]
    assert [heading.split()[1] for heading in headings] == list(catalogue())


def test_what_is_filled_in_at_run_time_is_shown_as_left_open() -> None:
    page = reference()
    assert "Did you mean …? Rename or delete the line." in page
    assert "{near}" not in page
