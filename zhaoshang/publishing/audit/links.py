"""Every address written in the finished site leads to a file and a place that are there."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from zhaoshang.diagnostics.diagnostic import Diagnostic, Span
from zhaoshang.diagnostics.nearest import nearest
from zhaoshang.publishing.audit.address import Destination, Way
from zhaoshang.publishing.audit.finished import Finished, finding, place
from zhaoshang.publishing.audit.page import Page, Reference, Use, line_in
from zhaoshang.publishing.audit.stylesheet import addresses_in, modules_in

_ID = re.compile(r"""\bid\s*=\s*["']([^"']+)["']""")
_PACKED = re.compile(r'"([^"\s\\]+\.html(?:#[^"\s\\]*)?)"')

# Pages a reader reaches without following a link.
_DOORS = re.compile(r"(?:[^/]+/)?(?:index|404)\.html")

# How many places that share a fault are shown; the finding says how many there are.
_SHOWN = 4


def check_links(site: Finished) -> Iterator[Diagnostic]:
    """One finding for each fault and address, with the places that use it."""
    faults: dict[tuple[str, str, str], list[tuple[Span, str]]] = {}
    places = _Places(site)
    for path, reference in _all_references(site):
        there = site.addresses.resolve(path, reference.url)
        if code := _fault(reference, there, places):
            fault = (code, there.path or reference.url, there.fragment if code == "Z753" else "")
            where = place(path, line_in(site.text(path), reference.url))
            faults.setdefault(fault, []).append((where, reference.url))
    for (code, target, fragment), users in faults.items():
        yield _report(code, target, fragment, users, places)


def _report(
    code: str, target: str, fragment: str, users: list[tuple[Span, str]], places: _Places
) -> Diagnostic:
    spans = sorted({span for span, _ in users})
    near = nearest(fragment, places.in_file(target)) if fragment else places.near(target)
    arguments = {"url": min(users)[1], "target": target, "count": str(len(spans)), "near": near}
    return Diagnostic(code, spans[0], arguments | {"fragment": fragment}, tuple(spans[1:_SHOWN]))


class _Places:
    """The places an address can lead to: files, and ids within files."""

    def __init__(self, site: Finished) -> None:
        self._site = site
        self._ids = {path: frozenset(page.ids) for path, page in site.pages.items()}

    def has_file(self, path: str) -> bool:
        return path in self._site.files

    def has(self, there: Destination) -> bool:
        """Whether the fragment names a place; `#top` and state kept there (`#sector=food`) do."""
        fragment = there.fragment
        if not fragment or fragment == "top" or "=" in fragment or fragment.startswith(":~:"):
            return True
        return not there.path.endswith((".html", ".svg")) or fragment in self.in_file(there.path)

    def in_file(self, path: str) -> frozenset[str]:
        """The ids of a page or a drawing."""
        if path not in self._ids:
            self._ids[path] = frozenset(_ID.findall(self._site.text(path)))
        return self._ids[path]

    def near(self, path: str) -> str:
        """The file somebody may have meant."""
        index = f"{path}index.html" if path.endswith("/") else f"{path}/index.html"
        return index if self.has_file(index) else nearest(path, self._site.files, cutoff=0.75)


def _all_references(site: Finished) -> Iterator[tuple[str, Reference]]:
    for path, page in site.pages.items():
        yield from ((path, reference) for reference in page.references)
    for path in site.ending(".css"):
        yield from ((path, Reference(url, Use.LOAD)) for url in addresses_in(site.text(path)))
    for path in site.ending(".js"):
        yield from ((path, Reference(url, Use.LOAD)) for url in modules_in(site.text(path)))


def _fault(reference: Reference, there: Destination, places: _Places) -> str:
    """The code of what is wrong with a reference; '' when nothing is."""
    if there.way is Way.INSIDE:
        if not places.has_file(there.path):
            return "Z750"
        return "" if places.has(there) else "Z753"
    if there.way is Way.OUTSIDE:
        return "Z752" if reference.use is Use.LOAD else ""
    if there.way is Way.DATA:
        return "Z769" if reference.use is Use.LINK else ""
    return "Z751" if there.way is Way.ABSOLUTE else "Z769"


def check_packs(site: Finished) -> Iterator[Diagnostic]:
    """Every page named in a search pack is there; a pack names pages from the root of the site."""
    places = _Places(site)
    for path in site.ending("search-pack.js"):
        for url in sorted(set(_PACKED.findall(site.text(path)))):
            there = site.addresses.resolve("index.html", url)
            if not (places.has_file(there.path) and places.has(there)):
                where = place(path, line_in(site.text(path), url))
                near = places.near(there.path)
                arguments = {"url": url, "target": there.path, "count": "1", "near": near}
                yield Diagnostic("Z750", where, arguments)


def check_reach(site: Finished) -> Iterator[Diagnostic]:
    """Every page is reached from a home page by following links."""
    reached = {path for path in site.pages if _DOORS.fullmatch(path)}
    waiting = deque(sorted(reached))
    while waiting:
        page = site.pages[waiting.popleft()]
        found = _linked(site, page) - reached
        reached |= found
        waiting.extend(sorted(found))
    for path in sorted(site.pages.keys() - reached):
        if not site.pages[path].moved:
            yield finding("Z766", path)


def check_moves(site: Finished) -> Iterator[Diagnostic]:
    """A page at an old address leads to a page, not to another old address."""
    for page in site.pages.values():
        if page.moved:
            there = site.pages.get(site.addresses.resolve(page.path, page.moved).path)
            if there is None or there.moved:
                yield finding("Z772", page.path, page.line_of("refresh"), url=page.moved)


def _linked(site: Finished, page: Page) -> set[str]:
    urls = {reference.url for reference in page.references if reference.use is Use.LINK}
    return {site.addresses.resolve(page.path, url).path for url in urls} & site.pages.keys()
