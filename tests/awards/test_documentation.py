"""The page on awards says what really comes out."""

from __future__ import annotations

import re

from documentation import PAGE, STANDARD, cheat_sheet, examples, load, rewritten

from zhaoshang.awards import Award, Terms, compile_award, lint
from zhaoshang.awards.vocabulary import standard

TEXT = PAGE.read_text("utf-8")


def test_every_example_of_the_page_comes_out_as_it_says() -> None:
    assert rewritten(TEXT) == TEXT
    assert len(examples(TEXT)) >= 30


def test_the_cheat_sheet_compiles_without_an_error() -> None:
    sheet = cheat_sheet(TEXT)
    terms = Terms.model_validate(sheet["terms"])
    for award in map(Award.model_validate, sheet["awards"]):
        compile_award(award, terms)
        assert [code for _, code, _ in lint(award, terms) if code != "Z673"] == []


def test_every_line_of_the_table_is_an_award() -> None:
    rows = re.findall(
        r"^\| [^|]+ \| `([^`]+)`", TEXT.split("in a line each:")[1].split("##")[0], re.MULTILINE
    )
    assert len(rows) > 15
    for row in rows:
        entry = load(row if row.startswith("{") else f"{{{row}}}")
        whole = {
            "of": "rent",
            **({} if {"pay", "phases", "components"} & set(entry) else {"pay": "5%"}),
            **entry,
        }
        compile_award(Award.model_validate(whole), Terms.model_validate(STANDARD))


def test_the_page_names_every_key_and_every_kind() -> None:
    for key in (*Award.model_fields, *Terms.model_fields):
        assert f"`{key}" in TEXT or f"{key}:" in TEXT, key


def test_the_page_lists_the_standard_measures() -> None:
    listed = TEXT.split("## Measures")[1]
    for name in standard().measures:
        assert f"`{name}`" in listed, name
