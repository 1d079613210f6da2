"""The addresses a style sheet or a script asks the browser to fetch."""

from __future__ import annotations

import re
from collections.abc import Iterator

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ADDRESS = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]+))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')"""
)
_MODULE = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}/[^"']+|/[^"']*|https?:[^"']+)["']""")


def addresses_in(css: str) -> Iterator[str]:
    """Every `url(…)` and `@import` of a style sheet, in order; comments do not count."""
    if "url(" not in css and "@import" not in css:
        return
    for match in _ADDRESS.finditer(_COMMENT.sub(_blank, css)):
        yield next(group for group in match.groups() if group is not None)


def modules_in(script: str) -> Iterator[str]:
    """Every module a script imports by a literal address."""
    yield from (match[1] for match in _MODULE.finditer(script))


def _blank(comment: re.Match[str]) -> str:
    """Keeps the lines of a comment, so that the lines after it keep their numbers."""
    return "\n" * comment[0].count("\n")
