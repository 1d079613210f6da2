"""The whole way from a folder of content to a finished site: a line for each stage, a gate after each."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TypeVar

from jinja2 import TemplateError, TemplateSyntaxError

from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings, Refusal, Span
from zhaoshang.domain.guide import Guide
from zhaoshang.domain.library import Key, Library
from zhaoshang.exchange.catalogue import enclosed_catalogue
from zhaoshang.exchange.compliance import compliance_report
from zhaoshang.print.guide.contents import contents_now
from zhaoshang.print.guide.guides import Guides, build_guides, named, plan_guides
from zhaoshang.print.guide.releasing import outdated, release
from zhaoshang.print.orders import Order, Prints, carry_out
from zhaoshang.print.plan import plan_orders, studio_of
from zhaoshang.print.posters.posters import named as named_posters
from zhaoshang.print.posters.posters import order_posters
from zhaoshang.print.press import Press
from zhaoshang.print.shelf import write_whole
from zhaoshang.print.visit.papers import Papers, print_papers
from zhaoshang.publishing.audit import audit
from zhaoshang.publishing.publish import Publication, explain, publish
from zhaoshang.publishing.workshop import open_workshop
from zhaoshang.reading.library import read_project
from zhaoshang.reading.words import Lexicon, read_lexicon
from zhaoshang.rules.check import check
from zhaoshang.values.artifact import Artifact
from zhaoshang.web.fragments import FOLDER as FRAGMENTS
from zhaoshang.web.identity import check_identity
from zhaoshang.web.render import PageCache
from zhaoshang.web.site import build_web, check_plan
from zhaoshang.web.views import Download

T = TypeVar("T")

Calendar = Callable[[str], date]
"""The day it is in a time zone; refuses a zone it does not know."""


@dataclass(frozen=True, slots=True)
class Project:
    """A folder of content and templates, and the places this program writes to."""

    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def private(self) -> Path:
        return self.root / "private"

    @property
    def reports(self) -> Path:
        return self.private / "reports"

    @property
    def workshop(self) -> Path:
        return self.root / ".zhaoshang"


@dataclass(frozen=True, slots=True)
class Material:
    """What every product is made from: the checked library, the interface words and the day."""

    library: Library
    lexicon: Lexicon
    today: date


@dataclass(frozen=True, slots=True)
class Build:
    """What became of a build. Without a publication `site/` is as it was, and the findings say why."""

    findings: Findings
    artifacts: tuple[Artifact, ...] = ()
    guides: tuple[Download, ...] = ()
    publication: Publication | None = None

    def pages(self) -> dict[str, int]:
        """How many pages each language has."""
        pages = (one.path for one in self.artifacts if one.path.suffix == ".html" and len(one.path.parts) > 1)
        counts = Counter(path.parts[0] for path in pages if path.parts[0] != FRAGMENTS)
        return dict(sorted(counts.items()))


class Stopped(Exception):  # noqa: N818 - no error, the end of a way
    """A stage found errors: the stages after it do not run."""


class Gate:
    """Stands between the stages: gathers what each found, and stops after the first with errors."""

    def __init__(self) -> None:
        self.findings = Findings()

    def passing(self, made: tuple[T | None, Findings]) -> T:
        """What a stage made, if it found no errors."""
        thing, found = made
        self.clear(found)
        if thing is None:
            raise Stopped
        return thing

    def clear(self, found: Findings) -> None:
        """Lets the findings of a stage through unless there are errors among them."""
        self.findings += found
        if found.has_errors:
            raise Stopped


def build(project: Project, *, calendar: Calendar) -> Build:
    """Builds the project and publishes it to `site/`: the whole of it, or nothing."""
    gate = Gate()
    try:
        with open_workshop(project.workshop) as workshop:
            material = prepare(project, gate, calendar=calendar)
            cache: PageCache = {}
            orders = gate.passing(plan_prints(project, material))
            promised = (*plan_guides(material.library), *offers(orders))
            # What is wrong with the pages is said first: the guides take much longer.
            draft = gate.passing(render_pages(project, material, downloads=promised, cache=cache))
            gate.clear(proof(material, (*draft, *promises(plan_guides(material.library), orders))))
            gate.clear(Findings.of(outdated(material.library, today=material.today)))
            guides, prints = print_all(project, material, orders, gate)
            downloads = (*guides.downloads, *prints.downloads)
            pages = gate.passing(render_pages(project, material, downloads=downloads, cache=cache))
            artifacts = (*pages, *guides.artifacts, *prints.artifacts)
            gate.clear(proof(material, artifacts))
            publication = gate.passing(publish(artifacts, site=project.site, workshop=workshop))
            return Build(gate.findings, artifacts, guides.downloads, publication)
    except Stopped:
        return Build(gate.findings)
    except Refusal as refusal:
        return Build(gate.findings + Findings((Diagnostic(refusal.code, None, refusal.arguments),)))
    except OSError as error:
        return Build(gate.findings + Findings((explain(error, default=project.root),)))


def examine(project: Project, *, calendar: Calendar) -> Build:
    """Reads and checks the project; writes nothing."""
    gate = Gate()
    with suppress(Stopped):
        material = prepare(project, gate, calendar=calendar)
        gate.clear(Findings.of(outdated(material.library, today=material.today)))
    return Build(gate.findings)


def report(project: Project, *, calendar: Calendar) -> tuple[Build, tuple[Path, ...]]:
    """Examines the project and writes the compliance report to `private/reports/`, whatever the rules found.

    The second value is the files written; none where the content cannot be read.
    """
    gate = Gate()
    written: tuple[Path, ...] = ()
    try:
        library = gate.passing(read_project(project.root))
        lexicon = gate.passing(read_lexicon(project.templates, library.languages))
        today = gate.passing(day_of(library, calendar))
        artifacts = compliance_report(library, lexicon, templates=project.templates, today=today)
        written = tuple(_written(project.reports / one.path, one.content) for one in artifacts)
        gate.clear(check(library, today=today))
    except Stopped:
        pass
    except TemplateError as error:
        gate.findings += Findings((template_fault(error, project),))
    except OSError as error:
        gate.findings += Findings((explain(error, default=project.reports),))
    return Build(gate.findings), written


def _written(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content)
    return path


def prepare(project: Project, gate: Gate, *, calendar: Calendar) -> Material:
    """Reads and checks all that products are made from."""
    library = gate.passing(read_project(project.root))
    lexicon = gate.passing(read_lexicon(project.templates, library.languages))
    today = gate.passing(day_of(library, calendar))
    gate.clear(check(library, today=today))
    gate.clear(check_identity(library))
    gate.clear(check_plan(library, lexicon, today=today))
    return Material(library, lexicon, today)


def day_of(library: Library, calendar: Calendar) -> tuple[date | None, Findings]:
    """The day the site is built for, by the place's own clock."""
    try:
        return calendar(library.site.time_zone), Findings()
    except Refusal as refusal:
        place = library.locators[Key("site", "site")].span("time_zone")
        return None, Findings((Diagnostic(refusal.code, place, refusal.arguments),))


def print_guides(
    project: Project,
    material: Material,
    *,
    chosen: tuple[Guide, ...] | None = None,
    only: str | None = None,
) -> tuple[Guides | None, Findings]:
    """The PDF guides: the site's, or those `chosen`; with `only` the one at this path of the site."""
    enclose = partial(enclosed_catalogue, lexicon=material.lexicon)
    try:
        guides = build_guides(
            material.library,
            material.lexicon,
            root=project.root,
            today=material.today,
            cache=project.workshop,
            guides=chosen,
            only=only,
            enclose=enclose,
        )
    except TemplateError as error:
        return None, Findings((template_fault(error, project),))
    return guides, guides.findings


def print_editions(project: Project, ids: tuple[str, ...], *, calendar: Calendar) -> Build:
    """Makes the guides with these ids, or all there are, and writes them to `private/`; the site is not touched."""
    gate = Gate()
    try:
        material = prepare(project, gate, calendar=calendar)
        chosen = named(material.library, ids)
        guides = gate.passing(print_guides(project, material, chosen=chosen))
        for guide in guides.artifacts:
            _written(project.private / guide.path, guide.content)
        return Build(gate.findings, guides.artifacts, guides.downloads)
    except Stopped:
        return Build(gate.findings)
    except Refusal as refusal:
        return Build(gate.findings + Findings((Diagnostic(refusal.code, None, refusal.arguments),)))
    except OSError as error:
        return Build(gate.findings + Findings((explain(error, default=project.private),)))


def plan_prints(project: Project, material: Material) -> tuple[tuple[Order, ...] | None, Findings]:
    """What is printed beside the guides: pictures of shared links, forms and the like, not yet set."""
    studio = studio_of(material.library, material.lexicon, root=project.root, today=material.today)
    try:
        return tuple(plan_orders(studio)), Findings()
    except TemplateError as error:
        return None, Findings((template_fault(error, project),))


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


def print_visit(project: Project, visit: str, *, calendar: Calendar) -> Build:
    """Makes the papers of a visit and writes them to `private/`; the site is not touched."""
    gate = Gate()
    try:
        with Press(cache=project.workshop) as press:
            press.warm()
            material = prepare(project, gate, calendar=calendar)
            papers = gate.passing(_print_papers(project, material, visit, press))
        for paper in papers.artifacts:
            place = project.private / paper.path
            place.parent.mkdir(parents=True, exist_ok=True)
            write_whole(place, paper.content)
        return Build(gate.findings, papers.artifacts)
    except Stopped:
        return Build(gate.findings)
    except Refusal as refusal:
        return Build(gate.findings + Findings((Diagnostic(refusal.code, None, refusal.arguments),)))
    except OSError as error:
        return Build(gate.findings + Findings((explain(error, default=project.private),)))


def print_posters(project: Project, names: tuple[str, ...], *, calendar: Calendar) -> Build:
    """Makes the posters of these records, or of all on offer, and writes them to `private/posters/`."""
    gate = Gate()
    try:
        material = prepare(project, gate, calendar=calendar)
        studio = studio_of(material.library, material.lexicon, root=project.root, today=material.today)
        keys = named_posters(studio, names)
        languages = material.library.languages
        orders = [order for language in languages for order in order_posters(studio, keys, language)]
        prints = carry_out(orders, cache=project.workshop)
        gate.clear(prints.findings)
        for poster in prints.artifacts:
            _written(project.private / poster.path, poster.content)
        return Build(gate.findings, prints.artifacts)
    except Stopped:
        return Build(gate.findings)
    except TemplateError as error:
        return Build(gate.findings + Findings((template_fault(error, project),)))
    except Refusal as refusal:
        return Build(gate.findings + Findings((Diagnostic(refusal.code, None, refusal.arguments),)))
    except OSError as error:
        return Build(gate.findings + Findings((explain(error, default=project.private),)))


def release_guide(project: Project, guide: str, *, calendar: Calendar) -> tuple[Build, Path | None]:
    """Enters a guide's edition in the register, `content/editions/`.

    The second value is the file written; None where there were errors, or the edition stands there already.
    """
    gate = Gate()
    try:
        material = prepare(project, gate, calendar=calendar)
        (chosen,) = named(material.library, (guide,))
        edition = release(material.library, chosen, today=material.today)
        if edition is None:
            return Build(gate.findings), None
        place = project.content / "editions" / f"{edition.number}.yaml"
        return Build(gate.findings), _written(place, edition.text.encode())
    except Stopped:
        return Build(gate.findings), None
    except Refusal as refusal:
        return Build(gate.findings + Findings((Diagnostic(refusal.code, None, refusal.arguments),))), None
    except OSError as error:
        return Build(gate.findings + Findings((explain(error, default=project.content),))), None


def _print_papers(
    project: Project, material: Material, visit: str, press: Press
) -> tuple[Papers | None, Findings]:
    try:
        papers = print_papers(
            material.library,
            material.lexicon,
            visit,
            root=project.root,
            today=material.today,
            press=press,
        )
    except TemplateError as error:
        return None, Findings((template_fault(error, project),))
    return papers, papers.findings


def render_pages(
    project: Project,
    material: Material,
    *,
    downloads: tuple[Download, ...],
    cache: PageCache | None = None,
) -> tuple[tuple[Artifact, ...] | None, Findings]:
    """Every file of the site but the guides. `cache` keeps pages from one draft of the preview to the next."""
    try:
        website = build_web(
            material.library,
            material.lexicon,
            root=project.root,
            today=material.today,
            downloads=downloads,
            contents=contents_now(material.library, today=material.today)
            if material.library.editions
            else None,
            cache=cache,
            workshop=project.workshop,
        )
    except TemplateError as error:
        return None, Findings((template_fault(error, project),))
    return website.artifacts, website.findings


def promises(guides: tuple[Download, ...], orders: tuple[Order, ...]) -> tuple[Artifact, ...]:
    """What stands for the files that are not made yet, so that links to them lead somewhere."""
    paths = (*(guide.path for guide in guides), *(path for order in orders for path in order.paths))
    return tuple(Artifact(PurePosixPath(path), b"") for path in paths)


def template_fault(error: TemplateError, project: Project) -> Diagnostic:
    """The finding for a template that cannot be used, at the line of the template."""
    frames = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError):
        frames.append((error.filename or "", error.lineno))
    spans = [
        Span(Path(file).relative_to(project.root).as_posix(), line)
        for file, line in frames
        if Path(file).is_relative_to(project.templates)
    ]
    return Diagnostic("Z790", spans[-1] if spans else None, {"reason": error.message or ""})


def proof(material: Material, artifacts: tuple[Artifact, ...]) -> Findings:
    """What a reader would stumble over in the finished files."""
    return audit(artifacts, base_url=material.library.site.base_url)
