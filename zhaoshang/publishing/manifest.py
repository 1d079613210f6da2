"""What a build put into `site/`: each file with its digest and its size."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Self

from zhaoshang.values.artifact import Artifact

MANIFEST = PurePosixPath("manifest.json")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One published file: its path below `site/`, the SHA-256 of its content, its length in bytes."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of one build, sorted by path. It holds no date: the same files give the same manifest."""

    entries: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, artifacts: Iterable[Artifact]) -> Self:
        """The manifest of these artifacts."""
        return cls(tuple(sorted(Entry(str(one.path), one.digest, one.size) for one in artifacts)))

    @classmethod
    def parse(cls, text: bytes) -> Self | None:
        """The manifest written in `text`; nothing if this is not a manifest."""
        try:
            files = json.loads(text)["files"]
            return cls(tuple(sorted(Entry(str(f["path"]), str(f["sha256"]), int(f["size"])) for f in files)))
        except (ValueError, KeyError, TypeError):
            return None

    def digests(self) -> dict[str, str]:
        """The SHA-256 of each path."""
        return {entry.path: entry.sha256 for entry in self.entries}

    def render(self) -> bytes:
        """As JSON, a line for each file, so that two manifests compare well."""
        lines = ",\n".join(
            json.dumps({"path": e.path, "sha256": e.sha256, "size": e.size}, ensure_ascii=False)
            for e in self.entries
        )
        return f'{{"files": [\n{lines}\n]}}\n'.encode()
