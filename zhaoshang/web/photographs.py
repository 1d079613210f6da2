"""Photographs for pages: turned upright, without what the camera wrote into them, in a few widths and formats.

AVIF weighs least, WebP is read nearly everywhere, JPEG (PNG where the picture is transparent) by every browser. A
photograph is developed once and kept by the digest of its file, since AVIF takes seconds.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import PIL
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError, features

from zhaoshang.diagnostics.diagnostic import Refusal

WIDTHS = (480, 960, 1600)
"""How wide pictures are made, in pixels: a phone, a page, a page on a fine screen. None is made wider than it is."""
MOST_PIXELS = 40_000_000
"""Larger files are refused: they are no photographs for the web, and may be bombs."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file of a photograph. `type` is its media type, `ending` that of its name."""

    type: str
    ending: str
    width: int
    height: int
    content: bytes


@dataclass(frozen=True, slots=True)
class _Format:
    name: str
    type: str
    ending: str
    options: tuple[tuple[str, int | bool], ...]


_AVIF = _Format("AVIF", "image/avif", ".avif", (("quality", 58), ("speed", 6), ("max_threads", 1)))
_WEBP = _Format("WEBP", "image/webp", ".webp", (("quality", 76), ("method", 5)))
_JPEG = _Format("JPEG", "image/jpeg", ".jpg", (("quality", 78), ("optimize", True), ("progressive", True)))
_PNG = _Format("PNG", "image/png", ".png", (("optimize", True),))


def develop(file: Path, digest: str, workshop: Path | None) -> tuple[Rendition, ...]:
    """Every rendition of a photograph, format by format; from `workshop` if they have been made before.

    Raises `Refusal`: Z720 where the file is no picture that can be read, Z721 where it is too large.
    """
    if workshop is None:
        return tuple(_renditions(file))
    shelf = workshop / "photographs" / sha256(f"{digest} {_recipe()}".encode()).hexdigest()[:20]
    found = _kept(shelf)
    if found is None:
        found = tuple(_renditions(file))
        _keep(shelf, found)
    return found


def _recipe() -> str:
    """All that the renditions depend on beside the file."""
    return repr((WIDTHS, [*_formats(transparent=False), *_formats(transparent=True)], PIL.__version__))


def _formats(*, transparent: bool) -> Iterator[_Format]:
    if features.check("avif"):
        yield _AVIF
    yield _WEBP
    yield _PNG if transparent else _JPEG


def _renditions(file: Path) -> Iterator[Rendition]:
    picture = _upright(file)
    widths = [width for width in WIDTHS if width < picture.width] or [picture.width]
    if widths[-1] < picture.width <= WIDTHS[-1]:
        widths.append(picture.width)
    sized = [_resized(picture, width) for width in widths]
    for one in _formats(transparent=picture.mode == "RGBA"):
        for small in sized:
            written = BytesIO()
            small.save(written, one.name, **dict(one.options))
            yield Rendition(one.type, one.ending, *small.size, written.getvalue())


def _upright(file: Path) -> Image.Image:
    """The pixels alone, in sRGB: as the camera was held, without its notes on place, time and owner."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(file) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Refusal("Z721", pixels=f"{opened.width} × {opened.height}", most=f"{MOST_PIXELS:,}")
            upright = ImageOps.exif_transpose(opened)
            return _plain(upright)
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError, SyntaxError) as error:
        raise Refusal("Z720", reason=str(error)) from None


def _plain(picture: Image.Image) -> Image.Image:
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    profile = picture.info.get("icc_profile")
    converted = picture.convert(mode)
    if profile and picture.mode in ("RGB", "RGBA"):
        converted = _in_srgb(converted, profile)
    plain = Image.new(mode, converted.size)
    plain.paste(converted)
    return plain


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """The colours the camera meant; a profile that cannot be read is left aside, as browsers do."""
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB")) or picture
    except (ImageCms.PyCMSError, OSError):
        return picture


def _resized(picture: Image.Image, width: int) -> Image.Image:
    if width == picture.width:
        return picture
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def _kept(shelf: Path) -> tuple[Rendition, ...] | None:
    try:
        listed = json.loads((shelf / "list.json").read_text(encoding="utf-8"))
        return tuple(
            Rendition(type_, ending, width, height, (shelf / f"{width}{ending}").read_bytes())
            for type_, ending, width, height in listed
        )
    except (OSError, ValueError):
        return None


def _keep(shelf: Path, renditions: tuple[Rendition, ...]) -> None:
    """Writes the list last: a shelf without it counts as empty."""
    shelf.mkdir(parents=True, exist_ok=True)
    for one in renditions:
        (shelf / f"{one.width}{one.ending}").write_bytes(one.content)
    rows = [[one.type, one.ending, one.width, one.height] for one in renditions]
    (shelf / "list.json").write_text(json.dumps(rows), encoding="utf-8")
