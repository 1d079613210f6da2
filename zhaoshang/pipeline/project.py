"""The folder that is built, what is read from it, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from zhaoshang.diagnostics.diagnostic import Findings
from zhaoshang.publishing.publish import Publication
from zhaoshang.values.artifact import Artifact
from zhaoshang.web.fragments import FOLDER as FRAGMENTS
from zhaoshang.web.offline import Kept
from zhaoshang.web.views.entries import Download

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


@dataclass(frozen=True, slots=True)
class Build:
    """What became of a build. Without a publication `site/` is as it was, and the findings say why."""

    findings: Findings
    artifacts: tuple[Artifact, ...] = ()
    guides: tuple[Download, ...] = ()
    publication: Publication | None = None
    kept: tuple[Kept, ...] = ()
    """What browsers keep of the site for reading without a network."""

    def pages(self) -> dict[str, int]:
        """How many pages each language has."""
        pages = (one.path for one in self.artifacts if one.path.suffix == ".html" and len(one.path.parts) > 1)
        counts = Counter(path.parts[0] for path in pages if path.parts[0] != FRAGMENTS)
        return dict(sorted(counts.items()))
