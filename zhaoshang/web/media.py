"""The pictures of the content as files of the site: drawings as they are, photographs in the sizes a page needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings, Refusal, Span
from zhaoshang.values.artifact import Artifact
from zhaoshang.web.photographs import Rendition, develop

_VIEW_BOX = re.compile(rb'<svg[^>]*\sviewBox="[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)"')


@dataclass(frozen=True, slots=True)
class Source:
    """The same picture in a format, in several widths: type, and path and width of each."""

    type: str
    files: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the site: its path from the root and its size in pixels.

    A photograph has `sources` besides, the format first that weighs least; the last is that of `path`.
    """

    path: str
    width: int
    height: int
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Media:
    """All pictures: the files, and where each name of the content went."""

    artifacts: tuple[Artifact, ...]
    pictures: Mapping[str, Picture]
    findings: Findings


def build_media(folder: Path, digests: Mapping[str, str], *, workshop: Path | None = None) -> Media:
    """Reads `content/media/`; every file's address changes with its content.

    `workshop` is where developed photographs are kept. Z720 for a file that cannot be read, Z721 for one too large:
    pages can be written all the same, and say what else is wrong.
    """
    artifacts: list[Artifact] = []
    pictures: dict[str, Picture] = {}
    findings = []
    for name, digest in sorted(digests.items()):
        try:
            pictures[name], files = _picture(folder / name, digest, workshop)
            artifacts += files
        except Refusal as refusal:
            pictures[name] = Picture(f"media/{name}", 1, 1)
            findings.append(Diagnostic(refusal.code, Span(f"content/media/{name}"), refusal.arguments))
    return Media(tuple(artifacts), pictures, Findings(tuple(findings)))


def _picture(file: Path, digest: str, workshop: Path | None) -> tuple[Picture, list[Artifact]]:
    if file.suffix.lower() != ".svg":
        return _photograph(file.stem, develop(file, digest, workshop), digest)
    content = file.read_bytes()
    path = PurePosixPath("media", f"{file.stem}.{digest[:10]}{file.suffix}")
    return Picture(str(path), *_size(content)), [Artifact(path, content)]


def _photograph(stem: str, renditions: Iterable[Rendition], digest: str) -> tuple[Picture, list[Artifact]]:
    """A photograph with its renditions; pages without a choice get the middle width of the last format."""
    files: dict[str, list[tuple[str, int]]] = {}
    artifacts = []
    shown: dict[str, Rendition] = {}
    for one in renditions:
        path = f"media/{stem}-{one.width}.{digest[:10]}{one.ending}"
        files.setdefault(one.type, []).append((path, one.width))
        artifacts.append(Artifact(PurePosixPath(path), one.content))
        shown[path] = one
    sources = tuple(Source(type_, tuple(widths)) for type_, widths in files.items())
    last = sources[-1].files
    path = last[min(1, len(last) - 1)][0]
    return Picture(path, shown[path].width, shown[path].height, sources), artifacts


def _size(drawing: bytes) -> tuple[int, int]:
    match = _VIEW_BOX.search(drawing)
    return (round(float(match[1])), round(float(match[2]))) if match else (0, 0)
