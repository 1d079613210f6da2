"""One warm press for all tests of a worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bench import Bench

from zhaoshang.print.document import Rendered
from zhaoshang.print.press import Press


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Press]:
    with Press(cache=tmp_path_factory.mktemp("cache"), workers=2) as press:
        yield press


@pytest.fixture
def bench(tmp_path: Path, press: Press) -> Bench:
    directory = tmp_path / "content"
    directory.mkdir()
    return Bench(directory, press)


@pytest.fixture
def codes() -> Callable[[Rendered], list[str]]:
    return lambda rendered: [finding.code for finding in rendered.findings.items]
