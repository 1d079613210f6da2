"""A way to write a small document and have it set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from zhaoshang.graphics.palette import light_palette
from zhaoshang.print.document import Document, Metadata, Rendered, Variant
from zhaoshang.print.press import Press
from zhaoshang.print.tokens import tokens

STYLES = Path(__file__).parents[3] / "templates" / "print" / "css"


@dataclass(frozen=True, slots=True)
class Bench:
    """A directory to take assets from, and the press."""

    directory: Path
    press: Press

    def document(
        self, body: str, *, name: str = "sample", language: str = "zh-CN", **changes: Any
    ) -> Document:
        variant = changes.setdefault("variant", Variant.TAGGED)
        assert isinstance(variant, Variant)
        values: dict[str, Any] = {
            "name": name,
            "html": f"<!DOCTYPE html><html><head></head><body><h1>投资指南</h1>{body}</body></html>",
            "metadata": Metadata(
                title="澜川县投资指南",
                author="澜川县招商局",
                subject="产业、成本、项目与政策",
                keywords=("招商", "澜川"),
                language=language,
                created=date(2026, 11, 1),
                modified=date(2026, 11, 2),
            ),
            "stylesheets": (STYLES / "base.css", STYLES / "furniture.css"),
            "base": self.directory,
            "roots": (self.directory, STYLES),
            "css": tokens(light_palette(), variant=variant),
        }
        return Document(**(values | changes))

    def render(self, body: str, **changes: Any) -> Rendered:
        return self.press.render_all([self.document(body, **changes)])[0]
