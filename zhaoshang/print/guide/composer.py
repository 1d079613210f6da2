"""An edition as a document: the templates filled with its records, in its language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from zhaoshang import awards, graphics
from zhaoshang.awards import Award, Example, Terms, TierTable
from zhaoshang.domain.library import Key
from zhaoshang.domain.schedule import schedule
from zhaoshang.graphics import Palette, light_palette
from zhaoshang.print.document import Document, Metadata
from zhaoshang.print.fonts import HAN, LATIN
from zhaoshang.print.guide.artist import Artist
from zhaoshang.print.guide.edition import Edition
from zhaoshang.print.tokens import tokens
from zhaoshang.reading.words import Lexicon, Words
from zhaoshang.values import Rates, column
from zhaoshang.voice import Voice

STYLES = ("base.css", "furniture.css", "guide.css", "chapters.css", "visit.css")

_CHINESE = re.compile(r"[\u4e00-\u9fff〔〕][\u4e00-\u9fff〔〕0-9]*")
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


def compose(
    edition: Edition,
    lexicon: Lexicon,
    *,
    root: Path,
    template: str = "print/guide/guide.html",
    front: str = "",
    context: Mapping[str, Any] = MappingProxyType({}),
    label: str = "",
) -> Document:
    """The edition ready for the press. `root` is the project's folder.

    `front` names a template that stands before the first chapter, `context` what it shows beyond the edition,
    `label` what the foot of every page says beyond what it says anyway.
    """
    library, sheet = edition.library, edition.sheet
    voice = Voice(edition.language, library, lexicon, _rates(edition), edition.link)
    palette = _palette(edition)
    environment = _environment(root / "templates", edition, voice, palette)
    styles = root / "templates" / "print" / "css"
    return Document(
        name=edition.name,
        html=environment.get_template(template).render(context, front=front),
        metadata=_metadata(edition, voice),
        stylesheets=tuple(styles / name for name in (*STYLES, *sheet.styles)),
        base=root / "content" / "media",
        roots=(root / "content" / "media", styles),
        css=tokens(palette, variant=sheet.variant) + _foot(edition, voice, label),
        variant=sheet.variant,
        origins=edition.origins,
    )


def _palette(edition: Edition) -> Palette:
    brand = edition.library.site.brand
    return light_palette(graphics.Brand(river=brand.primary, sun=brand.highlight, field=brand.accent))


def _rates(edition: Edition) -> Rates | None:
    rate = edition.library.site.exchange.get("usd")
    return Rates("USD", rate.rate.figure, rate.as_of, rate.source) if rate else None


def _metadata(edition: Edition, voice: Voice) -> Metadata:
    site, guide = edition.library.site, edition.guide
    sectors = edition.library.vocabularies.sectors.values()
    return Metadata(
        title=voice.plain(guide.title),
        author=voice.plain(site.publisher.operator or site.publisher.sponsor),
        subject=f"{voice.plain(guide.subtitle)} · {guide.number}",
        keywords=(voice.plain(site.name), *(voice.plain(sector.label) for sector in sectors)),
        language=edition.language,
        created=guide.date,
        modified=guide.date,
    )


def _foot(edition: Edition, voice: Voice, label: str) -> str:
    """The running foot: that the data are an example, and what else every page must say."""
    demonstration = voice.words.at("print.demonstration") if edition.library.site.demonstration else ""
    text = " · ".join(filter(None, (label, demonstration))).replace("\\", "").replace('"', "")
    if not text:
        return ""
    return f'@page {{ @bottom-center {{ content: "{text}"; vertical-align: bottom; padding-bottom: 11mm }} }}'


def _environment(templates: Path, edition: Edition, voice: Voice, palette: Palette) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "say": voice.say,
        "plain": voice.plain,
        "show": voice.show,
        "converted": voice.converted,
        "number": voice.number,
        "unit": voice.unit,
        "day": voice.date,
        "travel_time": voice.travel_time,
        "working_days": voice.working_days,
        "fill": fill,
        "marked": lambda text: marked(text, edition.language),
    }
    environment.globals |= _globals(edition, voice, palette)
    return environment


def _globals(edition: Edition, voice: Voice, palette: Palette) -> dict[str, Any]:
    library = edition.library
    family = f"{HAN}, {LATIN}" if edition.language.startswith("zh") else f"{LATIN}, {HAN}"
    return {
        "edition": edition,
        "guide": edition.guide,
        "choice": edition.choice,
        "library": library,
        "site": library.site,
        "words": voice.words,
        "draw": Artist(voice, palette, edition.sheet, family),
        "schedule": schedule,
        "document_facts": voice.document_facts,
        "link": lambda kind, id_: edition.link(Key(kind, id_)),
        "online": lambda kind, id_: edition.online(Key(kind, id_)),
        "anchor": lambda kind, id_: edition.anchors.get(Key(kind, id_)),
        "prose": lambda kind, id_, level: _prose(edition, voice, Key(kind, id_), level),
        "sections": lambda kind, id_, level: sections(_prose(edition, voice, Key(kind, id_), level), level),
        "sources": lambda records, attribute: sources(tuple(records), attribute, voice),
        "column": lambda quantities: column(tuple(quantities), edition.language),
        "describe": lambda award, terms: awards.describe(award, terms, edition.language),
        "describe_terms": lambda terms: awards.describe_terms(terms, edition.language),
        "tiers": lambda award, terms: _tiers(award, terms, edition.language),
        "worked": _worked,
    }


def fill(words: str | Words, **values: object) -> Markup:
    """Interface words with their places filled; `n` chooses the form of a word that has several."""
    if isinstance(words, Words):
        words = str(words.get("one" if values["n"] == 1 else "other", words["other"]))
    return escape(words).format(**values)


def marked(text: str, language: str) -> Markup:
    """A text with the Chinese words in it marked as such, where the language around them is another."""
    if isinstance(text, Markup) or language.startswith("zh"):
        return escape(text)
    return Markup(_CHINESE.sub(r'<span lang="zh">\g<0></span>', str(escape(text))))


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
    order = (edition.language, *edition.library.languages)
    text = next((found[key, lang] for lang in order if (key, lang) in found), None)
    if text is None:
        return Markup("")
    return Markup(_HEADING.sub(lambda m: f"<{m[1]}h{int(m[2]) - 2 + level}>", voice.prose(text)))


def _tiers(award: Award, terms: Terms, language: str) -> TierTable | None:
    return awards.table(award, terms, language)


def _worked(award: Award, terms: Terms) -> tuple[Example, ...]:
    """Examples worth printing: of awards whose result depends on a figure."""
    return awards.examples(award, terms)[:3]
