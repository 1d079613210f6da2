"""A picture of the content as a medium shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from markupsafe import Markup


class Format(NamedTuple):
    """A lighter format that a browser may choose: its type, and the addresses with their widths as `srcset` has them."""

    type: str
    srcset: str


class Pictured(NamedTuple):
    """A picture with its address, and on a screen its size in pixels; a photograph with its other widths and formats."""

    href: str
    width: int | None = None
    height: int | None = None
    srcset: str = ""
    """The other widths in the format of `href`; '' for a drawing."""
    formats: tuple[Format, ...] = ()
    """The lightest first."""

    def described(self, alt: str, *, sizes: str) -> Markup:
        """The element with its description; `sizes` says how wide a photograph is shown."""
        return self.element(Markup('alt="{}"').format(alt), sizes=sizes)

    def element(self, given: Markup, *, sizes: str) -> Markup:
        """The element, with the attributes it was given where the picture was named."""
        widths = Markup(' srcset="{}" sizes="{}"').format(self.srcset, sizes) if self.srcset else ""
        size = Markup(' width="{}" height="{}" loading="lazy" decoding="async"').format(
            self.width, self.height
        )
        image = Markup('<img {} src="{}"{}{}>').format(given, self.href, widths, size if self.width else "")
        sources = [
            Markup('<source type="{}" srcset="{}" sizes="{}">').format(one.type, one.srcset, sizes)
            for one in self.formats
        ]
        return Markup("<picture>{}{}</picture>").format(Markup("").join(sources), image) if sources else image


Pictures = Callable[[str], Pictured]
"""Finds a picture of the content by its name."""
