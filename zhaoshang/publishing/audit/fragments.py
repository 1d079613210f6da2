"""The fragments for a portal can be pasted: nothing runs or styles, ids clash with nobody's, links lead to the site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

from zhaoshang.diagnostics.diagnostic import Diagnostic
from zhaoshang.publishing.audit.finished import Finished, finding, is_fragment

_FOREIGN = re.compile(
    r"<(?:script|style|link|meta|html|head|body|iframe|base|dialog)\b|\s(?:style|on\w+)=\"", re.IGNORECASE
)
_ID = re.compile(r'\sid="([^"]*)"')
_REFERRED = re.compile(r'\s(?:for|aria-labelledby|aria-describedby|headers)="([^"]*)"')
_ADDRESS = re.compile(r'\s(?:href|src|action)="([^"]*)"')
_ABSOLUTE = re.compile(r"(?:https?:|mailto:|tel:|sms:|geo:|data:)")
_OURS = "zs-"


def check_fragments(site: Finished) -> Iterator[Diagnostic]:
    """Z773 for each fragment that a portal could not show as it is, with the first thing that is wrong with it."""

    @cache
    def known(url: str) -> bool:
        return _leads_somewhere(site, url)

    for path in sorted(filter(is_fragment, site.files)):
        text = site.text(path)
        wrong = next(_faults(text, known), "")
        if wrong:
            yield finding(
                "Z773", path, text.count("\n", 0, max(text.find(wrong), 0)) + 1, found=wrong.strip()
            )


def _faults(text: str, known: Callable[[str], bool]) -> Iterator[str]:
    """Every piece of a fragment that cannot stand in another page."""
    yield from (found[0] for found in _FOREIGN.finditer(text))
    ids = Counter(_ID.findall(text))
    yield from (f'id="{id_}"' for id_, count in ids.items() if count > 1 or not id_.startswith(_OURS))
    for found in _REFERRED.finditer(text):
        if not ids.keys() >= set(found[1].split()):
            yield found[0]
    for url in dict.fromkeys(_ADDRESS.findall(text)):
        if not (url[1:] in ids if url.startswith("#") else known(url)):
            yield f'"{url}"'


def _leads_somewhere(site: Finished, url: str) -> bool:
    """Whether an address is absolute and, where it is one of ours, that of a file there is."""
    if not _ABSOLUTE.match(url):
        return False
    base = site.addresses.base
    if not base or not url.startswith(base):
        return True
    path = site.addresses.resolve("index.html", url).path
    return path in site.files
