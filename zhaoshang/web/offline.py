"""The site for reading without a network, at a fair or in a hall without reception: which files a browser keeps.

`site.yaml` says so with `offline: pages` or `offline: pages-and-guides`. The worker, `sw.js` at the root of the site, is
named nowhere else; a site that keeps nothing publishes one that takes leave, so that switching off reaches every
browser that has kept an earlier edition.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from zhaoshang.domain.site import Offline, Site
from zhaoshang.values.artifact import Artifact

WORKER = PurePosixPath("sw.js")
_FOLDER = "worker"
_FOR_ALL = ""
_PHOTOGRAPH = re.compile(
    r"media/(?P<name>.+)-(?P<width>\d+)(?P<digest>\.[0-9a-f]{10})\.(?P<ending>avif|webp|jpg|png)"
)
_TO_KEEP = frozenset((".pdf", ".png"))
"""What is offered for download; `share/` holds the pictures that other sites show."""
_TEXTS = frozenset((".html", ".js", ".css", ".svg"))


@dataclass(frozen=True, slots=True)
class Kept:
    """What a reader's browser keeps in one language: the number of files, and the bytes it fetches for them (gzip)."""

    language: str
    files: int
    size: int


def service_worker(artifacts: Iterable[Artifact], *, site: Site, templates: Path) -> Artifact:
    """The worker of the finished site: what it keeps is named with the digests of `artifacts`."""
    if site.offline is None:
        return Artifact(WORKER, (templates / _FOLDER / "farewell.js").read_bytes())
    parts = {
        part: {str(one.path): sha256(one.content).hexdigest()[:10] for one in files}
        for part, files in _parts(artifacts, site=site).items()
    }
    manifest = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return Artifact(
        WORKER, f"const FILES = {manifest};\n".encode() + (templates / _FOLDER / "keep.js").read_bytes()
    )


def kept(artifacts: Iterable[Artifact], *, site: Site) -> tuple[Kept, ...]:
    """What is kept in each language, for the report of a build; nothing where the site does not."""
    if site.offline is None:
        return ()
    parts = _parts(artifacts, site=site)
    return tuple(
        Kept(language, len(files), sum(map(_fetched, files)))
        for language in site.languages
        for files in [(*parts[_FOR_ALL], *parts[language])]
    )


def _parts(artifacts: Iterable[Artifact], *, site: Site) -> Mapping[str, tuple[Artifact, ...]]:
    """The files to keep, by the language they are for."""
    found: dict[str, list[Artifact]] = {part: [] for part in (_FOR_ALL, *site.languages)}
    ordered = sorted(artifacts, key=lambda one: str(one.path))
    photographs = _photographs(str(one.path) for one in ordered)
    for one in ordered:
        part = _part(one.path, site=site, photographs=photographs)
        if part is not None:
            found[part].append(one)
    return {part: tuple(files) for part, files in found.items()}


def _part(path: PurePosixPath, *, site: Site, photographs: frozenset[str]) -> str | None:
    """Whom a file is kept for; None for one that is not kept."""
    first = path.parts[0]
    if first in site.languages and path.suffix in (".html", ".js"):
        return None if path.name == "404.html" else first
    if first == "assets" or str(path) == "index.html":
        return _FOR_ALL
    if first == "media":
        return _FOR_ALL if path.suffix == ".svg" or str(path) in photographs else None
    if site.offline is Offline.PAGES_AND_GUIDES and path.suffix in _TO_KEEP and first != "share":
        return next((lang for lang in site.languages if _is_in(path, lang)), _FOR_ALL)
    return None


def _is_in(path: PurePosixPath, language: str) -> bool:
    """Whether a download is in a language: `guides/investment-guide-zh.pdf`, `posters/zh/…`."""
    return language in path.parts or path.stem.endswith(f"-{language}")


def _photographs(paths: Iterable[str]) -> frozenset[str]:
    """One file for each photograph: the middle width, in the format that nearly every browser reads and that is light."""
    widths: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for path in paths:
        match = _PHOTOGRAPH.fullmatch(path)
        if match and match["ending"] == "webp":
            widths.setdefault((match["name"], match["digest"]), []).append((int(match["width"]), path))
    return frozenset(sorted(found)[min(1, len(found) - 1)][1] for found in widths.values())


def _fetched(file: Artifact) -> int:
    return len(gzip.compress(file.content, 6) if file.path.suffix in _TEXTS else file.content)
