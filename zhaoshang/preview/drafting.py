"""Makes drafts of a project for the preview, keeping between them every page that did not change."""

from __future__ import annotations

from collections import UserDict
from dataclasses import dataclass, field, replace
from functools import partial

from zhaoshang.diagnostics.diagnostic import Findings
from zhaoshang.pipeline.gate import Gate
from zhaoshang.pipeline.preparing import prepare
from zhaoshang.pipeline.project import Calendar, Project
from zhaoshang.pipeline.stages import offers, plan_prints, print_guides, promises, proof, render_pages
from zhaoshang.preview.showing import Draft
from zhaoshang.print.guide.guides import plan_guides
from zhaoshang.print.guide.releasing import outdated
from zhaoshang.print.orders import Order, carry_out
from zhaoshang.reading.library import source_text
from zhaoshang.web.plan.material import Material


class Memory(UserDict[str, bytes]):
    """Pages by the hash of what they were made from; knows which of them the last draft used."""

    def __init__(self) -> None:
        super().__init__()
        self._used: set[str] = set()

    def __getitem__(self, key: str) -> bytes:
        self._used.add(key)
        return super().__getitem__(key)

    def forget_the_rest(self) -> None:
        """Drops what has not been used since the last time: a preview may run for weeks."""
        self.data = {key: page for key, page in self.data.items() if key in self._used}
        self._used = set()


@dataclass(slots=True)
class Drafting:
    """Draws up one draft after the other. Pages are kept by the hash of what they were made from."""

    project: Project
    calendar: Calendar
    cache: Memory = field(default_factory=Memory)

    def draft(self) -> Draft:
        """The site as the files are now; without pages if their errors leave none."""
        source = source_text(self.project.root)
        with Gate(self.project) as gate:
            material = _unkept(prepare(self.project, gate, calendar=self.calendar))
            gate.clear(Findings.of(outdated(material.library, today=material.today)))
            guides = plan_guides(material.library)
            orders = plan_prints(self.project, material)
            downloads = (*guides, *offers(orders))
            pages = gate.passing(render_pages(self.project, material, downloads=downloads, cache=self.cache))
            self.cache.forget_the_rest()
            return Draft(
                pages={str(artifact.path): artifact.content for artifact in pages},
                findings=gate.findings + proof(material, (*pages, *promises(guides, orders))),
                guides={one.path: partial(self._guide, material, one.path) for one in guides}
                | {path: partial(self._print, order, path) for order in orders for path in order.paths},
                source=source,
            )
        return Draft(None, gate.findings, source=source)

    def _guide(self, material: Material, path: str) -> tuple[bytes | None, Findings]:
        """The guide at a path of the site, from the library this draft was made from."""
        with Gate(self.project) as gate:
            guides, findings = print_guides(self.project, material, only=path)
            return (guides.artifacts[0].content if guides.artifacts else None), findings
        return None, gate.findings

    def _print(self, order: Order, path: str) -> tuple[bytes | None, Findings]:
        """The file at a path of the site that an order gives."""
        prints = carry_out([order], cache=self.project.workshop)
        found = (one.content for one in prints.artifacts if str(one.path) == path)
        return next(found, None), prints.findings


def _unkept(material: Material) -> Material:
    """The same, for browsers to keep nothing of: an editor looks at what the files say now."""
    site = material.library.site.model_copy(update={"offline": None})
    return replace(material, library=replace(material.library, site=site))
