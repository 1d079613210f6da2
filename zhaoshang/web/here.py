"""Where the page being rendered lies, and the addresses of everything else as seen from it."""

from __future__ import annotations

from zhaoshang.domain.library import Key
from zhaoshang.voice.pictured import Format, Pictured
from zhaoshang.web.assets import Assets
from zhaoshang.web.frame import Frame
from zhaoshang.web.media import Media, Source
from zhaoshang.web.page import Plan, relative


class Here:
    """Where the page being rendered lies: turns places in the site into addresses relative to it.

    Macros do not see the page, so the renderer says here which one is at hand.
    """

    def __init__(self, plan: Plan, assets: Assets, media: Media) -> None:
        self._plan = plan
        self._assets = assets
        self._media = media
        self.page: Frame

    def asset(self, name: str) -> str:
        """The address of an asset."""
        return relative(self.page.path, self._assets[name])

    def file(self, path: str) -> str:
        """The address of any file of the site."""
        return relative(self.page.path, path)

    def media(self, name: str) -> Pictured:
        """A picture of the content with its address and size."""
        picture = self._media.pictures[name]
        *lighter, last = [self._format(source) for source in picture.sources] or [Format("", "")]
        return Pictured(self.file(picture.path), picture.width, picture.height, last.srcset, tuple(lighter))

    def _format(self, source: Source) -> Format:
        return Format(source.type, ", ".join(f"{self.file(path)} {width}w" for path, width in source.files))

    def published(self, kind: str, id_: str) -> bool:
        """Whether a record has a page in the page's language."""
        return self._plan.exists(self._plan.routes[Key(kind, id_)], self.page.lang)

    def shown(self, path: str) -> bool:
        """Whether a page of the plan exists in the page's language."""
        return self._plan.exists(path, self.page.lang)

    def url(self, path: str) -> str:
        """The address of a path of the plan, in the page's language."""
        return relative(self.page.path, f"{self.page.lang}/{path}")

    def link(self, kind: str, id_: str) -> str:
        """The address of a record that has a page."""
        return self.url(self._plan.routes[Key(kind, id_)])

    def record(self, key: Key) -> str | None:
        """The address of a record, or None where it has no page in the page's language."""
        path = self._plan.routes.get(key)
        return self.url(path) if path and self._plan.exists(path, self.page.lang) else None
