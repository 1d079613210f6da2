"""What a press is made ready with while the documents to come are still being composed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from zhaoshang.print.document import Document, Metadata

STYLES = ("base.css", "furniture.css", "guide.css", "chapters.css", "project.css", "visit.css")
"""The style sheets of every guide, in `templates/print/css`."""


def rehearsal(root: Path) -> Document:
    """A page with next to nothing on it, which makes a press ready for the guides of the project in `root`."""
    styles = root / "templates" / "print" / "css"
    day = date(2000, 1, 1)
    return Document(
        name="rehearsal",
        html='<!DOCTYPE html><html lang="zh"><head><title>字</title></head><body><p>字 <b>字 1</b></p></body></html>',
        metadata=Metadata(
            title="", author="", subject="", keywords=(), language="zh", created=day, modified=day
        ),
        stylesheets=tuple(styles / name for name in STYLES),
        base=root / "content" / "media",
        roots=(root / "content" / "media", styles),
    )
