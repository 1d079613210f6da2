"""The papers of a visit, for the bureau's own desk."""

from __future__ import annotations

from zhaoshang.pipeline.gate import Gate
from zhaoshang.pipeline.preparing import inspect, read
from zhaoshang.pipeline.project import Build, Calendar, Project
from zhaoshang.print.guide.composer import rehearsal
from zhaoshang.print.press import Press
from zhaoshang.print.shelf import write_whole
from zhaoshang.print.visit.papers import print_papers


def print_visit(project: Project, visit: str, *, calendar: Calendar) -> Build:
    """Makes the papers of a visit and writes them to `private/`; the site is not touched."""
    with Gate(project, writes=project.private) as gate:
        with Press(cache=project.workshop) as press:
            press.warm(rehearsal(project.root), children=1)  # for the guide: this process has the other core
            material = read(project, gate, calendar=calendar)
            papers = print_papers(
                material,
                visit,
                root=project.root,
                press=press,
                inspect=lambda: inspect(material, gate),
            )
        gate.clear(papers.findings)
        for paper in papers.artifacts:
            write_whole(project.private / paper.path, paper.content)
        return Build(gate.findings, papers.artifacts)
    return Build(gate.findings)
