"""The PDFs of earlier builds: an unchanged document is taken from here instead of being set again."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache as once
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from zhaoshang.print.document import Document
from zhaoshang.print.job import Answer

KEPT = 240
"""How many editions stay on the shelf; the ones unused for longest go first."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A directory of answers, each named by everything that went into it except the files it refers to.

    Those files are only known once the document has been set, so an entry names them with their hashes, and
    is good as long as they are unchanged.
    """

    directory: Path
    fonts: str

    def find(self, document: Document) -> Answer | None:
        """The answer for this document, if it would come out the same today."""
        path = self._path(document)
        try:
            answer = Answer.read(io.BytesIO(path.read_bytes()))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if answer is None or any(_hash_of(Path(name)) != known for name, known in answer.opened.items()):
            return None
        with suppress(OSError):
            path.touch()
        return answer

    def put(self, document: Document, answer: Answer) -> None:
        """Keep a PDF for later. A failure is not kept: its cause may lie outside the document."""
        if answer.pdf is None:
            return
        content = io.BytesIO()
        answer.write(content)
        write_whole(self._path(document), content.getvalue())
        self._clear()

    def _path(self, document: Document) -> Path:
        digest = sha256()
        for part in _ingredients(document, self.fonts):
            digest.update(len(part).to_bytes(8, "big") + part)
        return self.directory / f"{digest.hexdigest()[:32]}.answer"

    def _clear(self) -> None:
        entries = sorted(self.directory.glob("*.answer"), key=lambda path: (-path.stat().st_mtime, path.name))
        for entry in entries[KEPT:]:
            entry.unlink(missing_ok=True)


def _ingredients(document: Document, fonts: str) -> Iterator[bytes]:
    yield from (engine().encode(), fonts.encode(), document.html.encode(), document.css.encode())
    yield from (
        str(document.base.resolve()).encode(),
        document.variant.encode(),
        repr((document.metadata, document.fillable)).encode(),
    )
    for path in document.stylesheets:
        yield path.read_bytes()
    for root in document.roots:
        yield str(root.resolve()).encode()
    for attachment in document.attachments:
        yield from (
            attachment.name.encode(),
            attachment.description.encode(),
            attachment.relationship.encode(),
        )
        yield attachment.content


@once
def engine() -> str:
    """The hash of what turns a document into a PDF: this room's own code and the versions of the renderer."""
    digest = sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    for package in ("weasyprint", "pydyf", "fonttools", "pyphen", "tinycss2", "tinyhtml5"):
        digest.update(f"{package} {version(package)}\n".encode())
    return digest.hexdigest()


def _hash_of(path: Path) -> str | None:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file so that a reader sees the old content or the new, never a part; returns its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        return draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
