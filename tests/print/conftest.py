"""The demo county with the studio that prints for it: read once for all tests of a worker."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from zhaoshang.print.orders import Order, Prints, carry_out
from zhaoshang.print.plan import studio_of
from zhaoshang.print.studio import Studio
from zhaoshang.reading.library import read_project
from zhaoshang.reading.words import read_lexicon

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 20)


@pytest.fixture(scope="session")
def studio() -> Studio:
    library, findings = read_project(ROOT)
    assert library is not None, findings.errors
    lexicon, findings = read_lexicon(ROOT / "templates", library.languages)
    assert not findings.items
    return studio_of(library, lexicon, root=ROOT, today=TODAY)


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("prints-cache")


def printed(cache: Path, *orders: Order) -> Prints:
    """These orders, carried out without a remark."""
    prints = carry_out(orders, cache=cache)
    assert prints.findings.items == ()
    return prints
