"""Makes drafts of a project for the preview, keeping between them every page that did not change."""

from __future__ import annotations

from dataclasses import dataclass, field

from zhaoshang.pipeline import Calendar, Gate, Project, Stopped, prepare, proof, render
from zhaoshang.preview.showing import Draft
from zhaoshang.reading.library import source_text
from zhaoshang.web.render import PageCache


@dataclass(slots=True)
class Drafting:
    """Draws up one draft after the other. Pages are kept by the hash of what they were made from."""

    project: Project
    calendar: Calendar
    cache: PageCache = field(default_factory=dict)

    def draft(self) -> Draft:
        """The site as the files are now; without pages if their errors leave none."""
        gate = Gate()
        source = source_text(self.project.root)
        try:
            material = prepare(self.project, gate, calendar=self.calendar)
            artifacts = gate.passing(render(self.project, material, cache=self.cache))
        except Stopped:
            return Draft(None, gate.findings, source=source)
        pages = {str(artifact.path): artifact.content for artifact in artifacts}
        findings = gate.findings + proof(material, artifacts)
        return Draft(pages, findings, source=source)
