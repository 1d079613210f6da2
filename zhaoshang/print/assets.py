"""Which files a document may use, and in what condition: the only door through which the renderer reads."""

from __future__ import annotations

import base64
import binascii
import io
import os
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, unquote_to_bytes, urlsplit

from PIL import Image, UnidentifiedImageError

from zhaoshang.diagnostics import Refusal
from zhaoshang.print.drawings import fault_of_svg

MAX_BYTES = 40_000_000
MAX_PIXELS = 40_000_000

FACES = ".faces/"
"""Where the document finds the typefaces."""

_TYPES = {
    ".css": "text/css",
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".otf": "font/otf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".webp": "image/webp",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """The content of a permitted reference."""

    content: bytes
    media_type: str


class AssetDoor:
    """Opens references that lie inside the allowed directories, and remembers which files it opened.

    The document sees a file system of its own, whose root is the nearest directory that holds everything it may
    use (see `virtual`): the renderer writes traces of its references into the PDF, and those must not tell where
    on which machine the project stood.

    The rules: `file:` without a host or `data:`; the path, with every link followed, inside a root; a known
    kind of file of bounded size; images of bounded pixels; drawings without scripts or outside references.
    """

    def __init__(self, roots: Sequence[Path], *, faces: Path | None = None) -> None:
        self._roots = tuple(root.resolve() for root in roots)
        self._top = Path(os.path.commonpath(self._roots))
        self._faces = faces
        self.opened: dict[Path, str] = {}

    def virtual(self, path: Path) -> str:
        """The URL by which the document knows a file or directory; one that it may not use has none."""
        real = path.resolve()
        if not any(real.is_relative_to(root) for root in self._roots):
            raise Refusal("Z803", url=path.name)
        return "file:///" + quote(real.relative_to(self._top).as_posix())

    def open(self, url: str) -> Asset:
        """The asset behind an absolute URL; raises `Refusal`."""
        scheme = url.partition(":")[0].lower()
        if scheme == "data":
            asset = _embedded(url)
        elif scheme == "file":
            asset = self._on_disk(url)
        else:
            raise Refusal("Z803", url=_shortened(url))
        _inspect(asset, url)
        return asset

    def _on_disk(self, url: str) -> Asset:
        path = self._permitted_path(url)
        media_type = _TYPES.get(path.suffix.lower())
        if media_type is None:
            raise Refusal("Z804", url=_shortened(url), reason=path.suffix)
        try:
            if path.stat().st_size > MAX_BYTES:
                raise Refusal("Z805", url=_shortened(url), size=f"{path.stat().st_size:,} B")
            content = path.read_bytes()
        except OSError as error:
            raise Refusal("Z804", url=_shortened(url), reason=type(error).__name__) from error
        self.opened[path] = sha256(content).hexdigest()
        return Asset(content, media_type)

    def _permitted_path(self, url: str) -> Path:
        parts = urlsplit(url)
        if parts.netloc:
            raise Refusal("Z803", url=_shortened(url))
        name = unquote(parts.path).lstrip("/")
        if self._faces is not None and name.startswith(FACES):
            return self._faces / PurePosixPath(name).name
        try:
            path = (self._top / name).resolve()
        except (OSError, ValueError, RuntimeError) as error:
            raise Refusal("Z804", url=_shortened(url), reason=type(error).__name__) from error
        if not any(path.is_relative_to(root) for root in self._roots):
            raise Refusal("Z803", url=_shortened(url))
        return path


def _embedded(url: str) -> Asset:
    header, comma, payload = url.partition(",")
    media_type = header[len("data:") :].split(";")[0].strip().lower()
    if not comma or not media_type.startswith("image/") or len(payload) > MAX_BYTES:
        raise Refusal("Z803", url=_shortened(url))
    if header.lower().endswith(";base64"):
        try:
            content = base64.b64decode(unquote(payload), validate=False)
        except (binascii.Error, ValueError) as error:
            raise Refusal("Z804", url=_shortened(url), reason="base64") from error
    else:
        content = unquote_to_bytes(payload)
    return Asset(content, media_type)


def _inspect(asset: Asset, url: str) -> None:
    """The renderer goes by content, not by name, and so does this."""
    if asset.media_type.startswith(("font/", "text/css")):
        return
    if asset.content.lstrip()[:1] == b"<" or asset.media_type == "image/svg+xml":
        if fault := fault_of_svg(asset.content):
            raise Refusal("Z806", url=_shortened(url), reason=fault)
        return
    width, height = _pixels(asset.content, url)
    if width * height > MAX_PIXELS:
        raise Refusal("Z805", url=_shortened(url), size=f"{width:,} × {height:,} px")


def _pixels(content: bytes, url: str) -> tuple[int, int]:
    """Width and height, read from the header alone."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "GIF", "WEBP")) as image:
                return image.size
    except Image.DecompressionBombError as error:
        raise Refusal("Z805", url=_shortened(url), size=str(error)) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise Refusal("Z804", url=_shortened(url), reason=type(error).__name__) from error


def _shortened(url: str) -> str:
    """The reference as it can be shown: a path from the project's root, and not endless."""
    shown = unquote(url)[len("file:///") :] if url.lower().startswith("file:///") else url
    return shown if len(shown) <= 120 else shown[:117] + "…"
