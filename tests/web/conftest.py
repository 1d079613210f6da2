"""The web part of two counties, each rendered once: the small one and the one that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import mini
import pytest
from rendered import County, Shown
from visited import serving

from zhaoshang.reading.library import read_project
from zhaoshang.web.site import build_web

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> County:
    """Renders the small county."""
    return County(tmp_path_factory.mktemp("county"))


@pytest.fixture(scope="session")
def small(county: County) -> Shown:
    """The small county as it is. Not to be changed."""
    return county()


@pytest.fixture(scope="session")
def shown() -> Shown:
    """The county that is shown, without its guides. Not to be changed."""
    library, findings = read_project(ROOT)
    assert library is not None, findings.errors
    lexicon = mini.lexicon()
    return Shown(library, lexicon, build_web(library, lexicon, root=ROOT, today=mini.TODAY))


@pytest.fixture(scope="session")
def served(shown: Shown) -> Iterator[str]:
    """The address of the county that is shown on a server, below a path."""
    with serving(shown.files) as base:
        yield base
