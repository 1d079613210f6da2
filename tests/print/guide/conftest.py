"""The demo county as a library, and its guide as a document: read once for all tests of a worker."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from zhaoshang.domain.guide import Format, Guide
from zhaoshang.domain.library import Library
from zhaoshang.print.guide.edition import Edition
from zhaoshang.print.guide.guides import plan_editions
from zhaoshang.reading.library import read_project
from zhaoshang.reading.words import Lexicon, read_lexicon

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 20)


@pytest.fixture(scope="session")
def library() -> Library:
    library, findings = read_project(ROOT)
    assert library is not None, findings.errors
    return library


@pytest.fixture(scope="session")
def lexicon(library: Library) -> Lexicon:
    lexicon, findings = read_lexicon(ROOT / "templates", library.languages)
    assert not findings.items
    return lexicon


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where fonts are cut once for all tests of a worker."""
    return tmp_path_factory.mktemp("guide-cache")


@pytest.fixture(scope="session")
def guide(library: Library) -> Guide:
    return library.guides["investment-guide"]


@pytest.fixture(scope="session")
def editions(library: Library, lexicon: Lexicon, guide: Guide) -> dict[str, Edition]:
    """The public guide in each of its languages."""
    own = replace(library, guides={guide.id: guide})
    return {edition.language: edition for edition in plan_editions(own, lexicon, today=TODAY)}


def with_selection(edition: Edition, **select: tuple[str, ...]) -> Edition:
    """The same edition of fewer records."""
    selection = edition.guide.select.model_copy(update=select)
    return replace(edition, guide=edition.guide.model_copy(update={"select": selection}))


def with_chapters(edition: Edition, *chapters: str) -> Edition:
    """The same edition of these chapters."""
    return replace(edition, guide=Guide.model_validate(edition.guide.model_dump() | {"chapters": chapters}))


def with_format(edition: Edition, format_: Format, *, parallel: bool = False) -> Edition:
    """The same edition on another kind of sheet, or in both languages at once."""
    update = {"format": format_, "parallel": parallel}
    return replace(edition, guide=edition.guide.model_copy(update=update))
