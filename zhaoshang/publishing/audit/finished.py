"""The finished site as the audit sees it: every file by its path, every page taken apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from zhaoshang.diagnostics.diagnostic import Diagnostic, Span
from zhaoshang.publishing.audit.address import Addresses
from zhaoshang.publishing.audit.page import Page, read_page
from zhaoshang.values.artifact import Artifact


@dataclass(frozen=True, slots=True)
class Finished:
    """All files of a build, by path; `unreadable` are the findings of pages that cannot be taken apart."""

    files: dict[str, bytes]
    pages: dict[str, Page]
    addresses: Addresses
    unreadable: tuple[Diagnostic, ...]

    @classmethod
    def of(cls, artifacts: Iterable[Artifact], *, base_url: str) -> Self:
        """Reads the artifacts; `base_url` is the address of the site, or '' if it has none yet."""
        files = {str(artifact.path): artifact.content for artifact in artifacts}
        pages: dict[str, Page] = {}
        unreadable: list[Diagnostic] = []
        for path in sorted(path for path in files if path.endswith(".html") and not is_fragment(path)):
            try:
                pages[path] = read_page(path, files[path])
            except ValueError as error:
                unreadable.append(finding("Z770", path, reason=str(error)))
        base = base_url.rstrip("/") + "/" if base_url else ""
        return cls(files, pages, Addresses(base), tuple(unreadable))

    def ending(self, ending: str) -> list[str]:
        """The paths of the files with this ending, sorted."""
        return sorted(path for path in self.files if path.endswith(ending))

    def text(self, path: str) -> str:
        """The text of a file; '' where there is no such file."""
        if path in self.pages:
            return self.pages[path].source
        return self.files.get(path, b"").decode("utf-8", errors="replace")


def is_fragment(path: str) -> bool:
    """Whether a file is a fragment for a portal, which is no page of the site."""
    return path.startswith("fragments/") and path.endswith(".html")


def finding(code: str, path: str, line: int = 1, /, *also: Span, **arguments: str) -> Diagnostic:
    """A finding in a file of the finished site."""
    return Diagnostic(code, place(path, line), arguments, also)


def place(path: str, line: int) -> Span:
    """A place in a file of the finished site."""
    return Span(f"site/{path}", line)
