"""A finding as the child process reports it: not yet tied to a place in the project's files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zhaoshang.diagnostics import Diagnostic, Span


@dataclass(frozen=True, slots=True)
class Remark:
    """A catalogue code, the record of the nearest element that names one (or ''), and the words of the
    message.
    """

    code: str
    record: str
    arguments: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, code: str, record: str = "", **arguments: str) -> Remark:
        return cls(code, record, tuple(sorted(arguments.items())))

    def finding(self, document: str, origins: Mapping[str, Span]) -> Diagnostic:
        """The finding, with the file and line of its record when the document knows them."""
        arguments = {**dict(self.arguments), "document": document, "record": self.record}
        return Diagnostic(self.code, origins.get(self.record), arguments)
