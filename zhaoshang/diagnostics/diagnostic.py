"""A finding as a value: a stable code, a place, and the words that fill its message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error stops the build, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file of the project.

    `path` is relative to the project's root, with forward slashes. Lines and columns count from 1, columns in
    characters. `end_column` lies one past the last character; `None` marks a point.
    """

    path: str
    line: int = 1
    column: int = 1
    end_column: int | None = None

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. Its words live in the catalogue (`zhaoshang/diagnostics/catalogue/*.yaml`) under `code`.

    `arguments` fill the placeholders of the message in every language. `also` names further places that belong to
    the finding, such as the other owner of a clash.
    """

    code: str
    span: Span | None = None
    arguments: Mapping[str, str] = field(default_factory=dict)
    also: tuple[Span, ...] = ()


class Refusal(ValueError):
    """A single value that cannot be accepted, named by a catalogue code.

    Raised by parsers of values (`Quantity.parse`), which do not know where the value stood; the reader that does
    know turns it into a `Diagnostic`.
    """

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code, arguments)
        self.code = code
        self.arguments = arguments


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of a stage, in the order they were made."""

    items: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, items: Iterable[Diagnostic]) -> Findings:
        return cls(tuple(items))

    def __add__(self, other: Findings) -> Findings:
        return Findings(self.items + other.items)
