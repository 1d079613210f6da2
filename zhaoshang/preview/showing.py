"""What the preview shows: the last good pages, the findings of now, and guides that are made when opened."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from zhaoshang.diagnostics.diagnostic import Findings
from zhaoshang.diagnostics.excerpt import SourceText, no_source

Guide = Callable[[], tuple[bytes | None, Findings]]
"""Makes a PDF: its bytes, or what stands in the way."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One attempt to make the site. `pages` is None if it had to stop before there were any."""

    pages: Mapping[str, bytes] | None
    findings: Findings
    guides: Mapping[str, Guide] = field(default_factory=dict)
    source: SourceText = no_source


@dataclass(frozen=True, slots=True)
class Showing:
    """The files being served by path, and the findings laid over them. `number` counts what was shown before."""

    pages: Mapping[str, bytes] = field(default_factory=dict)
    findings: Findings = field(default_factory=Findings)
    guides: Mapping[str, Guide] = field(default_factory=dict)
    source: SourceText = no_source
    number: int = 0

    def after(self, draft: Draft) -> Showing:
        """What to show next: the draft's pages, or the present ones under the draft's findings if it has
        none.
        """
        following = replace(self, findings=draft.findings, source=draft.source)
        if draft.pages is not None:
            following = replace(following, pages=draft.pages, guides=draft.guides)
        if following.pages == self.pages and following.findings == self.findings:
            return replace(following, number=self.number)
        return replace(following, number=self.number + 1)


class Stage:
    """Holds what is being shown. Read by the server, replaced as a whole by the watcher; makes each guide
    once.
    """

    def __init__(self) -> None:
        self.showing = Showing()
        self._guides: dict[str, tuple[Guide, bytes | None, Findings]] = {}
        self._making = threading.Lock()

    def show(self, draft: Draft) -> bool:
        """Shows the next draft; whether a reader would see a difference."""
        before = self.showing
        self.showing = before.after(draft)
        return self.showing.number != before.number

    def guide(self, path: str) -> tuple[bytes | None, Findings] | None:
        """The guide at this path, made now unless it was made from the same draft before; None if there is
        none.
        """
        make = self.showing.guides.get(path)
        if make is None:
            return None
        with self._making:
            known = self._guides.get(path)
            if known is None or known[0] is not make:
                known = self._guides[path] = (make, *make())
        return known[1:]
