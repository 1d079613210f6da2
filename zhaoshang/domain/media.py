"""Pictures that belong to records."""

from __future__ import annotations

from zhaoshang.domain.record import Part
from zhaoshang.values import Text


class Image(Part):
    """A file in `content/media/` with its description in every language."""

    file: str
    alt: Text
    caption: Text | None = None
    credit: Text | None = None
    map_approval: str | None = None
    """审图号, required where the picture shows a map (地图管理条例, art. 15)."""
