"""The picture a page names for those who share it is there in the size the page says."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import cast

from lxml import etree

from zhaoshang.diagnostics.diagnostic import Diagnostic
from zhaoshang.publishing.audit.finished import Finished, finding

_SAID = etree.XPath("/html/head/meta[starts-with(@property, 'og:image')]")
_HEAD = struct.Struct(">8s4x4s2I")
_SIGNATURE = (b"\x89PNG\r\n\x1a\n", b"IHDR")


def check_shared(site: Finished) -> Iterator[Diagnostic]:
    """Z774, once for each picture. That it is there at all is seen to where links are."""
    seen: set[str] = set()
    for page in site.pages.values():
        found = cast("list[etree._Element]", _SAID(page.tree))
        said = {one.get("property", ""): one.get("content", "") for one in found}
        url = said.get("og:image", "")
        content = site.files.get(site.addresses.resolve(page.path, url).path, b"") if url else b""
        if not content or url in seen:
            continue  # what is only promised in a draft has no content yet
        seen.add(url)
        size = "×".join(map(str, size_of(content)))
        stated = f"{said.get('og:image:width', '')}×{said.get('og:image:height', '')}"
        if size != stated:
            yield finding("Z774", page.path, page.line_of(url), url=url, found=size, stated=stated)


def size_of(png: bytes) -> tuple[int, ...]:
    """Width and height of a PNG; nothing where it is none."""
    if len(png) < _HEAD.size:
        return ()
    signature, chunk, width, height = _HEAD.unpack_from(png)
    return (width, height) if (signature, chunk) == _SIGNATURE else ()
