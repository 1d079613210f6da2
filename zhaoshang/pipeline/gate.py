"""Stands between the stages: gathers what each found, and stops after the first with errors."""

from __future__ import annotations

import traceback
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from jinja2 import TemplateError, TemplateSyntaxError

from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings, Refusal, Span
from zhaoshang.pipeline.project import Project
from zhaoshang.publishing.publish import explain

T = TypeVar("T")


class Stopped(Exception):  # noqa: N818 - no error, the end of a way
    """A stage found errors: the stages after it do not run."""


class Gate:
    """One way through the stages: `with Gate(project) as gate: …`. The block ends early where a stage finds errors.

    So it does where a value was refused, a template failed or a file could not be written: each becomes a finding.
    `writes` is the folder a finding names when the system does not say which file it was about.
    """

    def __init__(self, project: Project, *, writes: Path | None = None) -> None:
        self.findings = Findings()
        self._project = project
        self._writes = writes or project.root

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if isinstance(error, Stopped):
            return True
        found = self._explained(error)
        if found is not None:
            self.findings += Findings((found,))
        return found is not None

    def passing(self, made: tuple[T | None, Findings]) -> T:
        """What a stage made, if it found no errors."""
        thing, found = made
        self.clear(found)
        if thing is None:
            raise Stopped
        return thing

    def clear(self, found: Findings) -> None:
        """Lets the findings of a stage through unless there are errors among them."""
        self.findings += found
        if found.has_errors:
            raise Stopped

    def _explained(self, error: BaseException | None) -> Diagnostic | None:
        if isinstance(error, Refusal):
            return Diagnostic(error.code, None, error.arguments)
        if isinstance(error, TemplateError):
            return template_fault(error, self._project)
        if isinstance(error, OSError):
            return explain(error, default=self._writes)
        return None


def template_fault(error: TemplateError, project: Project) -> Diagnostic:
    """The finding for a template that cannot be used, at the line of the template."""
    frames = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError):
        frames.append((error.filename or "", error.lineno))
    spans = [
        Span(Path(file).relative_to(project.root).as_posix(), line)
        for file, line in frames
        if Path(file).is_relative_to(project.templates)
    ]
    return Diagnostic("Z790", spans[-1] if spans else None, {"reason": error.message or ""})
