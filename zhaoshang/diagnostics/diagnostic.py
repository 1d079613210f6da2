"""A finding as a value: a stable code, a place, and the words that fill its message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from zhaoshang.diagnostics.catalogue import catalogue
from zhaoshang.diagnostics.severity import Severity

__all__ = ["Diagnostic", "Findings", "Refusal", "Severity", "Span"]


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

    `arguments` fill the placeholders of the message in every language. `also` names further places that
    belong to the finding, such as the other owner of a clash.
    """

    code: str
    span: Span | None = None
    arguments: Mapping[str, str] = field(default_factory=dict)
    also: tuple[Span, ...] = ()

    @property
    def severity(self) -> Severity:
        """The weight the catalogue gives to the code."""
        return catalogue()[self.code].severity


class Refusal(ValueError):  # noqa: N818  (a value is refused; nothing has failed)
    """A single value that cannot be accepted, named by a catalogue code.

    Raised by parsers of values (`Quantity.parse`), which do not know where the value stood; the reader that
    does know turns it into a `Diagnostic`.
    """

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code, arguments)
        self.code = code
        self.arguments = arguments


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of a stage, in the order they were made; true when there is at least one."""

    items: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, items: Iterable[Diagnostic]) -> Findings:
        return cls(tuple(items))

    def __add__(self, other: Findings) -> Findings:
        return Findings(self.items + other.items)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that stop the build."""
        return self._weighing(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        return self._weighing(Severity.WARNING)

    @property
    def notes(self) -> tuple[Diagnostic, ...]:
        return self._weighing(Severity.NOTE)

    @property
    def has_errors(self) -> bool:
        return any(item.severity is Severity.ERROR for item in self.items)

    def sorted(self) -> Findings:
        """By path, line, column and code; findings without a place first; equals keep their order."""
        return Findings(tuple(sorted(self.items, key=_reading_order)))

    def _weighing(self, severity: Severity) -> tuple[Diagnostic, ...]:
        return tuple(item for item in self.items if item.severity is severity)


def _reading_order(item: Diagnostic) -> tuple[str, int, int, str]:
    span = item.span
    return (span.path, span.line, span.column, item.code) if span else ("", 0, 0, item.code)
