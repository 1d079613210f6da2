"""All public guides of a project: which files there will be, and the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from zhaoshang.diagnostics.diagnostic import Findings
from zhaoshang.domain.library import Library
from zhaoshang.print.document import Rendered
from zhaoshang.print.guide.composer import compose
from zhaoshang.print.guide.edition import Edition
from zhaoshang.print.press import render_all
from zhaoshang.reading.words import Lexicon
from zhaoshang.values.artifact import Artifact
from zhaoshang.web.plan import plan_pages
from zhaoshang.web.plan.material import Material
from zhaoshang.web.views import Download


@dataclass(frozen=True, slots=True)
class Guides:
    """The finished files, how the site offers them, and what was found on the way."""

    artifacts: tuple[Artifact, ...]
    downloads: tuple[Download, ...]
    findings: Findings


def plan_guides(library: Library) -> tuple[Download, ...]:
    """The files there will be, before any is made: their sizes are not known yet."""
    return tuple(
        Download(guide.id, language, f"guides/{guide.id}-{language}.pdf")
        for guide in sorted(library.guides.values(), key=lambda g: (int(g.order), g.id))
        for language in guide.languages
    )


def build_guides(
    library: Library,
    lexicon: Lexicon,
    *,
    root: Path,
    today: date,
    cache: Path,
    only: str | None = None,
) -> Guides:
    """Every guide in each of its languages; with `only` the one that lies at this path.

    `root` is the project's folder, `cache` the directory in which fonts and finished editions are kept:
    an edition that would come out the same is taken from there.
    """
    editions = [e for e in plan_editions(library, lexicon, today=today) if only in (None, e.path)]
    documents = [compose(edition, lexicon, root=root) for edition in editions]
    rendered = render_all(documents, cache=cache)
    findings = Findings()
    for edition, made in zip(editions, rendered, strict=True):
        findings += edition.omissions() + made.findings
    finished = [(e, r, r.pdf) for e, r in zip(editions, rendered, strict=True) if r.pdf is not None]
    return Guides(
        tuple(Artifact(PurePosixPath(edition.path), pdf) for edition, _, pdf in finished),
        tuple(_download(edition, made, len(pdf)) for edition, made, pdf in finished),
        findings,
    )


def plan_editions(library: Library, lexicon: Lexicon, *, today: date) -> Iterator[Edition]:
    """The editions of all guides, in the order in which the site offers them."""
    routes = plan_pages(Material(library, lexicon, today)).routes
    for planned in plan_guides(library):
        yield Edition(library, library.guides[planned.guide], planned.language, today, routes)


def _download(edition: Edition, made: Rendered, size: int) -> Download:
    return Download(edition.guide.id, edition.language, edition.path, size, made.pages)
