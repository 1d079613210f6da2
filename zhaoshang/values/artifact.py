"""One finished file of the output, before it touches the disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import PurePosixPath


@dataclass(frozen=True)
class Artifact:
    """A file of `site/` as it will be published: where it goes, and its bytes.

    `path` is relative to the root of the site, with forward slashes, and never leaves it.
    """

    path: PurePosixPath
    content: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if self.path.is_absolute() or not self.path.parts or ".." in self.path.parts:
            raise ValueError(f"an artifact stays inside the site, this one does not: {self.path}")

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the content, in lower-case hexadecimal."""
        return sha256(self.content).hexdigest()

    @property
    def size(self) -> int:
        """The length of the content in bytes."""
        return len(self.content)
