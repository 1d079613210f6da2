"""Puts one directory in the place of another, so that nobody ever finds the place empty or half full."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

from zhaoshang.publishing.workshop import Workshop

# From linux/fs.h and, on macOS, sys/stdio.h: exchange the two names in one step.
RENAME_EXCHANGE = 1 << 1
RENAME_SWAP = 1 << 1
AT_FDCWD = -100

_NOT_OFFERED = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})


def put_in_place(workshop: Workshop, site: Path) -> None:
    """Makes the finished tree `workshop.next` the new `site`; what was there before stays behind in the
    workshop.

    Where the system can exchange two names at once, this is one step. Elsewhere it is two, noted in a
    journal, and `recover` completes them after an interruption.
    """
    if not site.exists():
        workshop.next.rename(site)
    elif not exchange(workshop.next, site):
        _replace_in_two_steps(workshop, site)
    settle(site.parent)


def exchange(one: Path, other: Path) -> bool:
    """Exchanges two names in one step; where the system does not offer it, says no and changes nothing."""
    if sys.platform == "win32":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(*names, ctypes.c_uint(RENAME_SWAP))
    elif hasattr(libc, "renameat2"):
        failed = libc.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], ctypes.c_uint(RENAME_EXCHANGE))
    else:
        return False
    code = ctypes.get_errno()
    if failed and code not in _NOT_OFFERED:
        raise OSError(code, os.strerror(code), str(other))
    return not failed


def _replace_in_two_steps(workshop: Workshop, site: Path) -> None:
    with workshop.journal.open("wb") as journal:
        journal.write(b"next is complete and on its way to site\n")
        journal.flush()
        os.fsync(journal.fileno())
    settle(workshop.journal.parent)
    try:
        site.rename(workshop.old)
        workshop.next.rename(site)
    except OSError:
        if not site.exists() and workshop.old.exists():
            workshop.old.rename(site)
        raise
    finally:
        if site.exists():
            workshop.journal.unlink()


def recover(workshop: Workshop, site: Path) -> None:
    """Completes a replacement that was interrupted between its two steps; otherwise changes nothing."""
    if not workshop.journal.exists():
        return
    if not site.exists():
        tree = workshop.next if workshop.next.exists() else workshop.old
        tree.rename(site)
        settle(site.parent)
    workshop.journal.unlink()


def settle(folder: Path) -> None:
    """Has the names in `folder` written to the disk itself."""
    if sys.platform == "win32":
        return  # a directory cannot be opened there; NTFS journals its names
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def settle_all(tree: Path) -> None:
    """Has the file system that holds `tree` written to the disk itself: one call instead of one for each
    file.
    """
    if sys.platform == "win32":
        return
    if sys.platform != "linux":
        os.sync()
        return
    handle = os.open(tree, os.O_RDONLY)
    try:
        if ctypes.CDLL(None, use_errno=True).syncfs(handle):
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(tree))
    finally:
        os.close(handle)
