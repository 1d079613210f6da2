"""What the parent and its child process say to each other."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import IO

from zhaoshang.print.document import Bookmark, Document
from zhaoshang.print.fonts import FontSet
from zhaoshang.print.remark import Remark


@dataclass(frozen=True, slots=True)
class Job:
    """One document, the faces to set it with, and the seconds of work it may cost.

    Nobody waits for the answer to a rehearsal: it makes the process ready for the documents to come.
    """

    document: Document
    fonts: FontSet
    seconds: int
    rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a job. `opened` maps the path of each file that was read to its SHA-256.

    On the wire it is one line of JSON, then the bytes of the PDF: the child has handled foreign content, so
    nothing it says is unpickled.
    """

    pdf: bytes | None
    pages: int
    bookmarks: tuple[Bookmark, ...]
    remarks: tuple[Remark, ...]
    opened: Mapping[str, str]

    def write(self, stream: IO[bytes]) -> None:
        head = asdict(self) | {"pdf": None if self.pdf is None else len(self.pdf)}
        stream.write(json.dumps(head).encode() + b"\n" + (self.pdf or b""))
        stream.flush()

    @classmethod
    def read(cls, stream: IO[bytes]) -> Answer | None:
        """The next answer; `None` when its writer has gone."""
        line = stream.readline()
        if not line.endswith(b"\n"):
            return None
        head = json.loads(line)
        pdf = None if head["pdf"] is None else stream.read(head["pdf"])
        if pdf is not None and len(pdf) != head["pdf"]:
            return None
        return cls(
            pdf=pdf,
            pages=head["pages"],
            bookmarks=tuple(Bookmark(**entry) for entry in head["bookmarks"]),
            remarks=tuple(Remark.of(r["code"], r["record"], **dict(r["arguments"])) for r in head["remarks"]),
            opened=head["opened"],
        )
