"""The child process: sets one document after another in bounded memory and speaks only with its parent.

WeasyPrint is loaded here and nowhere else in the program, so nobody else waits for it, and a document that
runs wild takes only this process with it.
"""

from __future__ import annotations

import gc
import io
import logging
import math
import os
import pickle
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, date, datetime, time
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import IO, Any

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from zhaoshang.diagnostics import Refusal
from zhaoshang.print.assets import FACES, AssetDoor
from zhaoshang.print.document import Bookmark, Document, Variant
from zhaoshang.print.fields import finish_form
from zhaoshang.print.fonts import face_stylesheet
from zhaoshang.print.inspection import inspect
from zhaoshang.print.job import Answer, Job
from zhaoshang.print.metadata import finish_archive, put_metadata
from zhaoshang.print.remark import Remark
from zhaoshang.print.setting import SettingUnavailableError, chinese_setting
from zhaoshang.print.shortcuts import shortcuts
from zhaoshang.print.spacing import space_tree

MEMORY = 1_500_000_000
"""Address space of the process, in bytes; a guide of 60 pages takes a third of it."""

_OPTIONS: Mapping[Variant, Mapping[str, Any]] = {
    Variant.TAGGED: {"pdf_variant": "pdf/ua-1"},
    Variant.ARCHIVE: {"pdf_variant": "pdf/a-3a", "finisher": finish_archive},
    Variant.PRINT_SHOP: {"pdf_tags": True},
    Variant.PICTURE: {},
}

_SAID_BETTER: Mapping[str, tuple[str, ...]] = {
    "Failed to load": ("Z803", "Z804", "Z805", "Z806"),
    "No anchor": ("Z812",),
    ".notdef glyph": ("Z801",),
}
"""How lines of WeasyPrint's log begin that a finding of ours, made before, says with its place."""

_NO_MATTER = "Anchor defined twice"
"""WeasyPrint says so of the parts of two drawings as well; of what can be linked to, the inspection has spoken."""


def serve(jobs: IO[bytes], answers: IO[bytes]) -> None:
    """Answer every job until the parent closes the line.

    Garbage is collected between documents only: while one is laid out nearly everything stays in use, and looking
    for what does not costs a sixth of the time.
    """
    gc.disable()
    while True:
        gc.collect()
        try:
            job: Job = pickle.load(jobs)  # from the parent that started this process, over its own pipe
        except EOFError:
            return
        answer = set_document(job)
        if not job.rehearsal:
            answer.write(answers)


def set_document(job: Job) -> Answer:
    """One document as a PDF, with everything there is to say about it."""
    door = AssetDoor(job.document.roots, faces=job.fonts.directory)
    allow_time(job.seconds)
    remarks: list[Remark] = []
    try:
        with _listening() as said:
            pdf, pages, bookmarks = _print(job, door, remarks)
    except MemoryError:
        return Answer(None, 0, (), (*remarks, Remark.of("Z811", reason="memory")), {})
    except RecursionError:
        return Answer(None, 0, (), (*remarks, Remark.of("Z811", reason="recursion")), {})
    except Refusal as refusal:
        return Answer(None, 0, (), (*remarks, Remark.of(refusal.code, **refusal.arguments)), {})
    known = {remark.code for remark in remarks}
    remarks.extend(Remark.of("Z814", message=line) for line in said if not _said_better(line, known))
    opened = {str(path): digest for path, digest in sorted(door.opened.items())}
    return Answer(pdf, pages, bookmarks, tuple(dict.fromkeys(remarks)), opened)


def _print(
    job: Job, door: AssetDoor, remarks: list[Remark]
) -> tuple[bytes | None, int, tuple[Bookmark, ...]]:
    document = job.document
    fetcher = _Fetcher(door, remarks)
    base_url = f"{door.virtual(document.base)}/"
    with shortcuts(), _setting(remarks) as fallback:
        html = weasyprint.HTML(string=document.html, base_url=base_url, url_fetcher=fetcher)
        found = inspect(html.etree_element, base_url=base_url, covered=job.fonts.covered)
        remarks.extend(found.remarks)
        fetcher.records = found.references
        if found.refused:
            return None, 0, ()
        put_metadata(html.etree_element, document.metadata)
        space_tree(html.etree_element)
        options = dict(_OPTIONS[document.variant]) | {"pdf_forms": document.fillable}
        finisher = options.pop("finisher", finish_form if document.fillable else None)
        rules, faces = _faces(job.fonts.directory, document.fillable)
        sheets = [rules, *_stylesheets(document, door, fallback, fetcher, faces)]
        layout = html.render(stylesheets=sheets, font_config=faces, **options)
        pdf = layout.write_pdf(finisher=finisher, attachments=_attachments(document, fetcher), **options)
    return pdf, len(layout.pages), tuple(_bookmarks(layout.make_bookmark_tree(), level=1))


@contextmanager
def _setting(remarks: list[Remark]) -> Iterator[str]:
    """Sets Chinese well, or, in a WeasyPrint that has changed under us, plainly: yields the style to use
    then.
    """
    with ExitStack() as stack:
        try:
            stack.enter_context(chinese_setting())
        except SettingUnavailableError as unavailable:
            remarks.append(Remark.of("Z802", hook=str(unavailable)))
            yield ":root { --chinese-edge: start }"
            return
        yield ""


@cache
def _faces(directory: Path, fillable: bool) -> tuple[Any, FontConfiguration]:
    """The faces as a style sheet, loaded once for all documents of the process: loading takes a fifth of a second."""
    faces = FontConfiguration()
    fetcher = _Fetcher(AssetDoor((directory,), faces=directory), [])
    text = face_stylesheet(f"file:///{FACES}", fillable=fillable)
    return weasyprint.CSS(string=text, base_url="file:///", url_fetcher=fetcher, font_config=faces), faces


def _stylesheets(
    document: Document, door: AssetDoor, fallback: str, fetcher: URLFetcher, faces: FontConfiguration
) -> list[Any]:
    """The document's style sheets as two: each element is held against every one of them."""
    by_folder = groupby(document.stylesheets, lambda path: path.parent)
    joined = [
        ("".join(path.read_text(encoding="utf-8") for path in paths), f"{door.virtual(folder)}/")
        for folder, paths in by_folder
    ]
    own = (document.css + fallback, f"{door.virtual(document.base)}/")
    return [_sheet(text, base, fetcher, faces) for text, base in (*joined, own)]


_sheets: dict[tuple[str, str, FontConfiguration], Any] = {}


def _sheet(text: str, base: str, fetcher: URLFetcher, faces: FontConfiguration) -> Any:
    """A style sheet, read once for all documents of the process.

    One that gives rise to complaints, or brings other files in, is read with each of them, so that each hears of it.
    """
    key = (text, base, faces)
    sheet = _sheets.get(key)
    if sheet is None:
        with _listening() as said:
            sheet = weasyprint.CSS(string=text, base_url=base, url_fetcher=fetcher, font_config=faces)
        if not said and "@import" not in text and "@font-face" not in text:
            _sheets[key] = sheet
    return sheet


def _attachments(document: Document, fetcher: URLFetcher) -> list[Any]:
    return [
        weasyprint.Attachment(
            file_obj=io.BytesIO(attachment.content),
            url_fetcher=fetcher,
            name=attachment.name,
            description=attachment.description,
            relationship=attachment.relationship,
            created=_midnight(document.metadata.created),
            modified=_midnight(document.metadata.modified),
        )
        for attachment in document.attachments
    ]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _bookmarks(tree: list[Any], *, level: int) -> Iterator[Bookmark]:
    for label, (page, _x, _y), children, _state in tree:
        yield Bookmark(level, label, page + 1)
        yield from _bookmarks(children, level=level + 1)


class _Fetcher(URLFetcher):
    """WeasyPrint's way to files, led through the door."""

    def __init__(self, door: AssetDoor, remarks: list[Remark]) -> None:
        super().__init__(allowed_protocols={"file", "data"}, allow_redirects=False)
        self._door = door
        self._remarks = remarks
        self.records: Mapping[str, str] = {}

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        try:
            asset = self._door.open(url)
        except Refusal as refusal:
            self._remarks.append(Remark.of(refusal.code, self.records.get(url, ""), **refusal.arguments))
            raise
        return URLFetcherResponse(url, asset.content, {"Content-Type": asset.media_type})


class _Listener(logging.Handler):
    """Collects what WeasyPrint complains about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[list[str]]:
    log, listener = logging.getLogger("weasyprint"), _Listener()
    log.addHandler(listener)
    try:
        yield listener.lines
    finally:
        log.removeHandler(listener)


def _said_better(line: str, known: set[str]) -> bool:
    if line.startswith(_NO_MATTER):
        return True
    return any(line.startswith(start) and known.intersection(codes) for start, codes in _SAID_BETTER.items())


def bound_memory() -> None:
    """Keep the process within its memory, and from leaving a core behind."""
    with suppress(ImportError):  # not on Windows
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def allow_time(seconds: int) -> None:
    """Let the process work for so many more seconds; then the system ends it (SIGXCPU)."""
    with suppress(ImportError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(used.ru_utime + used.ru_stime) + seconds, hard))


def main(scratch: str) -> None:
    """Serve jobs from standard input; nothing a library prints can mix with the answers.

    `scratch` is the folder to work in. It is cleared away at the end, should the parent not live to do it.
    """
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    tempfile.tempdir = scratch
    bound_memory()
    try:
        serve(sys.stdin.buffer, answers)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1])
