"""A project's folder → its Library: every file read once, every mistake of every file found in one run."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from zhaoshang.diagnostics import Diagnostic, Findings, Span
from zhaoshang.domain.kinds import KINDS, SINGULAR, Kind, Layout
from zhaoshang.domain.library import Key, Library, Locator
from zhaoshang.domain.record import Record
from zhaoshang.domain.sites import priced
from zhaoshang.reading.content_folder import ContentFolder, File, survey
from zhaoshang.reading.decode import decode
from zhaoshang.reading.manuscript import Manuscript
from zhaoshang.reading.markdown import Compiled, ProseCompiler
from zhaoshang.reading.nodes import Node
from zhaoshang.reading.prose_headings import differing_headings
from zhaoshang.reading.source import Source, decode_source
from zhaoshang.reading.yaml_tree import parse_yaml
from zhaoshang.values import Prose


def read_project(root: Path) -> tuple[Library | None, Findings]:
    """The library of the project in `root`, or `None` and why there is none.

    Warnings come with a library; an error in any file means that there is none, and all findings of all files.
    """
    folder, findings = survey(root, KINDS)
    reading = _Reading(folder, list(findings))
    reading.read_records()
    reading.read_prose()
    reading.read_media()
    found = Findings.of(reading.findings).sorted()
    return (None if found.has_errors else reading.library()), found


def source_text(root: Path) -> Callable[[str], str | None]:
    """Shows the printers of findings the text of a file of the project; `None` for what is no readable text in it."""
    inside = root.resolve()

    def text(path: str) -> str | None:
        file = (inside / path).resolve()
        if not file.is_relative_to(inside):
            return None
        try:
            data = file.read_bytes()
        except OSError:
            return None
        return None if b"\0" in data else _legible(data)

    return text


def _legible(data: bytes) -> str:
    """The text as its author saw it, even where its encoding is what the finding is about."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


@dataclass(slots=True)
class _Reading:
    """The state of one reading of a folder."""

    folder: ContentFolder
    findings: list[Diagnostic]
    records: dict[str, dict[str, Record]] = field(default_factory=lambda: defaultdict(dict))
    locators: dict[Key, Locator] = field(default_factory=dict)
    prose: dict[tuple[Key, str], Prose] = field(default_factory=dict)
    manuscripts: dict[tuple[Key, str], Manuscript] = field(default_factory=dict)
    media: dict[str, str] = field(default_factory=dict)

    def read_records(self) -> None:
        for (kind, id_), file in self.folder.records.items():
            node = self._node(file)
            if node is None:
                continue
            key = Key(kind, id_)
            self.locators[key] = node
            record, found = decode(node, KINDS[kind].model, given={"id": id_})
            self._add_unheard(found)
            if record is not None:
                self.records[kind][id_] = record

    def read_prose(self) -> None:
        compiler = ProseCompiler(kinds=tuple(SINGULAR), media=frozenset(self.folder.media))
        outlines: dict[Key, dict[str, Compiled]] = defaultdict(dict)
        for (kind, id_, language), file in self._prose_files():
            source = self._source(file)
            if source is None or not self._is_language(language, file):
                continue
            key = Key(kind, id_)
            compiled, found = compiler.compile(source, language=language)
            self.findings.extend(found)
            self.prose[key, language] = compiled.prose
            self.manuscripts[key, language] = Manuscript(source)
            outlines[key][file.path] = compiled
        for texts in outlines.values():
            self.findings.extend(differing_headings({path: one.outline for path, one in texts.items()}))

    def _prose_files(self) -> list[tuple[tuple[str, str, str], File]]:
        """The files of prose, those in the first language of the site, the original, first."""
        languages = self._languages()
        last = len(languages)
        ranks = {language: rank for rank, language in enumerate(languages)}
        return sorted(self.folder.prose.items(), key=lambda item: ranks.get(item[0][2], last))

    def read_media(self) -> None:
        for name, file in self.folder.media.items():
            data = self._bytes(file)
            if data is not None:
                self.media[name] = hashlib.sha256(data).hexdigest()

    def _add_unheard(self, found: Findings) -> None:
        """Add what decoding found, but not about a line of which the syntax was already found wrong."""
        heard = {(item.span.path, item.span.line) for item in self.findings if item.span}
        self.findings.extend(
            item for item in found if not item.span or (item.span.path, item.span.line) not in heard
        )

    def library(self) -> Library:
        """All that was read; to be asked for only when nothing was wrong."""
        parts: dict[str, Any] = {
            name: self._part(kind) for name, kind in KINDS.items() if self._is_given(kind)
        }
        parts["plots"] = {id_: priced(plot, parts["costs"]) for id_, plot in parts["plots"].items()}
        return Library(
            **parts,
            prose=self.prose,
            manuscripts=self.manuscripts,
            media=self.media,
            locators=self.locators,
        )

    def _is_given(self, kind: Kind) -> bool:
        """Whether there is something to hand over; a single file that need not be there may be missing."""
        return kind.layout is Layout.FOLDER or kind.name in self.records[kind.name]

    def _part(self, kind: Kind) -> Record | Mapping[str, Record]:
        records = self.records[kind.name]
        return records[kind.name] if kind.layout is Layout.FILE else dict(sorted(records.items()))

    def _languages(self) -> tuple[str, ...]:
        site = self.records["site"].get("site")
        return getattr(site, "languages", ())

    def _is_language(self, language: str, file: File) -> bool:
        languages = self._languages()
        if not languages or language in languages:
            return True
        name = file.path.rpartition("/")[2]
        arguments = {"name": name, "language": language, "languages": ", ".join(languages)}
        self.findings.append(Diagnostic("Z020", Span(file.path), arguments))
        return False

    def _node(self, file: File) -> Node | None:
        source = self._source(file)
        if source is None:
            return None
        node, found = parse_yaml(source)
        self.findings.extend(found)
        return node

    def _source(self, file: File) -> Source | None:
        data = self._bytes(file)
        if data is None:
            return None
        source, found = decode_source(data, file.path)
        self.findings.extend(found)
        return source

    def _bytes(self, file: File) -> bytes | None:
        try:
            return file.location.read_bytes()
        except OSError as error:
            self.findings.append(Diagnostic("Z006", Span(file.path), {"reason": error.strerror or ""}))
            return None
