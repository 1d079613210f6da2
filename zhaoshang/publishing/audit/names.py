"""The names of the files survive any disk and any archive: Windows, macOS, a USB stick."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from zhaoshang.diagnostics.diagnostic import Diagnostic
from zhaoshang.publishing.audit.finished import finding, place
from zhaoshang.values.artifact import Artifact

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f]')
_LONGEST = 200


def check_names(artifacts: Iterable[Artifact]) -> Iterator[Diagnostic]:
    """Names some system cannot hold, and names some system cannot tell apart."""
    owners: dict[str, str] = {}
    for path in sorted(str(artifact.path) for artifact in artifacts):
        if not all(_is_portable(part) for part in PurePosixPath(path).parts):
            yield finding("Z768", path, path=path)
        folded = unicodedata.normalize("NFC", path).casefold()
        if folded in owners:
            yield finding("Z767", path, 1, place(owners[folded], 1), path=path, other=owners[folded])
        owners.setdefault(folded, path)
    yield from _check_folders(owners)


def _check_folders(owners: dict[str, str]) -> Iterator[Diagnostic]:
    """A file where another file needs a folder."""
    for folded, path in owners.items():
        for folder in PurePosixPath(folded).parents:
            if str(folder) in owners:
                other = owners[str(folder)]
                yield finding("Z767", path, 1, place(other, 1), path=path, other=other)


def _is_portable(name: str) -> bool:
    return not (
        _RESERVED.fullmatch(name)
        or _FORBIDDEN.search(name)
        or name.endswith((".", " "))
        or len(name.encode()) > _LONGEST
        or name != unicodedata.normalize("NFC", name)
    )
