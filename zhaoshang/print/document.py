"""What goes into the press and what comes out of it: plain values, no renderer behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from zhaoshang.diagnostics import Findings, Span


class Variant(StrEnum):
    """What the file is for."""

    TAGGED = "tagged"
    """For readers: PDF/UA-1, the form that screen readers rely on."""

    ARCHIVE = "archive"
    """For the files of the office: PDF/A-3a and PDF/UA-1 at once; may carry attachments."""

    PRINT_SHOP = "print-shop"
    """For the printer: bleed and crop marks (`print-shop.css`); no claim to a standard."""

    PICTURE = "picture"
    """To be made into pictures, which carry no tags."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the file says about itself. `language` is a BCP 47 tag; the dates come from the edition, never a
    clock.
    """

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    language: str
    created: date
    modified: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file carried inside the PDF. `relationship` is a term of ISO 32000-2, 7.11.3: Data, Source,
    Supplement…
    """

    name: str
    content: bytes
    description: str
    relationship: str = "Supplement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One edition, ready to be set.

    `name` tells it from the others of a build. Only files inside `roots` (or embedded as `data:`) are read, nothing
    is ever fetched from a network; `base`, which references in `html` are relative to, and the stylesheets lie in
    there too. Two copies of a project at different places give the same bytes. `css` follows the stylesheets: the
    colours (see `tokens`) and whatever else is the edition's own. An element may carry `data-record`; a finding
    about it or its content points to `origins[record]`.
    """

    name: str
    html: str
    metadata: Metadata
    stylesheets: tuple[Path, ...]
    base: Path
    roots: tuple[Path, ...]
    css: str = ""
    variant: Variant = Variant.TAGGED
    attachments: tuple[Attachment, ...] = ()
    fillable: bool = False
    """Whether its inputs become fields of the PDF (AcroForm)."""
    origins: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the PDF outline: its depth from 1, its label, its page from 1."""

    level: int
    label: str
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """The outcome for one document. `pdf` is `None` when it was refused or could not be finished: see
    `findings`.
    """

    name: str
    pdf: bytes | None
    pages: int = 0
    bookmarks: tuple[Bookmark, ...] = ()
    findings: Findings = field(default_factory=Findings)
