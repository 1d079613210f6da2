"""What is made beside the site, for the bureau's own desk: editions, posters, the register, the report."""

from __future__ import annotations

from pathlib import Path

from zhaoshang.exchange.compliance import compliance_report
from zhaoshang.pipeline.gate import Gate
from zhaoshang.pipeline.outcome import Build
from zhaoshang.pipeline.preparing import prepare, read
from zhaoshang.pipeline.project import Calendar, Project
from zhaoshang.pipeline.stages import print_guides, studio
from zhaoshang.print.guide.guides import named
from zhaoshang.print.guide.releasing import release
from zhaoshang.print.orders import carry_out
from zhaoshang.print.posters.posters import named as named_posters
from zhaoshang.print.posters.posters import order_posters
from zhaoshang.print.press import Press
from zhaoshang.print.rehearsal import rehearsal
from zhaoshang.print.shelf import write_whole
from zhaoshang.rules.check import check


def print_editions(project: Project, ids: tuple[str, ...], *, calendar: Calendar) -> Build:
    """Makes the guides with these ids, or all there are, and writes them to `private/`; the site is not touched."""
    with Gate(project, writes=project.private) as gate:
        with Press(cache=project.workshop) as press:
            press.warm(rehearsal(project.root))
            material = prepare(project, gate, calendar=calendar)
            chosen = named(material.library, ids)
            guides = gate.passing(print_guides(project, material, chosen=chosen, press=press))
        for guide in guides.artifacts:
            write_whole(project.private / guide.path, guide.content)
        return Build(gate.findings, guides.artifacts, guides.downloads)
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
            write_whole(project.private / poster.path, poster.content)
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
            return Build(gate.findings), write_whole(place, edition.text.encode())
    return Build(gate.findings), None


def report(project: Project, *, calendar: Calendar) -> tuple[Build, tuple[Path, ...]]:
    """Examines the project and writes the compliance report to `private/reports/`, whatever the rules found.

    The second value is the files written; none where the content cannot be read.
    """
    written: tuple[Path, ...] = ()
    with Gate(project, writes=project.reports) as gate:
        material = read(project, gate, calendar=calendar)
        library, today = material.library, material.today
        artifacts = compliance_report(library, material.lexicon, templates=project.templates, today=today)
        written = tuple(write_whole(project.reports / one.path, one.content) for one in artifacts)
        gate.clear(check(library, today=today))
    return Build(gate.findings), written
