"""The guide comes out the same with the shortcuts and without them, to the byte; pressed as hard, that is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.print.guide.conftest import ROOT, with_chapters, with_selection
from zhaoshang.print import press_room
from zhaoshang.print.fonts import prepare_fonts
from zhaoshang.print.guide.composer import compose
from zhaoshang.print.guide.edition import Edition
from zhaoshang.print.job import Job
from zhaoshang.print.shortcuts import compression, taken
from zhaoshang.reading.words import Lexicon

CHAPTERS = ("letter", "facts", "location", "projects", "policies", "rewards", "contacts", "appendix")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_guide_comes_out_the_same(
    editions: dict[str, Edition],
    lexicon: Lexicon,
    cache: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    edition = editions[language]
    few = tuple(sorted(edition.library.projects))[:2]
    document = compose(with_chapters(with_selection(edition, projects=few), *CHAPTERS), lexicon, root=ROOT)
    job = Job(document, prepare_fonts(cache), seconds=600)
    monkeypatch.setattr(press_room, "allow_time", lambda seconds: None)  # the tests have their own
    short = press_room.set_document(job)
    monkeypatch.setattr(press_room, "shortcuts", lambda: taken(compression.shortcuts()))
    long = press_room.set_document(job)
    assert short.remarks == long.remarks == ()
    assert short.pages == long.pages > 20
    assert short.pdf == long.pdf
