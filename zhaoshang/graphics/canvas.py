"""The sheet a graphic is drawn on: its width, its type, its medium; and the graphic that comes off it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from zhaoshang.graphics.markup import element, escape, number
from zhaoshang.graphics.measure import text_width
from zhaoshang.graphics.palette import Palette, Tone, light_palette

LIGHT = light_palette()
POINTS_PER_MILLIMETRE = 72 / 25.4


class Medium(StrEnum):
    """A screen drawing carries classes that a stylesheet may colour; a paper drawing carries fixed colours
    only.
    """

    SCREEN = "screen"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a graphic is called, and a sentence on what it shows. An empty description is made from the
    data.
    """

    title: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The data of a graphic as the reader of a table needs it: every row as long as `columns`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Graphic:
    """A finished drawing: complete `<svg>` markup, its name and description, the data behind it, its size."""

    svg: str
    title: str
    description: str
    table: Table
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Canvas:
    """A width and the type sizes that go with it, in px on screen and in pt on paper.

    Distances inside a graphic are multiples of `text`, so a drawing keeps its proportions on every sheet.
    `small` is for secondary words and never under 6 pt on paper. `family` is written on paper only; a
    screen inherits the page's.
    """

    width: float
    text: float
    small: float
    medium: Medium = Medium.SCREEN
    palette: Palette = field(default=LIGHT)
    family: str = ""

    @classmethod
    def screen(cls, width: float = 760, *, palette: Palette = LIGHT) -> Canvas:
        """A sheet of `width` px; under 480 px it counts as a phone and the type is a little smaller."""
        narrow = width < 480
        return cls(width=width, text=13 if narrow else 14, small=12 if narrow else 12.5, palette=palette)

    @classmethod
    def paper(
        cls, millimetres: float = 170, *, family: str = "sans-serif", palette: Palette = LIGHT
    ) -> Canvas:
        """A sheet of `millimetres`, drawn in points, with text of 8 pt (7.5 pt under 100 mm)."""
        width = round(millimetres * POINTS_PER_MILLIMETRE, 2)
        text = 8 if millimetres >= 100 else 7.5
        return cls(width, text, 7, Medium.PAPER, palette, family)

    @property
    def line(self) -> float:
        """From one baseline to the next."""
        return self.text * 1.36

    @property
    def hair(self) -> float:
        """The thinnest line worth drawing."""
        return 1 if self.medium is Medium.SCREEN else 0.6

    def paint(
        self, *, fill: Tone | None = None, stroke: Tone | None = None, width: float | None = None
    ) -> dict[str, str | float | None]:
        """The attributes that colour a shape: `fill` or none, and a stroke of `width` (a hair when not
        given).
        """
        classes = " ".join(
            name for name in (f"gf-{fill}" if fill else "", f"gs-{stroke}" if stroke else "") if name
        )
        return {
            "class_": classes if classes and self.medium is Medium.SCREEN else None,
            "fill": self.palette[fill] if fill else "none",
            "stroke": self.palette[stroke] if stroke else None,
            "stroke_width": (self.hair if width is None else width) if stroke else None,
        }

    def words(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float | None = None,
        tone: Tone = Tone.INK,
        anchor: str = "start",
        bold: bool = False,
    ) -> str:
        """One line of text with its baseline at `y`. `anchor` is start, middle or end. Blank text draws
        nothing.
        """
        if not text.strip():
            return ""
        return element(
            "text",
            escape(text),
            x=x,
            y=y,
            font_size=self.text if size is None else size,
            font_weight="700" if bold else None,
            text_anchor=None if anchor == "start" else anchor,
            **self.paint(fill=tone),
        )

    def measure(self, text: str, *, size: float | None = None, bold: bool = False) -> float:
        """The width `words` will need for `text`."""
        return text_width(text, self.text if size is None else size, bold=bold)

    def finish(
        self,
        kind: str,
        heading: Heading,
        height: float,
        shapes: list[str],
        table: Table,
        *,
        role: str = "img",
    ) -> Graphic:
        """The drawing as a graphic `height` high. `kind` becomes a class of the svg element.

        A drawing with links in it has the role `group`: what is inside an `img` is hidden from a screen reader.
        """
        description = heading.description or describe(table)
        unit = "" if self.medium is Medium.SCREEN else "pt"
        svg = element(
            "svg",
            element("title", escape(heading.title)),
            element("desc", escape(description)),
            *shapes,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {number(self.width)} {number(height)}",
            width=f"{number(self.width)}{unit}",
            height=f"{number(height)}{unit}",
            role=role,
            class_=f"graphic graphic-{kind}",
            font_family=self.family or None,
        )
        return Graphic(svg, heading.title, description, table, self.width, height)


def describe(table: Table) -> str:
    """The rows of `table` as one line of text, for those who hear a graphic."""
    return "; ".join(", ".join(cell for cell in row if cell) for row in table.rows)
