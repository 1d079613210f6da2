"""The pictures of the content as files of the site, with their sizes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from PIL import Image

from zhaoshang.values.artifact import Artifact

_VIEW_BOX = re.compile(rb'<svg[^>]*\sviewBox="[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)"')


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the site: its path from the root and its size in pixels."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Media:
    """All pictures: the files, and where each name of the content went."""

    artifacts: tuple[Artifact, ...]
    pictures: Mapping[str, Picture]


def build_media(folder: Path, digests: Mapping[str, str]) -> Media:
    """Reads `content/media/`; every file's address changes with its content."""
    artifacts, pictures = [], {}
    for name, digest in sorted(digests.items()):
        content = (folder / name).read_bytes()
        plain = PurePosixPath(name)
        path = PurePosixPath("media") / f"{plain.stem}.{digest[:10]}{plain.suffix}"
        artifacts.append(Artifact(path, content))
        pictures[name] = Picture(str(path), *_size(content, plain.suffix.lower()))
    return Media(tuple(artifacts), pictures)


def _size(content: bytes, suffix: str) -> tuple[int, int]:
    if suffix == ".svg":
        match = _VIEW_BOX.search(content)
        return (round(float(match[1])), round(float(match[2]))) if match else (0, 0)
    with Image.open(BytesIO(content)) as image:
        return image.size
