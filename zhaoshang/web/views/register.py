"""Views of the register of editions."""

from __future__ import annotations

from dataclasses import dataclass

from zhaoshang.domain.register import Changes, Release
from zhaoshang.web.views.entries import Download


@dataclass(frozen=True, slots=True)
class EditionEntry:
    """A released edition and the one that replaced it."""

    release: Release
    successor: Release | None


@dataclass(frozen=True, slots=True)
class RegisterView:
    """Every released edition, the newest first."""

    editions: tuple[EditionEntry, ...]


@dataclass(frozen=True, slots=True)
class EditionView:
    """A released edition: what replaced it, what has changed since, what it changed itself, where its files lie."""

    release: Release
    successor: Release | None
    since: Changes
    predecessor: Release | None
    against: Changes
    """What it changed against its predecessor."""
    files: tuple[Download, ...]
    """Of the guides as they are now; those of an edition that was replaced are no longer offered."""
