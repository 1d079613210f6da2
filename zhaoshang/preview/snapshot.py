"""The state of the watched folders at a glance, and the moments at which it changed and came to rest."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

Stamp = tuple[int, int, int]
"""Modification time in nanoseconds, size in bytes, and the file's own number."""

Snapshot = Mapping[str, Stamp]


def take_snapshot(folders: Iterable[Path]) -> Snapshot:
    """Every file below these folders with its stamp. What editors leave beside a file does not count."""
    return {path: stamp for folder in folders for path, stamp in _files(folder)}


def _files(folder: Path) -> Iterator[tuple[str, Stamp]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if not _is_passing(entry.name):
                    yield from _entry(entry)
    except OSError:
        return  # gone between two looks; the next look sees it gone


def _entry(entry: os.DirEntry[str]) -> Iterator[tuple[str, Stamp]]:
    if entry.is_dir():
        yield from _files(Path(entry.path))
    else:
        status = entry.stat()
        yield entry.path, (status.st_mtime_ns, status.st_size, status.st_ino)


def _is_passing(name: str) -> bool:
    """Swap files, locks and backups: `.x.swp`, `~$ledger.xlsx`, `x~`, vim's `4913`."""
    return name.startswith((".", "~$")) or name.endswith(("~", ".tmp")) or name in ("4913", "__pycache__")


def bursts(
    settled: Snapshot, *, look: Callable[[], Snapshot], pause: Callable[[], bool]
) -> Iterator[Snapshot]:
    """One snapshot for each burst of changes, when two looks in a row see the same.

    `settled` is the state already dealt with. `pause` waits a moment and says whether to go on. What changes
    while the caller is at work on one burst belongs to the next: nothing is missed.
    """
    while pause():
        seen = look()
        if seen == settled:
            continue
        while pause() and (later := look()) != seen:
            seen = later
        settled = seen
        yield seen
