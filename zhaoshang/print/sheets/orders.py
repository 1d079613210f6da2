"""The sheets as documents to be set, one for each project and language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from zhaoshang.diagnostics.diagnostic import Span
from zhaoshang.domain.library import Key
from zhaoshang.domain.project import Project
from zhaoshang.domain.standing import standings
from zhaoshang.graphics import Opening, Sector
from zhaoshang.print.document import Document
from zhaoshang.print.orders import Order
from zhaoshang.print.posters.scenes import SCENES, sector_scene
from zhaoshang.print.sheets.fitting import layout_of
from zhaoshang.print.sheets.sheet import Sheet
from zhaoshang.print.studio import Studio
from zhaoshang.web.sheets import sheet_name, sheet_path
from zhaoshang.web.views.entries import Download

STYLES = ("base.css", "furniture.css", "project.css", "sheets.css")
"""The same for all sheets, so that they are read once."""


def order_sheets(studio: Studio, projects: Iterable[Project], language: str) -> Iterator[Order]:
    """The sheets of these projects in a language."""
    statuses = standings(studio.library.documents()["policies"], today=studio.today)
    voice = studio.voice(language)
    for project in projects:
        online = studio.online(Key("projects", project.id), language)
        assert online is not None  # every project has a page
        yield _order(studio, Sheet(project, voice, statuses, online))


def _order(studio: Studio, sheet: Sheet) -> Order:
    language, project = sheet.voice.language, sheet.project
    path = sheet_path(project.id, language)
    offer = Download(sheet_name(project.id), language, path)
    return Order(partial(_document, studio, sheet), (path,), offer=offer)


def _document(studio: Studio, sheet: Sheet) -> Document:
    language, project = sheet.voice.language, sheet.project
    html = studio.filled(
        "sheets/sheet.html", language, sheet=sheet, layout=layout_of(sheet), scene=_scene(sheet)
    )
    document = studio.document(
        f"sheet-{project.id}-{language}", language, html, title=project.title, styles=STYLES
    )
    # Dated by what it says, not by the day of the build: unchanged content gives the same file.
    metadata = replace(document.metadata, created=sheet.dated, modified=sheet.dated)
    return replace(document, metadata=metadata, origins=_origins(sheet))


def _scene(sheet: Sheet) -> Opening | Sector:
    """The picture of the sector, or that of all projects."""
    return sector_scene(sheet.library.vocabularies.sectors[sheet.project.sector].codes) or SCENES["projects"]


def _origins(sheet: Sheet) -> dict[str, Span]:
    """Where what the sheet says stands, for findings about it."""
    keys = [Key("projects", sheet.project.id), *(Key("policies", one.policy.id) for one in sheet.support)]
    keys += [Key(kind, one.id) for kind, one in (("plots", sheet.plot), ("parks", sheet.park)) if one]
    spans = {str(key): sheet.library.span(key) for key in keys}
    return {name: span for name, span in spans.items() if span is not None}
