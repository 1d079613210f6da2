"""What stands in `site/` now, compared with what the last build says it put there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Self

from zhaoshang.publishing.manifest import MANIFEST, Manifest

# Left behind by file browsers; nobody misses them.
DROPPINGS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Present:
    """The present `site/`.

    `own` maps the path of each file this program wrote, and nobody touched since, to its SHA-256. `strangers`
    are files it did not write, `altered` files it wrote and somebody changed afterwards.
    """

    own: dict[str, str]
    strangers: tuple[str, ...]
    altered: tuple[str, ...]

    @classmethod
    def of(cls, site: Path) -> Self:
        """Reads `site`, every byte of it; a folder that does not exist is empty. Raises `OSError`."""
        listed = _manifest_of(site).digests()
        found = sorted(files_in(site)) if site.exists() else []
        known = [path for path in found if path in listed]
        own = {path: listed[path] for path in known if _digest(site / path) == listed[path]}
        return cls(
            own=own,
            strangers=tuple(path for path in found if path not in listed and path != str(MANIFEST)),
            altered=tuple(path for path in known if path not in own),
        )


def _manifest_of(site: Path) -> Manifest:
    try:
        return Manifest.parse((site / MANIFEST).read_bytes()) or Manifest()
    except FileNotFoundError:
        return Manifest()


def files_in(folder: Path, prefix: str = "") -> Iterator[str]:
    """Every entry below `folder` that is not a real directory, as a path with forward slashes."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from files_in(Path(entry.path), f"{prefix}{entry.name}/")
            elif entry.name not in DROPPINGS:
                yield prefix + entry.name


def _digest(path: Path) -> str:
    """The SHA-256 of a regular file; of anything else nothing that could be a digest."""
    if path.is_symlink() or not path.is_file():
        return ""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
