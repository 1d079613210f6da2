"""Puts the artifacts of a build into `site/`: all of them or none, and nothing of anybody else's is lost."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings, Refusal, Span
from zhaoshang.publishing.manifest import MANIFEST, Manifest
from zhaoshang.publishing.present import Present, files_in
from zhaoshang.publishing.swap import put_in_place, recover, settle_all
from zhaoshang.publishing.workshop import Workshop
from zhaoshang.values.artifact import Artifact

# How a system's refusal reads to the person at the desk; anything else is Z919 with the system's own words.
_CODES = {
    errno.ENOSPC: "Z910",
    errno.EDQUOT: "Z910",
    errno.EROFS: "Z911",
    errno.EACCES: "Z912",
    errno.EPERM: "Z912",
    errno.EXDEV: "Z913",
    errno.EBUSY: "Z913",
    errno.ENAMETOOLONG: "Z914",
}


@dataclass(frozen=True, slots=True)
class Publication:
    """What publishing did: the manifest of `site/` now, and how many files came, stayed and went."""

    manifest: Manifest
    written: int
    kept: int
    removed: int


def publish(
    artifacts: Iterable[Artifact], *, site: Path, workshop: Workshop
) -> tuple[Publication | None, Findings]:
    """Makes `site` hold exactly these artifacts and their manifest.

    Killed at any moment, `site` is the tree of the earlier build or the tree of this one. Files that the
    earlier build did not write, and files changed by hand, are never touched: they are a finding, and nothing
    is published.
    """
    try:
        return _publish(tuple(artifacts), site, workshop), Findings()
    except Refusal as refusal:
        _leave_no_trace(workshop)
        return None, Findings((Diagnostic(refusal.code, Span(site.name), refusal.arguments),))
    except OSError as error:
        _leave_no_trace(workshop)
        return None, Findings((explain(error, default=site),))


def explain(error: OSError, *, default: Path) -> Diagnostic:
    """The finding for what the system would not do, in words that say what to do about it."""
    code = _CODES.get(error.errno or 0, "Z919")
    return Diagnostic(
        code, None, {"path": str(error.filename or default), "reason": error.strerror or str(error)}
    )


def _publish(artifacts: tuple[Artifact, ...], site: Path, workshop: Workshop) -> Publication:
    recover(workshop, site)
    workshop.clear()
    _refuse_unless_a_folder(site)
    present = Present.of(site)
    _refuse_what_is_not_ours(present)
    manifest = Manifest.of(artifacts)
    if present.own == manifest.digests() and (site / MANIFEST).exists():
        return Publication(manifest, written=0, kept=len(artifacts), removed=0)
    kept = _stage(artifacts, manifest, site, present, workshop.next)
    _refuse_what_came_meanwhile(site, present)
    put_in_place(workshop, site)
    workshop.clear()
    gone = present.own.keys() - manifest.digests().keys()
    return Publication(manifest, written=len(artifacts) - kept, kept=kept, removed=len(gone))


def _refuse_unless_a_folder(site: Path) -> None:
    if site.is_symlink():
        raise Refusal("Z903", path=site.name, target=os.fspath(site.readlink()))
    if site.exists() and not site.is_dir():
        raise Refusal("Z904", path=site.name)


def _refuse_what_is_not_ours(present: Present) -> None:
    if present.strangers:
        raise Refusal("Z905", count=str(len(present.strangers)), files=_some(present.strangers))
    if present.altered:
        raise Refusal("Z906", count=str(len(present.altered)), files=_some(present.altered))


def _refuse_what_came_meanwhile(site: Path, present: Present) -> None:
    """Somebody may have dropped a file into `site/` while the new tree was being written."""
    found = set(files_in(site)) if site.exists() else set()
    if new := tuple(sorted(found - present.own.keys() - {str(MANIFEST)})):
        raise Refusal("Z905", count=str(len(new)), files=_some(new))


def _some(paths: tuple[str, ...], limit: int = 5) -> str:
    return ", ".join(paths[:limit]) + (" …" if len(paths) > limit else "")


def _stage(
    artifacts: tuple[Artifact, ...], manifest: Manifest, site: Path, present: Present, stage: Path
) -> int:
    """Writes the whole new tree to `stage`, and to the disk itself; returns how many files are shared with
    `site`.
    """
    stage.mkdir(parents=True)
    for folder in sorted({stage / artifact.path.parent for artifact in artifacts}):
        folder.mkdir(parents=True, exist_ok=True)
    kept = 0
    for artifact in artifacts:
        unchanged = present.own.get(str(artifact.path)) == artifact.digest
        if unchanged and _share(site / artifact.path, stage / artifact.path):
            kept += 1
        else:
            (stage / artifact.path).write_bytes(artifact.content)
    (stage / MANIFEST).write_bytes(manifest.render())
    settle_all(stage)
    return kept


def _share(old: Path, new: Path) -> bool:
    """Gives an unchanged file a second name; where the file system has no such thing, it is written again."""
    try:
        new.hardlink_to(old)
    except OSError:
        return False
    return True


def _leave_no_trace(workshop: Workshop) -> None:
    with suppress(OSError):
        if not workshop.journal.exists():
            workshop.clear()
