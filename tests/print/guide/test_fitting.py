"""How a project is set on its sheet: as roomily as a page holds it, over two pages where none does."""

from __future__ import annotations

import pytest

from zhaoshang.domain.library import Library
from zhaoshang.domain.project import Project
from zhaoshang.print.guide.fitting import PAGE, RUN_ON, SETTINGS, SPREAD, setting_of
from zhaoshang.values import Text

LANGUAGES = ("zh", "en")
ORDER = [each.name for each in SETTINGS["zh"]] + [SPREAD, RUN_ON]
"""From the roomiest to what runs on."""


def longer(text: Text, share: float) -> Text:
    """A text with a share of its own words again."""
    return Text({language: words + words[: round(len(words) * share)] for language, words in text.items()})


def grown(project: Project, share: float) -> Project:
    """A project whose long texts and rows of preliminary work are longer by a share."""
    rows = project.preparation + project.preparation[: round(len(project.preparation) * share)]
    fields = {
        name: longer(text, share)
        for name in ("content", "market", "partner")
        if (text := getattr(project, name))
    }
    return project.model_copy(update=fields | {"preparation": rows})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_short_record_is_set_roomily(library: Library, language: str) -> None:
    short = library.projects["export-consolidation"]
    assert setting_of(short, language, languages=LANGUAGES) == ORDER[0]


def test_a_record_longer_by_two_fifths_goes_over_two_pages(library: Library) -> None:
    long = grown(library.projects["konjac-fibre"], 0.4)
    assert setting_of(long, "zh", languages=LANGUAGES) == SPREAD


def test_a_record_whose_words_alone_fill_a_page_runs_on_without_a_break_of_its_own(library: Library) -> None:
    endless = grown(library.projects["konjac-fibre"], 1)
    for _ in range(3):
        endless = grown(endless, 1)
    assert setting_of(endless, "zh", languages=LANGUAGES) == RUN_ON


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_grows_is_never_set_more_roomily(library: Library, language: str) -> None:
    for project in library.projects.values():
        settings = [
            setting_of(grown(project, tenths / 10), language, languages=LANGUAGES)
            for tenths in range(0, 11, 2)
        ]
        places = [ORDER.index(setting) for setting in settings if setting != RUN_ON]
        assert places == sorted(places), project.id


def test_the_sheets_of_the_demonstration_fit_the_page_they_are_said_to_fit(library: Library) -> None:
    assert PAGE < 297 / 25.4 * 72
    kept = {setting_of(project, "zh", languages=LANGUAGES) for project in library.projects.values()}
    assert kept <= {each.name for each in SETTINGS["zh"]}
