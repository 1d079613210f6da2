"""The templates of the guides with what they may use: filters, words, drawings, the records of an edition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from jinja2 import BytecodeCache, Environment
from markupsafe import Markup

from zhaoshang import awards, graphics
from zhaoshang.awards import Award, Example
from zhaoshang.domain.library import Key
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.reward import Reward
from zhaoshang.domain.schedule import schedule
from zhaoshang.graphics import Palette, light_palette
from zhaoshang.graphics.palette import Tone
from zhaoshang.print.document import Variant
from zhaoshang.print.fonts import faces_of
from zhaoshang.print.guide.artist import Artist
from zhaoshang.print.guide.columns import in_two_columns
from zhaoshang.print.guide.duet import Duet
from zhaoshang.print.guide.edition import Edition
from zhaoshang.print.guide.parallel import matched
from zhaoshang.print.guide.points import lacking
from zhaoshang.print.templates import printed_templates
from zhaoshang.print.tokens import black
from zhaoshang.reading.words import Lexicon
from zhaoshang.values import Rates, column
from zhaoshang.voice import Voice
from zhaoshang.voice.clauses import Clauses
from zhaoshang.voice.pictured import Pictured

_HEADING = re.compile(r"<(/?)h([2-5])(?: id=\"[^\"]*\")?>")


class Sourced(Protocol):
    """What has a day."""

    @property
    def as_of(self) -> date: ...


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of a table with their days, each once, in order of appearance, and the number of each row's."""

    entries: tuple[str, ...]
    numbers: tuple[int, ...]


def voice_of(edition: Edition, lexicon: Lexicon) -> Voice:
    """The voice of an edition's language."""
    return Voice(edition.language, edition.library, lexicon, _rates(edition), edition.link, _pictured)


def _pictured(name: str) -> Pictured:
    """A picture of the content where the document looks for it; its size is its own."""
    return Pictured(quote(name))


def palette_of(edition: Edition) -> Palette:
    """The place's colours; where the sheet asks for contrast, words and lines that would be grey are black."""
    brand = edition.library.site.brand
    palette = light_palette(graphics.Brand(river=brand.primary, sun=brand.highlight, field=brand.accent))
    if not edition.sheet.contrast:
        return palette
    ink = palette[Tone.INK]
    return Palette({**palette.colours, Tone.MUTED: ink, Tone.RULE: ink})


def environment_of(
    templates: Path,
    edition: Edition,
    voice: Voice,
    *,
    other: Voice | None = None,
    compiled: BytecodeCache | None = None,
) -> Environment:
    """The templates as one edition fills them in one language; `other` is the voice of a guide's other language."""
    environment = printed_templates(templates, voice, compiled=compiled)
    environment.globals |= _globals(edition, voice)
    if other is not None:
        environment.globals |= _parallel(edition, voice, other)
    return environment


def artist_of(edition: Edition, voice: Voice) -> Artist:
    """Who draws for the edition in a voice."""
    palette = palette_of(edition)
    if edition.sheet.variant is Variant.PRINT_SHOP:
        palette = black(palette)
    return Artist(
        voice, palette, edition.sheet, faces_of(voice.symbols if isinstance(voice, Duet) else voice.language)
    )


def _globals(edition: Edition, voice: Voice) -> dict[str, Any]:
    return {
        "edition": edition,
        "guide": edition.guide,
        "choice": edition.choice,
        "draw": artist_of(edition, voice),
        "schedule": schedule,
        "link": lambda kind, id_: edition.link(Key(kind, id_)),
        "online": lambda kind, id_: edition.online(Key(kind, id_)),
        "anchor": lambda kind, id_: edition.anchors.get(Key(kind, id_)),
        "prose": lambda kind, id_, level: _prose(edition, voice, Key(kind, id_), level),
        "sections": lambda kind, id_, level: sections(_prose(edition, voice, Key(kind, id_), level), level),
        "sources": lambda records, attribute: sources(tuple(records), attribute, voice),
        "two_columns": in_two_columns,
        "lacking": lacking,
        "column": lambda quantities: column(tuple(quantities), edition.language),
        "pays": (pays := Clauses(voice)),
        "tiers": lambda award, record: awards.table(
            award, record.terms, edition.language, articles=pays.labels(record)
        ),
        "worked": lambda award, record: _worked(award, record, pays),
    }


def _parallel(edition: Edition, voice: Voice, other: Voice) -> dict[str, Any]:
    """What templates of two languages use beyond that."""

    def blocks(kind: str, id_: str, level: int) -> tuple[Markup, ...]:
        key = Key(kind, id_)
        return matched((_prose(edition, voice, key, level), _prose(edition, other, key, level)))[0]

    return {"blocks": blocks, "duet": artist_of(edition, Duet.of(voice, other))}


def sections(prose: Markup, level: int) -> tuple[Markup, ...]:
    """A long text cut before each heading of `level`, so that its parts can stand side by side."""
    parts = re.split(f"(?=<h{level}>)", str(prose))
    return tuple(Markup(part) for part in parts if part.strip())


def sources(records: Sequence[Sourced], attribute: str, voice: Voice) -> Sources:
    """What the rows of a table rest on: the text of `attribute` and the day of each."""
    comma = voice.words.at("print.comma")
    lines = [f"{voice.plain(getattr(one, attribute))}{comma}{voice.date(one.as_of)}" for one in records]
    entries = tuple(dict.fromkeys(lines))
    return Sources(entries, tuple(entries.index(line) + 1 for line in lines))


def _prose(edition: Edition, voice: Voice, key: Key, level: int) -> Markup:
    """A record's long text with its first headings at `level`; empty where it has none.

    The ids of its headings are left out: every record may have the same ones.
    """
    found = edition.library.prose
    order = (voice.language, *edition.library.languages)
    text = next((found[key, lang] for lang in order if (key, lang) in found), None)
    if text is None:
        return Markup("")
    return Markup(_HEADING.sub(lambda m: f"<{m[1]}h{int(m[2]) - 2 + level}>", voice.prose(text)))


def _worked(award: Award, record: Policy | Reward, pays: Clauses) -> tuple[Example, ...]:
    """Examples worth printing: of awards whose result depends on a figure."""
    return awards.examples(award, record.terms, articles=pays.labels(record))[:3]


def _rates(edition: Edition) -> Rates | None:
    rate = edition.library.site.exchange.get("usd")
    return Rates("USD", rate.rate.figure, rate.as_of, rate.source) if rate else None
