"""The stages between a folder of content and finished files: each takes values, and returns what it made and found."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import PurePosixPath

from zhaoshang.diagnostics.diagnostic import Findings
from zhaoshang.domain.guide import Guide
from zhaoshang.exchange.catalogue import enclosed_catalogue
from zhaoshang.pipeline.gate import Gate
from zhaoshang.pipeline.project import Project
from zhaoshang.print.guide.contents import contents_now
from zhaoshang.print.guide.guides import Guides, build_guides
from zhaoshang.print.orders import Order, Prints, carry_out
from zhaoshang.print.plan import plan_orders, studio_of
from zhaoshang.print.press import Press
from zhaoshang.print.studio import Studio
from zhaoshang.publishing.audit import audit
from zhaoshang.values.artifact import Artifact
from zhaoshang.web.offline import service_worker
from zhaoshang.web.plan.material import Material
from zhaoshang.web.render import PageCache
from zhaoshang.web.site import build_web
from zhaoshang.web.views.entries import Download


def print_guides(
    project: Project,
    material: Material,
    *,
    chosen: tuple[Guide, ...] | None = None,
    only: str | None = None,
    press: Press | None = None,
) -> tuple[Guides, Findings]:
    """The PDF guides: the site's, or those `chosen`; with `only` the one at this path of the site.

    `press` is one that is ready for them; it is closed after.
    """
    with press or Press(cache=project.workshop) as ready:
        guides = build_guides(
            material.library,
            material.lexicon,
            root=project.root,
            today=material.today,
            press=ready,
            guides=chosen,
            only=only,
            enclose=partial(enclosed_catalogue, lexicon=material.lexicon),
        )
    return guides, guides.findings


def plan_prints(project: Project, material: Material) -> tuple[Order, ...]:
    """What is printed beside the guides: pictures of shared links, forms and the like, not yet set."""
    return tuple(plan_orders(studio(project, material)))


def studio(project: Project, material: Material) -> Studio:
    """What posters, forms and pictures are made with."""
    return studio_of(material.library, material.lexicon, root=project.root, today=material.today)


def print_all(
    project: Project, material: Material, orders: tuple[Order, ...], gate: Gate
) -> tuple[Guides, Prints]:
    """The guides, and at the same time the rest: its small documents fill the gaps on the second processor."""
    with ThreadPoolExecutor(max_workers=1) as aside:
        rest = aside.submit(carry_out, orders, cache=project.workshop)
        guides = gate.passing(print_guides(project, material))
        prints = rest.result()
    gate.clear(prints.findings)
    return guides, prints


def offers(orders: tuple[Order, ...]) -> tuple[Download, ...]:
    """How the site will offer what was ordered."""
    return tuple(order.offer for order in orders if order.offer is not None)


def render_pages(
    project: Project,
    material: Material,
    *,
    downloads: tuple[Download, ...],
    cache: PageCache | None = None,
) -> tuple[tuple[Artifact, ...], Findings]:
    """Every file of the site but the guides. `cache` keeps pages from one draft of the preview to the next."""
    released = bool(material.library.editions)
    website = build_web(
        material.library,
        material.lexicon,
        root=project.root,
        today=material.today,
        downloads=downloads,
        contents=contents_now(material.library, today=material.today) if released else None,
        cache=cache,
        workshop=project.workshop,
    )
    return website.artifacts, website.findings


def worker(project: Project, material: Material, artifacts: tuple[Artifact, ...]) -> Artifact:
    """What keeps the finished files for reading without a network, or takes leave of browsers that keep them."""
    return service_worker(artifacts, site=material.library.site, templates=project.templates)


def promises(guides: tuple[Download, ...], orders: tuple[Order, ...]) -> tuple[Artifact, ...]:
    """What stands for the files that are not made yet, so that links to them lead somewhere."""
    paths = (*(guide.path for guide in guides), *(path for order in orders for path in order.paths))
    return tuple(Artifact(PurePosixPath(path), b"") for path in paths)


def proof(material: Material, artifacts: tuple[Artifact, ...]) -> Findings:
    """What a reader would stumble over in the finished files."""
    return audit(artifacts, base_url=material.library.site.base_url)
