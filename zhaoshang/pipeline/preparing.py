"""Where every way begins: the folder is read, and what is wrong with it is said before anything is made of it."""

from __future__ import annotations

from datetime import date

from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings, Refusal
from zhaoshang.domain.library import Key, Library
from zhaoshang.pipeline.gate import Gate
from zhaoshang.pipeline.project import Calendar, Project
from zhaoshang.reading.library import read_project
from zhaoshang.reading.words import read_lexicon
from zhaoshang.rules.check import check
from zhaoshang.web.identity import check_identity
from zhaoshang.web.moves import check_addresses
from zhaoshang.web.plan import plan_pages
from zhaoshang.web.plan.material import Material


def prepare(project: Project, gate: Gate, *, calendar: Calendar) -> Material:
    """Reads and checks all that products are made from."""
    material = read(project, gate, calendar=calendar)
    inspect(material, gate)
    return material


def read(project: Project, gate: Gate, *, calendar: Calendar) -> Material:
    """All that products are made from; each file by itself makes sense."""
    library = gate.passing(read_project(project.root))
    lexicon = gate.passing(read_lexicon(project.templates, library.languages))
    return Material(library, lexicon, gate.passing(day_of(library, calendar)))


def inspect(material: Material, gate: Gate) -> None:
    """Lets material pass that is sound as a whole."""
    library, today = material.library, material.today
    gate.clear(check(library, today=today))
    gate.clear(check_identity(library))
    gate.clear(check_addresses(library, plan_pages(material)))


def day_of(library: Library, calendar: Calendar) -> tuple[date | None, Findings]:
    """The day the site is built for, by the place's own clock."""
    try:
        return calendar(library.site.time_zone), Findings()
    except Refusal as refusal:
        place = library.locators[Key("site", "site")].span("time_zone")
        return None, Findings((Diagnostic(refusal.code, place, refusal.arguments),))
