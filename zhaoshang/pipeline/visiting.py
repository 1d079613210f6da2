"""The papers of a visit, for the bureau's own desk."""

from __future__ import annotations

from zhaoshang.domain.guide import VisitPaper
from zhaoshang.pipeline.gate import Gate
from zhaoshang.pipeline.preparing import inspect, read
from zhaoshang.pipeline.project import Build, Calendar, Project
from zhaoshang.print.guide.composer import rehearsal
from zhaoshang.print.press import Press
from zhaoshang.print.shelf import write_whole
from zhaoshang.print.visit.papers import print_papers


def print_visit(
    project: Project, visit: str, papers: tuple[VisitPaper, ...] = (), *, calendar: Calendar
) -> Build:
    """Makes these papers of a visit, or all there are, and writes them to `private/`; the site is not touched."""
    with Gate(project, writes=project.private) as gate:
        with Press(cache=project.workshop) as press:
            press.warm(rehearsal(project.root), children=1)  # for the guide: this process has the other core
            material = read(project, gate, calendar=calendar)
            made = print_papers(
                material,
                visit,
                root=project.root,
                press=press,
                papers=papers or tuple(VisitPaper),
                inspect=lambda: inspect(material, gate),
            )
        gate.clear(made.findings)
        for paper in made.artifacts:
            write_whole(project.private / paper.path, paper.content)
        return Build(gate.findings, made.artifacts)
    return Build(gate.findings)
