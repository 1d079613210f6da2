"""Ranges do not break at the end of a line."""

from __future__ import annotations

import re

import pytest
from rendered import Shown

from zhaoshang.web.unbroken import with_unbroken_ranges

J = "\u2060"


@pytest.mark.parametrize(
    ("page", "written"),
    [
        ("<p>RMB 15–18/m²</p>", f"<p>RMB 15{J}–{J}18/m²</p>"),
        ("<dd>4.05万～4.65万元</dd>", f"<dd>4.05万{J}～{J}4.65万元</dd>"),
        ("<dd>14:00—17:30</dd>", f"<dd>14:00{J}—{J}17:30</dd>"),
        ("<td>10%～<b>12%</b></td>", "<td>10%～<b>12%</b></td>"),
        ("<p>China–Europe, 2026 – 2030</p>", "<p>China–Europe, 2026 – 2030</p>"),
    ],
)
def test_the_dash_of_a_range_is_joined_to_its_ends(page: str, written: str) -> None:
    assert with_unbroken_ranges(page) == written


@pytest.mark.parametrize(
    "page",
    [
        '<p data-range="15–18">x</p>',
        '<script type="application/ld+json">{"price":"15–18 > 3–4"}</script>',
        "<title>15–18</title>",
        "<option>15–18</option>",
    ],
)
def test_what_is_no_text_stays_as_it_is(page: str) -> None:
    assert with_unbroken_ranges(page) == page


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_rents_that_are_shown_are_unbroken(shown: Shown, language: str) -> None:
    cells = [cell.text_content() for cell in shown.pages[f"{language}/costs/rents.html"].iter("td")]
    assert any(re.search(rf"1\d{J}[–～]{J}1\d", cell) for cell in cells)
    assert not [cell for cell in cells if re.search(r"\d[–～]\d", cell)]
