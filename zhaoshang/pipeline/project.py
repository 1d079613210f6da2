"""The folder that is built, and the day it is built for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

Calendar = Callable[[str], date]
"""The day it is in a time zone; refuses a zone it does not know."""


@dataclass(frozen=True, slots=True)
class Project:
    """A folder of content and templates, and the places this program writes to."""

    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def private(self) -> Path:
        return self.root / "private"

    @property
    def reports(self) -> Path:
        return self.private / "reports"

    @property
    def workshop(self) -> Path:
        return self.root / ".zhaoshang"
