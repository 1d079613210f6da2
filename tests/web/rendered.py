"""A rendered county, read back as a browser reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import mini
from lxml import etree, html

from zhaoshang.domain.library import Library
from zhaoshang.reading.words import Lexicon
from zhaoshang.web.render import PageCache
from zhaoshang.web.site import Website, build_web


@dataclass(frozen=True)
class Shown:
    """A rendered county: its library, its plan and its files, read back as a browser reads them."""

    library: Library
    lexicon: Lexicon
    website: Website

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        return {str(artifact.path): artifact.content for artifact in self.website.artifacts}

    @cached_property
    def pages(self) -> Mapping[str, html.HtmlElement]:
        """Every page by its path, parsed; the fragments, which are none, are left out."""
        return {
            path: html.document_fromstring(content.decode())
            for path, content in self.files.items()
            if path.endswith(".html") and not path.startswith("fragments/")
        }

    def xml(self, path: str) -> etree._Element:
        return etree.fromstring(self.files[path])


class County:
    """Renders the small county with changes, in folders of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self.lexicon = mini.lexicon()

    def __call__(self, *changes: mini.Change, cache: PageCache | None = None) -> Shown:
        self._count += 1
        root = self._folder / str(self._count)
        library = mini.make_library(root, *changes)
        (root / "templates").symlink_to(mini.TEMPLATES)
        website = build_web(library, self.lexicon, root=root, today=mini.TODAY, cache=cache)
        return Shown(library, self.lexicon, website)
