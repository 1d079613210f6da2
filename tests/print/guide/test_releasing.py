"""Releasing a guide: what is written down, what may be released again, and how a guide knows that it is released."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import mini
import pytest

from tests.print.guide.conftest import TODAY
from zhaoshang.diagnostics import Refusal
from zhaoshang.domain.guide import Guide
from zhaoshang.domain.library import Library
from zhaoshang.print.guide.contents import contents_of
from zhaoshang.print.guide.edition import Edition
from zhaoshang.print.guide.releasing import Entered, is_released, outdated, release
from zhaoshang.rules.check import check

GUIDE = """title: {zh: 指南, en: Guide}
subtitle: {zh: 全部, en: All}
number: 2026-1
date: 2026-11-01
languages: [zh, en]
chapters: [facts, projects, policies]
"""
JUICE = "projects/juice.yaml"


def county(to: Path, *changes: mini.Change) -> Library:
    return mini.make_library(to, mini.write("guides/guide.yaml", GUIDE), *changes)


def entered(library: Library, id_: str = "guide") -> Entered:
    edition = release(library, library.guides[id_], today=TODAY)
    assert edition is not None
    return edition


def released(to: Path, *changes: mini.Change) -> Library:
    """A county whose guide was released, and then changed."""
    edition = entered(county(to / "before"))
    return county(to / "after", mini.write(f"editions/{edition.number}.yaml", edition.text), *changes)


def test_an_edition_is_written_as_the_reader_reads_it(tmp_path: Path) -> None:
    library = released(tmp_path)
    edition = library.editions["2026-1"]
    assert edition.intact
    assert edition.entries == contents_of(library, library.guides["guide"], today=TODAY)
    assert not check(library, today=TODAY)


def test_an_edition_states_amounts_as_typed_and_clauses_in_every_language(tmp_path: Path) -> None:
    entries = released(tmp_path).editions["2026-1"].entries
    assert str(entries["projects/juice"].amounts["investment"]) == "3亿元"
    clause = next(iter(entries["policies/equipment-2026"].clauses.values()))
    assert set(clause.text) == {"zh", "en"}
    assert "facts/facts" in entries
    assert "plots/east-1" not in entries  # of a chapter the guide has not


def test_a_guide_that_says_what_was_released_needs_no_release(tmp_path: Path) -> None:
    library = released(tmp_path)
    assert is_released(library, library.guides["guide"], today=TODAY)
    assert release(library, library.guides["guide"], today=TODAY) is None
    assert not list(outdated(library, today=TODAY))


def test_before_its_day_an_edition_is_not_released(tmp_path: Path) -> None:
    library = released(tmp_path)
    assert not is_released(library, library.guides["guide"], today=date(2026, 11, 19))


CHANGED = mini.replace(JUICE, "investment: 2亿元", "investment: 2.5亿元")


def test_a_change_of_content_makes_the_released_edition_outdated(tmp_path: Path) -> None:
    library = released(tmp_path, CHANGED)
    assert not is_released(library, library.guides["guide"], today=TODAY)
    (finding,) = outdated(library, today=TODAY)
    assert (finding.code, finding.arguments["amounts"], finding.arguments["gone"]) == ("Z872", "1", "0")
    assert finding.span is not None
    assert finding.span.path == "content/editions/2026-1.yaml"


def test_a_number_is_released_once(tmp_path: Path) -> None:
    library = released(tmp_path, CHANGED)
    with pytest.raises(Refusal) as refused:
        release(library, library.guides["guide"], today=TODAY)
    assert refused.value.code == "Z871"


def test_another_number_is_a_new_edition_and_the_old_one_is_replaced(tmp_path: Path) -> None:
    library = released(
        tmp_path, CHANGED, mini.replace("guides/guide.yaml", "number: 2026-1", "number: 2026-2")
    )
    assert entered(library).number == "2026-2"
    (finding,) = outdated(library, today=TODAY)  # until it is released
    assert finding.arguments["number"] == "2026-1"


def test_guides_of_one_number_are_one_edition_and_the_smaller_is_released_with_it(tmp_path: Path) -> None:
    phone = mini.write("guides/a-phone.yaml", GUIDE.replace("facts, projects, policies", "projects"))
    edition = entered(county(tmp_path / "before", phone))
    library = county(tmp_path / "after", phone, mini.write("editions/2026-1.yaml", edition.text))
    assert list(library.editions["2026-1"].guides) == ["guide", "a-phone"]
    assert is_released(library, library.guides["guide"], today=TODAY)
    assert is_released(library, library.guides["a-phone"], today=TODAY)


def test_a_number_that_can_be_no_address_is_refused(tmp_path: Path) -> None:
    library = county(tmp_path, mini.replace("guides/guide.yaml", "number: 2026-1", "number: 2026/1"))
    with pytest.raises(Refusal) as refused:
        release(library, library.guides["guide"], today=TODAY)
    assert refused.value.code == "Z280"


def test_the_code_on_a_released_guide_leads_to_its_page_and_on_a_working_copy_to_the_latest(
    tmp_path: Path,
) -> None:
    def edition(library: Library) -> Edition:
        return Edition(library, library.guides["guide"], "en", TODAY, {})

    current = edition(released(tmp_path / "current"))
    assert current.register == "https://invest.example.com/en/editions/2026-1.html"
    assert not current.working_copy
    moved = edition(released(tmp_path / "moved", CHANGED))
    assert moved.register == "https://invest.example.com/en/downloads.html"
    assert moved.working_copy


def test_a_visitors_guide_is_no_working_copy(library: Library, guide: Guide) -> None:
    own = guide.model_copy(update={"id": "visitor", "number": "visitor"})
    assert not Edition(library, own, "en", TODAY, {}).working_copy


def test_the_editions_of_the_demo_county_are_the_last_word(library: Library) -> None:
    """After a change of its content the last edition is released again."""
    assert len(library.editions) >= 2
    assert all(edition.intact for edition in library.editions.values())
    assert not list(outdated(library, today=TODAY)), (
        "delete content/editions/2026-2.yaml, then run: build.py release investment-guide --today 2026-11-20"
    )
