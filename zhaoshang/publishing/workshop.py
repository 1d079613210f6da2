"""The folder `.zhaoshang/`, where a build prepares what it will publish, and the lock on its door."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from zhaoshang.diagnostics.diagnostic import Refusal


@dataclass(frozen=True, slots=True)
class Workshop:
    """The locked working folder of one build. It lies beside `site/`, on the same file system.

    `next` is the tree being made, `old` the tree on its way out, `journal` the note that a replacement in two
    steps has begun.
    """

    folder: Path

    @property
    def next(self) -> Path:
        return self.folder / "publish" / "next"

    @property
    def old(self) -> Path:
        return self.folder / "publish" / "old"

    @property
    def journal(self) -> Path:
        return self.folder / "publish" / "journal"

    def clear(self) -> None:
        """Removes what an earlier, interrupted build left in the folder. Call it after `recover`."""
        shutil.rmtree(self.folder / "publish", ignore_errors=True)


@contextmanager
def open_workshop(folder: Path) -> Iterator[Workshop]:
    """The workshop, for this process alone; the lock goes with the process, however it ends.

    Refuses with Z901 while another build holds it. Raises `OSError` where the folder cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "build.lock").open("a+", encoding="ascii") as door:
        if not _lock(door):
            raise Refusal("Z901", process=_holder(folder))
        with suppress(OSError):
            _sign(door)
        yield Workshop(folder)


def _sign(door: IO[str]) -> None:
    """Leaves the number of this process for the finding of whoever comes second."""
    door.seek(0)
    door.truncate()
    door.write(str(os.getpid()))
    door.flush()


def _holder(folder: Path) -> str:
    try:
        return (folder / "build.lock").read_text(encoding="ascii").strip()
    except OSError:
        return ""


if sys.platform == "win32":
    import msvcrt

    def _lock(door: IO[str]) -> bool:
        # The locked byte lies far behind the number, which others must be able to read.
        door.seek(1 << 20)
        try:
            msvcrt.locking(door.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(door: IO[str]) -> bool:
        try:
            fcntl.flock(door, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
