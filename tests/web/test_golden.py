"""Two pages of the small county as they are expected, to the character. `REGENERATE=1` writes them anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from rendered import Shown

GOLDEN = Path(__file__).parent / "golden"
PRINT = re.compile(r"\.[0-9a-f]{10}\.")
"""The fingerprint in a file's name, which changes with the styles and not with the page."""


@pytest.mark.parametrize("path", ["zh/index.html", "en/index.html", "en/projects/juice.html"])
def test_a_page_is_as_expected(path: str, small: Shown) -> None:
    found = PRINT.sub(".0123456789.", small.files[path].decode())
    golden = GOLDEN / path.replace("/", ".")
    if os.environ.get("REGENERATE"):
        golden.write_text(found, encoding="utf-8")
    assert found.splitlines() == golden.read_text(encoding="utf-8").splitlines()
