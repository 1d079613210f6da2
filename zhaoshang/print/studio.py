"""What everything printed beside the guides is made with: a language's templates, the place's colours, its drawings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from zhaoshang import graphics
from zhaoshang.domain.library import Key, Library
from zhaoshang.graphics import (
    Canvas,
    Graphic,
    Opening,
    Palette,
    Sector,
    draw_cover,
    draw_mark,
    draw_opening,
    draw_qr,
    draw_sector,
)
from zhaoshang.graphics.canvas import POINTS_PER_MILLIMETRE
from zhaoshang.print.document import Document, Metadata, Variant
from zhaoshang.print.fonts import faces_of
from zhaoshang.print.templates import printed_templates
from zhaoshang.print.tokens import tokens
from zhaoshang.reading.words import Lexicon
from zhaoshang.values import Rates, Text
from zhaoshang.voice import Voice
from zhaoshang.web.frame import address

PIXELS_PER_MILLIMETRE = 96 / 25.4


@dataclass(frozen=True, slots=True)
class Brush:
    """Draws for paper, in the place's colours. Lengths in millimetres, or in CSS pixels where the name says so."""

    palette: Palette
    family: str

    def cover(self, width: float, height: float, title: str) -> Markup:
        """The land by the river, its upper third quiet sky; in pixels."""
        return _markup(draw_cover(self._pixels(width), _points(height), title=title))

    def opening(self, name: str, width: float, height: float, title: str) -> Markup:
        """The picture of a subject; in pixels."""
        return _markup(draw_opening(Opening(name), self._pixels(width), _points(height), title=title))

    def scene(self, scene: Opening | Sector, width: float, height: float, title: str) -> Markup:
        """The picture of a subject or of a sector; in pixels."""
        if isinstance(scene, Sector):
            return _markup(draw_sector(scene, self._pixels(width), _points(height), title=title))
        return self.opening(scene, width, height, title)

    def mark(self, width: float, title: str) -> Markup:
        """The place mark; in pixels."""
        return _markup(draw_mark(self._pixels(width), title))

    def qr(self, url: str, width: float, title: str) -> Markup:
        """A QR code; in pixels."""
        return _markup(draw_qr(url, self._pixels(width), title=title))

    def _pixels(self, width: float) -> Canvas:
        return self._canvas(width / PIXELS_PER_MILLIMETRE)

    def _canvas(self, millimetres: float) -> Canvas:
        return replace(Canvas.paper(millimetres, family=self.family, palette=self.palette))


def _points(pixels: float) -> float:
    return pixels / PIXELS_PER_MILLIMETRE * POINTS_PER_MILLIMETRE


def _markup(graphic: Graphic) -> Markup:
    return Markup(graphic.svg)


@dataclass(frozen=True)
class Studio:
    """A project on a day. `root` is its folder, `routes` the paths of the records' pages below a language's folder."""

    library: Library
    lexicon: Lexicon
    root: Path
    today: date
    routes: Mapping[Key, str]

    @cached_property
    def palette(self) -> Palette:
        """The place's colours."""
        brand = self.library.site.brand
        return graphics.light_palette(
            graphics.Brand(river=brand.primary, sun=brand.highlight, field=brand.accent)
        )

    def voice(self, language: str) -> Voice:
        """How a language says things; links lead to the site."""
        rate = self.library.site.exchange.get("usd")
        rates = Rates("USD", rate.rate.figure, rate.as_of, rate.source) if rate else None
        return Voice(language, self.library, self.lexicon, rates, lambda key: self.online(key, language))

    def online(self, key: Key, language: str) -> str | None:
        """The address of a record's page."""
        path = self.routes.get(key)
        return address(self.library.site.base_url, f"{language}/{path}") if path else None

    def page(self, path: str, language: str) -> str:
        """The address of a page of the site."""
        return address(self.library.site.base_url, f"{language}/{path}")

    def filled(self, template: str, language: str, **context: Any) -> str:
        """A template of `templates/print`, filled in a language."""
        return self._environment(language).get_template(f"print/{template}").render(context)

    def document(
        self,
        name: str,
        language: str,
        html: str,
        *,
        title: Text | str,
        styles: tuple[str, ...],
        variant: Variant = Variant.TAGGED,
        css: str = "",
    ) -> Document:
        """A document of that name for the press. `styles` name files of `templates/print/css`."""
        folder = self.root / "templates" / "print" / "css"
        return Document(
            name=name,
            html=html,
            metadata=self._metadata(language, title),
            stylesheets=tuple(folder / style for style in styles),
            base=self.root / "content" / "media",
            roots=(self.root / "content" / "media", folder),
            css=tokens(self.palette, variant=variant) + css,
            variant=variant,
        )

    def _metadata(self, language: str, title: Text | str) -> Metadata:
        site, voice = self.library.site, self.voice(language)
        return Metadata(
            title=voice.plain(title),
            author=voice.plain(site.publisher.operator or site.publisher.sponsor),
            subject=voice.plain(site.title),
            keywords=(voice.plain(site.name),),
            language=language,
            created=self.today,
            modified=self.today,
        )

    def _environment(self, language: str) -> Environment:
        """The templates in a language, compiled once for all that is filled in it."""
        if language not in self._environments:
            self._environments[language] = self._templates(language)
        return self._environments[language]

    @cached_property
    def _environments(self) -> dict[str, Environment]:
        return {}

    def _templates(self, language: str) -> Environment:
        voice = self.voice(language)
        environment = printed_templates(self.root / "templates", voice)
        environment.globals |= {
            "language": language,
            "draw": Brush(self.palette, faces_of(language)),
            "online": lambda kind, id_: self.online(Key(kind, id_), language),
            "page": lambda path: self.page(path, language),
        }
        return environment
