"""Pages as pictures, kept from one build to the next: a PDF that is the same gives the same pictures."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pypdfium2
from PIL import Image

from zhaoshang.print.shelf import write_whole

COLOURS = 256
"""How many a picture keeps: flat drawings and words need no more, and are a third as large."""

KEPT = 40
_RECIPE = f"1 {version('pypdfium2')} {version('pillow')} {COLOURS}"


@dataclass(frozen=True, slots=True)
class Gallery:
    """A directory of sets of pictures, each named by the PDF they were made from."""

    directory: Path

    def pictures(self, pdf: bytes) -> tuple[bytes, ...]:
        """Every page as a PNG, a pixel for each CSS pixel of the page."""
        path = self.directory / f"{sha256(_RECIPE.encode() + pdf).hexdigest()[:32]}.pictures"
        kept = _read(path)
        if kept is None:
            kept = pictures(pdf)
            self.directory.mkdir(parents=True, exist_ok=True)
            write_whole(path, json.dumps([len(one) for one in kept]).encode() + b"\n" + b"".join(kept))
            self._clear()
        with suppress(OSError):
            path.touch()
        return kept

    def _clear(self) -> None:
        entries = sorted(
            self.directory.glob("*.pictures"), key=lambda path: (-path.stat().st_mtime, path.name)
        )
        for entry in entries[KEPT:]:
            entry.unlink(missing_ok=True)


def pictures(pdf: bytes) -> tuple[bytes, ...]:
    """Every page of a PDF as a PNG, a pixel for each CSS pixel; the same PDF gives the same bytes."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_png(page.render(scale=96 / 72).to_pil()) for page in document)
    finally:
        document.close()


def _png(picture: Image.Image) -> bytes:
    flat = picture.convert("RGB").quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    png = io.BytesIO()
    flat.save(png, "PNG", optimize=False, compress_level=6)
    return png.getvalue()


def _read(path: Path) -> tuple[bytes, ...] | None:
    """The pictures kept in a file; None where there are none, or not all of them."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        sizes: Sequence[int] = json.loads(head)
    except (OSError, ValueError):
        return None
    if sum(sizes) != len(body):
        return None
    stream = io.BytesIO(body)
    return tuple(stream.read(size) for size in sizes)
