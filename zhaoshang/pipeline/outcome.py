"""What became of a build."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from zhaoshang.diagnostics.diagnostic import Findings
from zhaoshang.publishing.publish import Publication
from zhaoshang.values.artifact import Artifact
from zhaoshang.web.fragments import FOLDER as FRAGMENTS
from zhaoshang.web.offline import Kept
from zhaoshang.web.views.entries import Download


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
