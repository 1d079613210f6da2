"""What lies in `content/`: every file in its place, and a finding for every one that has none."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from zhaoshang.diagnostics import Diagnostic, Findings, Span, nearest
from zhaoshang.domain.kinds import Kind, Layout, Need

CONTENT = "content"
MEDIA = "media"

_IGNORED = re.compile(
    r"\..*|~\$.*|.*~|#.*#|.*\.(?:bak|swp|swo|tmp|orig)|Thumbs\.db|desktop\.ini|(?:README|LICENSE)\b.*", re.I
)
"""Files of the system, of editors and of Excel, and notes to colleagues."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PICTURE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_PROSE = re.compile(r"(?P<id>[^.]+)(?:\.(?P<language>[^.]+))?\.md")


@dataclass(frozen=True, slots=True)
class File:
    """A file of the project: where it is, and its path relative to the project."""

    path: str
    location: Path


@dataclass(slots=True)
class ContentFolder:
    """The files of `content/` by what they are: records by kind and id, prose by kind, id and language."""

    records: dict[tuple[str, str], File] = field(default_factory=dict)
    prose: dict[tuple[str, str, str], File] = field(default_factory=dict)
    media: dict[str, File] = field(default_factory=dict)


def survey(root: Path, kinds: Mapping[str, Kind]) -> tuple[ContentFolder, Findings]:
    """Sort every file below `root/content` into its place, in an order that no file system decides."""
    surveyor = _Surveyor(root.resolve(), kinds)
    if not (root / CONTENT).is_dir():
        return surveyor.folder, Findings((Diagnostic("Z022", Span(CONTENT)),))
    if surveyor.stays_inside(File(CONTENT, root / CONTENT)):
        surveyor.look_at_content()
    return surveyor.folder, Findings.of(surveyor.findings)


class _Surveyor:
    """Walks the folder once; collects files and findings."""

    def __init__(self, root: Path, kinds: Mapping[str, Kind]) -> None:
        self.folder = ContentFolder()
        self.findings: list[Diagnostic] = []
        self._root = root
        self._kinds = kinds
        self._singletons = {name for name, kind in kinds.items() if kind.layout is Layout.FILE}
        self._folders = {name for name, kind in kinds.items() if kind.layout is Layout.FOLDER}

    def look_at_content(self) -> None:
        for name, file, is_folder in self._entries(CONTENT):
            if is_folder and name == MEDIA:
                self._look_at_media()
            elif is_folder and name in self._folders:
                self._look_at_records(self._kinds[name])
            elif is_folder:
                known = [*sorted(self._folders), MEDIA]
                self._note("Z010", file, name=name, near=nearest(name, known), known=", ".join(known))
            else:
                self._take_singleton(name, file)
        for name in sorted(self._singletons):
            if self._kinds[name].required and (name, name) not in self.folder.records:
                self.findings.append(
                    Diagnostic("Z021", Span(f"{CONTENT}/{name}.yaml"), {"name": f"{name}.yaml"})
                )

    def _take_singleton(self, name: str, file: File) -> None:
        stem = name.removesuffix(".yaml")
        if stem != name and stem in self._singletons:
            self.folder.records[stem, stem] = file
        else:
            known = [f"{one}.yaml" for one in sorted(self._singletons)]
            self._stray(name, file, known)

    def _look_at_media(self) -> None:
        for name, file, is_folder in self._entries(f"{CONTENT}/{MEDIA}"):
            if is_folder:
                self._note("Z013", file, name=name)
            elif not _PICTURE.fullmatch(name):
                self._note("Z016", file, name=name)
            else:
                self.folder.media[name] = file

    def _look_at_records(self, kind: Kind) -> None:
        prose: list[tuple[str, File]] = []
        for name, file, is_folder in self._entries(f"{CONTENT}/{kind.name}"):
            if is_folder:
                self._note("Z013", file, name=name)
            elif name.endswith(".yaml"):
                self._take_record(kind, name.removesuffix(".yaml"), file)
            elif name.endswith(".md"):
                prose.append((name, file))
            else:
                self._stray(name, file, ())
        for name, file in prose:
            self._take_prose(kind, name, file)

    def _take_record(self, kind: Kind, id_: str, file: File) -> None:
        if _ID.fullmatch(id_):
            self.folder.records[kind.name, id_] = file
        else:
            self._note("Z014", file, name=id_)

    def _take_prose(self, kind: Kind, name: str, file: File) -> None:
        parts = _PROSE.fullmatch(name)
        ids = [id_ for owner, id_ in self.folder.records if owner == kind.name]
        if kind.prose is Need.NEVER:
            self._note("Z019", file, name=name)
        elif parts is None or parts["language"] is None:
            self._note("Z020", file, name=name, language="", languages="")
        elif parts["id"] not in ids and _ID.fullmatch(parts["id"]):
            near = nearest(parts["id"], ids)
            self._note("Z018", file, name=name, record=f"{parts['id']}.yaml", near=near)
        elif parts["id"] in ids:
            self.folder.prose[kind.name, parts["id"], parts["language"]] = file

    def _stray(self, name: str, file: File, known: Iterable[str]) -> None:
        """A file that is no record, no prose and no picture."""
        if name.endswith((".yml", ".YAML", ".YML", ".MD", ".markdown")):
            self._note("Z012", file, name=name)
        elif name.endswith((".yaml", ".md")):
            self._note("Z011", file, name=name, near=nearest(name, known), known=", ".join(known))
        else:
            self._note("Z015", file, name=name)

    def _entries(self, folder: str) -> Iterator[tuple[str, File, bool]]:
        """Name, file and whether it is a folder, sorted; without what is ignored, unsafe or in conflict."""
        seen: dict[str, str] = {}
        for entry in sorted(os.scandir(self._root / folder), key=lambda entry: entry.name):
            if _IGNORED.fullmatch(entry.name):
                continue
            file = File(f"{folder}/{entry.name}", Path(entry.path))
            twin = seen.setdefault(entry.name.casefold(), entry.name)
            if twin != entry.name:
                also = (Span(f"{folder}/{twin}"),)
                self.findings.append(
                    Diagnostic("Z017", Span(file.path), {"name": entry.name, "twin": twin}, also)
                )
            elif entry.is_symlink() and not self.stays_inside(file):
                continue
            elif not entry.is_dir() and not entry.is_file():
                self._note("Z015", file, name=entry.name)
            else:
                yield entry.name, file, entry.is_dir()

    def stays_inside(self, file: File) -> bool:
        """Whether a file lies in the project, wherever links lead; notes it where it does not."""
        target = Path(os.path.realpath(file.location))
        if target.is_relative_to(self._root) and target.exists():
            return True
        self._note("Z023", file, target=str(target))
        return False

    def _note(self, code: str, file: File, **arguments: str) -> None:
        self.findings.append(Diagnostic(code, Span(file.path), arguments))
