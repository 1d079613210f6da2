"""Documents in, PDFs out: several at a time, each in a child process that can be stopped.

A document that hangs or swells costs its own result, never the build: the child is ended when its time is
up, the finding says so, and a new child takes the next document.
"""

from __future__ import annotations

import os
import pickle
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Timer
from types import TracebackType
from typing import IO, Self
from xml.sax.saxutils import escape

from zhaoshang.diagnostics import Findings, Refusal
from zhaoshang.print.document import Document, Rendered
from zhaoshang.print.fonts import FontSet, prepare_fonts
from zhaoshang.print.job import Answer, Job
from zhaoshang.print.remark import Remark
from zhaoshang.print.shelf import Shelf, write_whole

WORKERS = 2

PATIENCE = 5
"""How much longer than its working time a child may take by the clock, on a machine busy with other things.
"""

_OUT_OF_TIME = -signal.SIGXCPU if hasattr(signal, "SIGXCPU") else None
"""How a child ends that the system stopped for its working time; Windows knows only the clock."""

_PIPE = 1 << 20
"""Bytes that wait in a pipe where the system lets them (Linux): a job goes in while its child is still starting."""

_PROGRAM = Path(__file__).parents[2]
_TAG = re.compile(r"<[^<>]*>")

_FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><cachedir>{cache}</cachedir></fontconfig>
"""


def render_all(documents: Iterable[Document], *, cache: Path, workers: int = WORKERS) -> tuple[Rendered, ...]:
    """Every document, in the order given; an unchanged one comes from `cache`."""
    with Press(cache=cache, workers=workers) as press:
        return press.render_all(documents)


def render(document: Document, *, cache: Path) -> Rendered:
    """One document."""
    return render_all([document], cache=cache, workers=1)[0]


@dataclass(slots=True)
class Press:
    """A set of child processes, started when there is work, kept warm until the press is closed.

    `cache` is the project's cache directory. Not for use by several threads at once.
    """

    cache: Path
    workers: int = WORKERS
    _idle: SimpleQueue[_Child] = field(default_factory=SimpleQueue, repr=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        while not self._idle.empty():
            child = self._idle.get()
            child.process.kill()  # it has no work, and need not finish getting ready for any
            child.stop()

    def warm(self, document: Document, *, children: int = WORKERS) -> None:
        """Start so many children now, on a document that is like those to come: they are ready when these are.

        What keeps them from it is said when they are asked for a document.
        """
        with suppress(OSError, Refusal):
            job = Job(document, prepare_fonts(self.cache), time_allowed(document), rehearsal=True)
            for _ in range(children):
                child = _Child.start(self.cache)
                child.rehearse(job)
                self._idle.put(child)

    def render_all(self, documents: Iterable[Document]) -> tuple[Rendered, ...]:
        """See the function of the same name. Work on a document begins before the next one is asked for."""
        fonts = prepare_fonts(self.cache)
        shelf = Shelf(self.cache / "editions", fonts.digest)
        with ThreadPoolExecutor(max_workers=self.workers) as pool:

            def begin(document: Document) -> Callable[[], Rendered]:
                answer = shelf.find(document)
                if answer is not None:
                    return lambda: _rendered(document, answer)
                return pool.submit(self._render, document, fonts, shelf).result

            return tuple(finish() for finish in [begin(document) for document in documents])

    def _render(self, document: Document, fonts: FontSet, shelf: Shelf) -> Rendered:
        answer = self._set(Job(document, fonts, time_allowed(document)))
        shelf.put(document, answer)
        return _rendered(document, answer)

    def _set(self, job: Job) -> Answer:
        try:
            child = self._idle.get_nowait()
        except Empty:
            child = _Child.start(self.cache)
        answer, alive = child.ask(job)
        if alive:
            self._idle.put(child)
        return answer


def time_allowed(document: Document) -> int:
    """Seconds of work until a document is given up: eight, and one more for every 1 500 characters of text.

    Honest pages take a tenth of that on a free machine, and up to a half on one with more work than
    processors. Markup without text earns no time, so that what multiplies itself ends soon.
    """
    return 8 + len(_TAG.sub("", document.html)) // 1_500


def _rendered(document: Document, answer: Answer) -> Rendered:
    return Rendered(
        name=document.name,
        pdf=answer.pdf,
        pages=answer.pages,
        bookmarks=answer.bookmarks,
        findings=Findings.of(remark.finding(document.name, document.origins) for remark in answer.remarks),
    )


@dataclass(slots=True)
class _Child:
    """A running press room. Its complaints go to a file: a full pipe that nobody reads would stop it.

    WeasyPrint copies typefaces, forty megabytes, into a folder of its own, and a child that is ended cannot clear it
    away: it works in `scratch`.
    """

    process: subprocess.Popen[bytes]
    complaints: IO[bytes]
    scratch: tempfile.TemporaryDirectory[str]

    @classmethod
    def start(cls, cache: Path) -> _Child:
        scratch = tempfile.TemporaryDirectory(prefix="zhaoshang-", ignore_cleanup_errors=True)
        complaints = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the child, see stop()
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "zhaoshang.print.press_room", scratch.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            pipesize=_PIPE,
            env=_environment(cache),
        )
        return cls(process, complaints, scratch)

    def rehearse(self, job: Job) -> None:
        """Have a job done that has no answer."""
        assert self.process.stdin is not None
        with suppress(BrokenPipeError):
            pickle.dump(job, self.process.stdin)
            self.process.stdin.flush()

    def ask(self, job: Job) -> tuple[Answer, bool]:
        """The answer, and whether the child lives to take another job."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        clock = Timer(job.seconds * PATIENCE, self.process.kill)
        clock.start()
        try:
            with suppress(BrokenPipeError):
                pickle.dump(job, self.process.stdin)
                self.process.stdin.flush()
            answer = Answer.read(self.process.stdout)
        finally:
            late = clock.finished.is_set()
            clock.cancel()
        if answer is not None:
            return answer, not late
        reason = self.stop()
        if late or self.process.returncode == _OUT_OF_TIME:
            reason = Remark.of("Z810", seconds=str(job.seconds))
        return Answer(None, 0, (), (reason,), {}), False

    def stop(self) -> Remark:
        """End the process; says, if it had gone before, why."""
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        try:
            status = self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = self.process.wait()
        self.scratch.cleanup()
        self.complaints.seek(0)
        lines = self.complaints.read().decode("utf-8", "replace").strip().splitlines()
        self.complaints.close()
        last = lines[-1][:300] if lines else f"exit status {status}"
        if "cannot load library" in last or "ModuleNotFoundError" in last:
            return Remark.of("Z815", reason=last)
        return Remark.of("Z811", reason=last)


def _environment(cache: Path) -> dict[str, str]:
    """The surroundings of a child: this program's modules, and no font but those it is given."""
    nowhere = cache.resolve() / "fontconfig"
    nowhere.mkdir(parents=True, exist_ok=True)
    settings = nowhere / "fonts.conf"
    text = _FONTCONFIG.format(cache=escape(str(nowhere)))
    if not settings.is_file() or settings.read_text(encoding="utf-8") != text:
        write_whole(settings, text.encode())
    return {
        **os.environ,
        "FONTCONFIG_FILE": str(settings),
        "PYTHONPATH": os.pathsep.join(filter(None, [*sys.path, str(_PROGRAM)])),
        "PYTHONWARNINGS": "ignore",
    }
