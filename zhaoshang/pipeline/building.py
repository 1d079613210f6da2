"""The whole way from a folder of content to a finished site: a line for each stage, a gate after each."""

from __future__ import annotations

import gc

from zhaoshang.diagnostics.diagnostic import Findings
from zhaoshang.pipeline.gate import Gate
from zhaoshang.pipeline.outcome import Build
from zhaoshang.pipeline.preparing import prepare
from zhaoshang.pipeline.project import Calendar, Project
from zhaoshang.pipeline.stages import (
    offers,
    plan_prints,
    print_all,
    promises,
    proof,
    render_pages,
    worker,
)
from zhaoshang.print.guide.guides import plan_guides
from zhaoshang.print.guide.releasing import outdated
from zhaoshang.publishing.publish import publish
from zhaoshang.publishing.workshop import open_workshop
from zhaoshang.web.offline import kept
from zhaoshang.web.render import PageCache


def build(project: Project, *, calendar: Calendar) -> Build:
    """Builds the project and publishes it to `site/`: the whole of it, or nothing."""
    with Gate(project) as gate, open_workshop(project.workshop) as workshop:
        material = prepare(project, gate, calendar=calendar)
        gc.freeze()  # what was read is used to the end: the collector need not look through it again
        gc.enable()
        cache: PageCache = {}
        orders = plan_prints(project, material)
        planned = plan_guides(material.library)
        # What is wrong with the pages is said first: the guides take much longer.
        draft = gate.passing(
            render_pages(project, material, downloads=(*planned, *offers(orders)), cache=cache)
        )
        gate.clear(proof(material, (*draft, *promises(planned, orders))))
        gate.clear(Findings.of(outdated(material.library, today=material.today)))
        guides, prints = print_all(project, material, orders, gate)
        downloads = (*guides.downloads, *prints.downloads)
        pages = gate.passing(render_pages(project, material, downloads=downloads, cache=cache))
        made = (*pages, *guides.artifacts, *prints.artifacts)
        artifacts = (*made, worker(project, material, made))
        gate.clear(proof(material, artifacts))
        publication = gate.passing(publish(artifacts, site=project.site, workshop=workshop))
        keeps = kept(artifacts, site=material.library.site)
        return Build(gate.findings, artifacts, guides.downloads, publication, keeps)
    return Build(gate.findings)


def examine(project: Project, *, calendar: Calendar) -> Build:
    """Reads and checks the project; writes nothing."""
    with Gate(project) as gate:
        material = prepare(project, gate, calendar=calendar)
        gate.clear(Findings.of(outdated(material.library, today=material.today)))
    return Build(gate.findings)
