"""Every page as a fragment that can be pasted into the portal a government department has its column in.

A fragment is the content of a page and nothing around it: no script, no style, no control that would need one, links
that lead to the site from anywhere, and ids that clash with nobody's. It is cut from the finished page, whose markup
comes from our own templates: attributes stand in double quotes, and only void elements lack an end.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from functools import lru_cache
from hashlib import sha256
from html import escape
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urljoin

from zhaoshang.domain.site import Brand
from zhaoshang.values.artifact import Artifact
from zhaoshang.voice import Voice
from zhaoshang.web.frame import address
from zhaoshang.web.metadata import column
from zhaoshang.web.page import PageSpec

FOLDER = "fragments"
"""Where they lie in the site."""

_BRAND = "#0b4f6c"
"""The colour of the demonstration, which the style sheet names."""
_MAIN, _MAIN_END = '<main id="main" tabindex="-1">', "</main>"
_NEEDING = re.compile(r'needs-js[ "]|narrow-only[ "]|class="share"|<dialog')
"""What would do nothing without scripts, or show twice without styles: a class within a start tag, or the tag."""
_TAG = re.compile(r"<(\w+)")
_DROPPED = re.compile(r"<script\b.*?</script>|<svg\b(?![^>]*graphic-qr).*?</svg>", re.DOTALL)
_ATTRIBUTE = re.compile(
    r' (?:(id|for|aria-labelledby|aria-describedby|headers|href|src|srcset|action)="([^"]*)"'
    r"|(?:data-[\w-]+|tabindex)=(?:\"[^\"]*\"|'[^']*'))"
)
_REFERRING = frozenset({"id", "for", "aria-labelledby", "aria-describedby", "headers"})
_ELSEWHERE = re.compile(r"[a-z]+:", re.IGNORECASE)
_BLANK = re.compile(r"\n\s*\n+")


def fragments(
    pages: Iterable[tuple[PageSpec, Artifact]],
    voice: Voice,
    *,
    cache: MutableMapping[str, bytes] | None = None,
) -> Iterator[Artifact]:
    """The fragments of one language's pages, and a list of them for whoever pastes them.

    Pages that search engines leave out (search, not found) and pages about withdrawn records have none. `cache` keeps
    fragments by the hash of their page.
    """
    kept = {} if cache is None else cache
    listed = []
    for page, artifact in pages:
        if page.indexed:
            path = PurePosixPath(FOLDER, artifact.path)
            listed.append(_entry(page, str(artifact.path), str(path), voice))
            key = sha256(f"{path} ".encode() + artifact.content).hexdigest()
            if key not in kept:
                kept[key] = fragment(artifact.content.decode(), page, str(artifact.path), voice).encode()
            yield Artifact(path, kept[key])
    text = json.dumps(listed, ensure_ascii=False, indent=1)
    yield Artifact(PurePosixPath(FOLDER, voice.language, "index.json"), f"{text}\n".encode())


def fragment_styles(templates: Path, brand: Brand) -> Artifact:
    """The look that an editor may give the fragments, in the colour of the brand; every rule is held to `.zhaoshang`."""
    styles = (templates / "portal" / "fragments.css").read_text("utf-8").replace(_BRAND, brand.primary)
    return Artifact(PurePosixPath(FOLDER, "fragments.css"), styles.encode())


def _entry(page: PageSpec, path: str, at: str, voice: Voice) -> dict[str, Any]:
    base = voice.library.site.base_url
    return {
        "title": voice.plain(page.title),
        "column": column(page, voice),
        "page": address(base, path),
        "fragment": address(base, at),
        "date": page.updated.isoformat() if page.updated else None,
    }


def fragment(html: str, page: PageSpec, path: str, voice: Voice) -> str:
    """The fragment of a finished page that lies at `path`."""
    home = address(voice.library.site.base_url, path)
    body = _DROPPED.sub("", _without_controls(_main(html)))
    body = body.replace('<details class="graphic-data">', '<details class="graphic-data" open>')
    prefix = "zs-" + page.path.removesuffix(".html").replace("/", "-") + "-"
    body = _BLANK.sub("\n", _ATTRIBUTE.sub(_rewriter(prefix, home), body)).strip()
    words = escape(voice.words.at("share.full_page"))
    return (
        f'<div class="zhaoshang" lang="{voice.language}">\n{body}\n'
        f'<p class="zhaoshang-source">{words} <a href="{escape(home)}">{escape(home)}</a></p>\n</div>\n'
    )


def _main(html: str) -> str:
    return html[html.index(_MAIN) + len(_MAIN) : html.rindex(_MAIN_END)]


def _without_controls(html: str) -> str:
    """Without every element that `_NEEDING` names."""
    parts, at = [], 0
    while found := _NEEDING.search(html, at):
        start = html.rindex("<", at, found.start() + 1)
        tag = _TAG.match(html, start)
        assert tag is not None
        parts.append(html[at:start])
        at = _end(html, tag[1], found.end())
    return "".join((*parts, html[at:]))


def _end(html: str, tag: str, at: int) -> int:
    """Where an element ends; `at` lies in its start tag."""
    depth = 1
    for found in re.compile(rf"<(/?){tag}\b").finditer(html, at):
        depth += -1 if found[1] else 1
        if not depth:
            return html.index(">", found.end()) + 1
    raise ValueError(f"<{tag}> has no end")


def _rewriter(prefix: str, home: str) -> Callable[[re.Match[str]], str]:
    folder = home[: home.rindex("/") + 1]

    def rewrite(found: re.Match[str]) -> str:
        name, value = found[1], found[2]
        if name is None:
            return ""
        if name in _REFERRING:
            value = " ".join([prefix + one for one in value.split()])
        elif value.startswith("#"):
            value = f"#{prefix}{value[1:]}"
        else:
            value = _absolute(folder, name, value)
        return f' {name}="{value}"'

    return rewrite


@lru_cache(maxsize=4096)
def _absolute(folder: str, name: str, value: str) -> str:
    """An address, or the addresses of a `srcset`, as seen from anywhere."""
    if name == "srcset":
        return ", ".join(f"{urljoin(folder, url)} {size}" for url, _, size in map(_parted, value.split(",")))
    return value if _ELSEWHERE.match(value) else urljoin(folder, value)


def _parted(source: str) -> tuple[str, str, str]:
    return source.strip().partition(" ")
