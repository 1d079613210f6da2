"""What is printed beside the guides: each document with the files of the site that it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from zhaoshang.diagnostics.diagnostic import Findings
from zhaoshang.print.document import Document, Rendered
from zhaoshang.print.gallery import Gallery
from zhaoshang.print.press import render_all
from zhaoshang.values.artifact import Artifact
from zhaoshang.web.views.entries import Download


@dataclass(frozen=True, slots=True)
class Order:
    """A document and where its file goes, from the site's root; of pictures, a file for each of its pages.

    `compose` makes the document: it is asked for only by who prints it, and the preview prints what is opened. `offer`
    is how the site offers the file, where it does so by name.
    """

    compose: Callable[[], Document]
    paths: tuple[str, ...]
    pictures: bool = False
    offer: Download | None = None

    @property
    def document(self) -> Document:
        """What is to be set, composed anew."""
        return self.compose()


@dataclass(frozen=True, slots=True)
class Prints:
    """The finished files, how the site offers them, and what was found on the way."""

    artifacts: tuple[Artifact, ...]
    downloads: tuple[Download, ...]
    findings: Findings


def carry_out(orders: Sequence[Order], *, cache: Path) -> Prints:
    """Every order; what would come out the same is taken from `cache`."""
    rendered = render_all([order.document for order in orders], cache=cache)
    gallery = Gallery(cache / "pictures")
    artifacts: list[Artifact] = []
    downloads: list[Download] = []
    findings = Findings()
    for order, made in zip(orders, rendered, strict=True):
        findings += made.findings
        if made.pdf is not None:
            artifacts += _files(order, made.pdf, gallery)
            downloads += _offered(order, made, len(made.pdf))
    return Prints(tuple(artifacts), tuple(downloads), findings)


def _files(order: Order, pdf: bytes, gallery: Gallery) -> Iterator[Artifact]:
    contents = gallery.pictures(pdf) if order.pictures else (pdf,)
    for path, content in zip(order.paths, contents, strict=True):
        yield Artifact(PurePosixPath(path), content)


def _offered(order: Order, made: Rendered, size: int) -> Iterator[Download]:
    if order.offer is not None:
        known = order.offer
        yield Download(known.guide, known.language, known.path, known.beside, size, made.pages)
