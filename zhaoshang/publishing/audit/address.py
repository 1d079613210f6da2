"""Where an address written in a file of the site leads."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import unquote, urlsplit

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_MALFORMED = re.compile(r"[\s<>\"{}|\\^`]|%(?![0-9A-Fa-f]{2})")
_PLAIN = re.compile(r"([\w./-]+)(?:#([\w.-]*))?", re.ASCII)
# Shown by servers at any depth, so its addresses count from the root of the host.
_ANYWHERE = "404.html"
_OUTSIDE = ("http:", "https:", "mailto:", "tel:", "sms:", "geo:")


class Way(Enum):
    """How an address is written."""

    INSIDE = auto()
    OUTSIDE = auto()
    DATA = auto()
    ABSOLUTE = auto()
    MALFORMED = auto()


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an address leads: the path of a file below the site, and the place in it.

    `path` may name no file at all; a path that leaves the site starts with `..`.
    """

    way: Way
    path: str = ""
    fragment: str = ""


class Addresses:
    """Reads addresses; remembers what it read, since the pages of a folder share most of theirs.

    `base` is the address the site will have, with a slash at its end, or '' where it is not known. Addresses
    below it lead into the site.
    """

    def __init__(self, base: str = "") -> None:
        self.base = base
        self.root = urlsplit(base).path or "/"
        self._known: dict[tuple[str, str], Destination] = {}

    def resolve(self, page: str, url: str) -> Destination:
        """Where `url`, written in the file `page`, leads."""
        if url.startswith("#"):
            return self._decode(page, "", url[1:])
        if url.startswith(self.root) and page.endswith(_ANYWHERE) and not url.startswith("//"):
            page, url = "index.html", url.removeprefix(self.root) or "index.html"
        folder = page[: page.rfind("/") + 1]
        known = self._known.get((folder, url))
        if known is None:
            known = self._known[folder, url] = self._read(page, url)
        return known

    def _read(self, page: str, url: str) -> Destination:
        if (plain := _PLAIN.fullmatch(url)) and url[0] != "/":
            return _inside(page, plain[1], plain[2] or "")
        if self.base and url.startswith(self.base):
            page, url = "index.html", url[len(self.base) :] or "index.html"
        if _MALFORMED.search(url) and not url.startswith("data:"):
            return Destination(Way.MALFORMED)
        if url.startswith("data:"):
            return Destination(Way.DATA)
        if url.startswith("//") or url.lower().startswith(_OUTSIDE):
            return Destination(Way.OUTSIDE)
        if url.startswith("/"):
            return Destination(Way.ABSOLUTE)
        if _SCHEME.match(url):
            return Destination(Way.MALFORMED)
        path, _, fragment = url.partition("#")
        return self._decode(page, path.partition("?")[0], fragment)

    def _decode(self, page: str, path: str, fragment: str) -> Destination:
        try:
            return _inside(page, unquote(path, errors="strict"), unquote(fragment, errors="strict"))
        except UnicodeDecodeError:
            return Destination(Way.MALFORMED)


def _inside(page: str, path: str, fragment: str) -> Destination:
    if not path:
        return Destination(Way.INSIDE, page, fragment)
    whole = posixpath.normpath(page[: page.rfind("/") + 1] + path)
    return Destination(Way.INSIDE, whole + "/" if path.endswith(("/", "/.", "/..")) else whole, fragment)
