"""All public guides of a project: which files there will be, and the files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from zhaoshang.diagnostics.diagnostic import Findings, Refusal
from zhaoshang.domain.guide import Guide, Made
from zhaoshang.domain.library import Library
from zhaoshang.print.document import Attachment, Document, Rendered, Variant
from zhaoshang.print.guide.composer import compose
from zhaoshang.print.guide.edition import Edition, beside_of, leading, path_of
from zhaoshang.print.press import Press
from zhaoshang.reading.words import Lexicon
from zhaoshang.values.artifact import Artifact
from zhaoshang.web.plan import plan_pages
from zhaoshang.web.plan.material import Material
from zhaoshang.web.views.entries import Download


@dataclass(frozen=True, slots=True)
class Guides:
    """The finished files, how the site offers them, and what was found on the way."""

    artifacts: tuple[Artifact, ...]
    downloads: tuple[Download, ...]
    findings: Findings


Enclose = Callable[[Edition], tuple[Attachment, ...]]
"""What an archive edition carries inside: made by a room that knows spreadsheets, which this one does not."""


def plan_guides(library: Library) -> tuple[Download, ...]:
    """The files the site offers, before any is made: their sizes are not known yet."""
    return tuple(
        Download(guide.id, language, path_of(guide, language), beside_of(guide) or "")
        for guide in made_always(library)
        for language in leading(guide)
    )


def made_always(library: Library) -> tuple[Guide, ...]:
    """The guides made with every build, in their order."""
    return tuple(guide for guide in _in_order(library) if guide.made is Made.ALWAYS)


def named(library: Library, ids: Collection[str]) -> tuple[Guide, ...]:
    """The guides with these ids; without any, all of them. Refuses an id there is no file of (Z863)."""
    for id_ in ids:
        if id_ not in library.guides:
            raise Refusal("Z863", guide=id_, known=", ".join(library.guides))
    return tuple(guide for guide in _in_order(library) if not ids or guide.id in ids)


def build_guides(
    library: Library,
    lexicon: Lexicon,
    *,
    root: Path,
    today: date,
    press: Press,
    guides: tuple[Guide, ...] | None = None,
    only: str | None = None,
    enclose: Enclose = lambda _: (),
) -> Guides:
    """Every edition of `guides`, by default of those the site offers; with `only` the one that lies at this path.

    `root` is the project's folder. An edition that would come out the same is taken from the cache of the press.
    `enclose` gives what an archive carries.
    """
    wanted = made_always(library) if guides is None else guides
    planned = plan_editions(library, lexicon, today=today, guides=wanted)
    editions = [e for e in planned if only in (None, e.path)]
    rendered = press.render_all(
        _document(edition, lexicon, root, press.cache, enclose) for edition in editions
    )
    findings = Findings()
    for edition, made in zip(editions, rendered, strict=True):
        findings += edition.omissions() + made.findings
    finished = [(e, r, r.pdf) for e, r in zip(editions, rendered, strict=True) if r.pdf is not None]
    return Guides(
        tuple(Artifact(PurePosixPath(edition.path), pdf) for edition, _, pdf in finished),
        tuple(_download(edition, made, len(pdf)) for edition, made, pdf in finished),
        findings,
    )


def plan_editions(
    library: Library, lexicon: Lexicon, *, today: date, guides: tuple[Guide, ...] | None = None
) -> Iterator[Edition]:
    """The editions of `guides`, by default of those the site offers, in the order in which it offers them."""
    routes = plan_pages(Material(library, lexicon, today)).routes
    for guide in made_always(library) if guides is None else guides:
        for language in leading(guide):
            yield Edition(library, guide, language, today, routes)


def _in_order(library: Library) -> list[Guide]:
    return sorted(library.guides.values(), key=lambda guide: (int(guide.order), guide.id))


def _document(edition: Edition, lexicon: Lexicon, root: Path, workshop: Path, enclose: Enclose) -> Document:
    document = compose(edition, lexicon, root=root, workshop=workshop)
    if edition.sheet.variant is not Variant.ARCHIVE:
        return document
    return replace(document, attachments=enclose(edition))


def _download(edition: Edition, made: Rendered, size: int) -> Download:
    return Download(edition.guide.id, edition.language, edition.path, edition.beside or "", size, made.pages)
