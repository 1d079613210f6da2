"""What is made beside the site, for the bureau's own desk: papers, posters, editions, the register, the report."""

from __future__ import annotations

from pathlib import Path

from zhaoshang.exchange.compliance import compliance_report
from zhaoshang.pipeline.gate import Gate
from zhaoshang.pipeline.project import Build, Calendar, Project
from zhaoshang.pipeline.stages import day_of, prepare, print_guides, studio
from zhaoshang.print.guide.guides import named
from zhaoshang.print.guide.releasing import release
from zhaoshang.print.orders import carry_out
from zhaoshang.print.posters.posters import named as named_posters
from zhaoshang.print.posters.posters import order_posters
from zhaoshang.print.press import Press
from zhaoshang.print.shelf import write_whole
from zhaoshang.print.visit.papers import print_papers
from zhaoshang.reading.library import read_project
from zhaoshang.reading.words import read_lexicon
from zhaoshang.rules.check import check


def print_editions(project: Project, ids: tuple[str, ...], *, calendar: Calendar) -> Build:
    """Makes the guides with these ids, or all there are, and writes them to `private/`; the site is not touched."""
    with Gate(project, writes=project.private) as gate:
        material = prepare(project, gate, calendar=calendar)
        chosen = named(material.library, ids)
        guides = gate.passing(print_guides(project, material, chosen=chosen))
        for guide in guides.artifacts:
            _written(project.private / guide.path, guide.content)
        return Build(gate.findings, guides.artifacts, guides.downloads)
    return Build(gate.findings)


def print_visit(project: Project, visit: str, *, calendar: Calendar) -> Build:
    """Makes the papers of a visit and writes them to `private/`; the site is not touched."""
    with Gate(project, writes=project.private) as gate:
        with Press(cache=project.workshop) as press:
            press.warm()
            material = prepare(project, gate, calendar=calendar)
            papers = print_papers(
                material.library,
                material.lexicon,
                visit,
                root=project.root,
                today=material.today,
                press=press,
            )
        gate.clear(papers.findings)
        for paper in papers.artifacts:
            _written(project.private / paper.path, paper.content)
        return Build(gate.findings, papers.artifacts)
    return Build(gate.findings)


def print_posters(project: Project, names: tuple[str, ...], *, calendar: Calendar) -> Build:
    """Makes the posters of these records, or of all on offer, and writes them to `private/posters/`."""
    with Gate(project, writes=project.private) as gate:
        material = prepare(project, gate, calendar=calendar)
        made_with = studio(project, material)
        keys = named_posters(made_with, names)
        languages = material.library.languages
        orders = [order for language in languages for order in order_posters(made_with, keys, language)]
        prints = carry_out(orders, cache=project.workshop)
        gate.clear(prints.findings)
        for poster in prints.artifacts:
            _written(project.private / poster.path, poster.content)
        return Build(gate.findings, prints.artifacts)
    return Build(gate.findings)


def release_guide(project: Project, guide: str, *, calendar: Calendar) -> tuple[Build, Path | None]:
    """Enters a guide's edition in the register, `content/editions/`.

    The second value is the file written; None where there were errors, or the edition stands there already.
    """
    with Gate(project, writes=project.content) as gate:
        material = prepare(project, gate, calendar=calendar)
        (chosen,) = named(material.library, (guide,))
        edition = release(material.library, chosen, today=material.today)
        if edition is not None:
            place = project.content / "editions" / f"{edition.number}.yaml"
            return Build(gate.findings), _written(place, edition.text.encode())
    return Build(gate.findings), None


def report(project: Project, *, calendar: Calendar) -> tuple[Build, tuple[Path, ...]]:
    """Examines the project and writes the compliance report to `private/reports/`, whatever the rules found.

    The second value is the files written; none where the content cannot be read.
    """
    written: tuple[Path, ...] = ()
    with Gate(project, writes=project.reports) as gate:
        library = gate.passing(read_project(project.root))
        lexicon = gate.passing(read_lexicon(project.templates, library.languages))
        today = gate.passing(day_of(library, calendar))
        artifacts = compliance_report(library, lexicon, templates=project.templates, today=today)
        written = tuple(_written(project.reports / one.path, one.content) for one in artifacts)
        gate.clear(check(library, today=today))
    return Build(gate.findings), written


def _written(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content)
    return path
