"""An edition as a document: the templates filled with its records, in its language or its two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import BytecodeCache

from zhaoshang.print.document import Document, Metadata, Variant
from zhaoshang.print.guide.edition import Edition
from zhaoshang.print.guide.filling import environment_of, palette_of, voice_of
from zhaoshang.print.guide.narrow import as_cards
from zhaoshang.print.guide.parallel import in_parallel
from zhaoshang.print.inks import in_inks
from zhaoshang.print.rehearsal import STYLES
from zhaoshang.print.tokens import tokens
from zhaoshang.reading.words import Lexicon
from zhaoshang.voice import Voice
from zhaoshang.voice.templates import compiled_templates

GUIDE = "print/guide/guide.html"
PARALLEL = "print/guide/parallel/guide.html"


def compose(
    edition: Edition,
    lexicon: Lexicon,
    *,
    root: Path,
    template: str = GUIDE,
    front: str = "",
    context: Mapping[str, Any] = MappingProxyType({}),
    label: str = "",
    workshop: Path | None = None,
) -> Document:
    """The edition ready for the press. `root` is the project's folder, `workshop` where compiled templates are kept.

    `front` names a template that stands before the first chapter, `context` what it shows beyond the edition,
    `label` what the foot of every page says beyond what it says anyway. A guide in parallel has a template of its
    own and takes none of these but the label.
    """
    sheet, templates, compiled = edition.sheet, root / "templates", compiled_templates(workshop)
    styles = templates / "print" / "css"
    voices = tuple(voice_of(one, lexicon) for one in _in_each_language(edition))
    more: tuple[str, ...] = ()
    if edition.beside:
        html, more = _both(edition, voices, templates, compiled), ("parallel.css",)
    else:
        filled = environment_of(templates, edition, voices[0], compiled=compiled).get_template(template)
        blank = voices[0].words.at("print.no_note")
        html = as_cards(filled.render(context, front=front), widest=sheet.widest, blank=blank)
    if sheet.variant is Variant.PRINT_SHOP:
        html = in_inks(html)
    return Document(
        name=edition.name,
        html=html,
        metadata=_metadata(edition, voices),
        stylesheets=tuple(styles / name for name in (*STYLES, *more, *sheet.styles)),
        base=root / "content" / "media",
        roots=(root / "content" / "media", styles),
        css=tokens(palette_of(edition), variant=sheet.variant) + _foot(edition, voices, label),
        variant=sheet.variant,
        origins=edition.origins,
    )


def _in_each_language(edition: Edition) -> tuple[Edition, ...]:
    """The edition as each of its languages has it: of a guide in parallel there are two."""
    return (edition, replace(edition, language=edition.beside)) if edition.beside else (edition,)


def _both(edition: Edition, voices: tuple[Voice, ...], templates: Path, compiled: BytecodeCache) -> str:
    """A guide in parallel: its template filled in either language, and the two put together."""
    filled = [
        environment_of(templates, one, voice, other=other, compiled=compiled).get_template(PARALLEL).render()
        for one, voice, other in zip(_in_each_language(edition), voices, reversed(voices), strict=True)
    ]
    return in_parallel(*filled, language=voices[1].language)


def _metadata(edition: Edition, voices: tuple[Voice, ...]) -> Metadata:
    site, guide, voice = edition.library.site, edition.guide, voices[0]
    sectors = edition.library.vocabularies.sectors.values()
    return Metadata(
        title=" / ".join(each.plain(guide.title) for each in voices),
        author=voice.plain(site.publisher.operator or site.publisher.sponsor),
        subject=f"{voice.plain(guide.subtitle)} · {guide.number}",
        keywords=(voice.plain(site.name), *(voice.plain(sector.label) for sector in sectors)),
        language=edition.language,
        created=guide.date,
        modified=guide.date,
    )


def _foot(edition: Edition, voices: tuple[Voice, ...], label: str) -> str:
    """The running foot: that the data are an example, and what else every page must say."""
    example = [voice.words.at("print.demonstration") for voice in voices]
    said = (label, *(example if edition.library.site.demonstration else ()))
    text = " · ".join(filter(None, said)).replace("\\", "").replace('"', "")
    if not text:
        return ""
    place = f"vertical-align: bottom; padding-bottom: {edition.sheet.foot}mm"
    return f'@page {{ @bottom-center {{ content: "{text}"; {place} }} }}'
