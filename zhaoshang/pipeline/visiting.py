"""The papers of a visit, for the bureau's own desk: somebody waits for them.

The press gets ready while the rest of the program is loaded and the content is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhaoshang.pipeline.project import Calendar, Project
from zhaoshang.print.press import Press
from zhaoshang.print.rehearsal import rehearsal
from zhaoshang.print.visit import VisitPaper

if TYPE_CHECKING:
    from zhaoshang.pipeline.outcome import Build


def print_visit(
    project: Project, visit: str, papers: tuple[VisitPaper, ...] = (), *, calendar: Calendar
) -> Build:
    """Makes these papers of a visit, or all there are, and writes them to `private/`; the site is not touched."""
    with Press(cache=project.workshop) as press:
        press.warm(rehearsal(project.root), children=1)  # for the guide: this process has the other core
        return _print_visit(project, visit, papers or tuple(VisitPaper), press, calendar)


def _print_visit(
    project: Project, visit: str, papers: tuple[VisitPaper, ...], press: Press, calendar: Calendar
) -> Build:
    from zhaoshang.pipeline.gate import Gate
    from zhaoshang.pipeline.outcome import Build
    from zhaoshang.pipeline.preparing import inspect, read
    from zhaoshang.print.shelf import write_whole
    from zhaoshang.print.visit.papers import print_papers

    with Gate(project, writes=project.private) as gate:
        material = read(project, gate, calendar=calendar)
        made = print_papers(
            material,
            visit,
            root=project.root,
            press=press,
            papers=papers,
            inspect=lambda: inspect(material, gate),
        )
        gate.clear(made.findings)
        for paper in made.artifacts:
            write_whole(project.private / paper.path, paper.content)
        return Build(gate.findings, made.artifacts)
    return Build(gate.findings)
