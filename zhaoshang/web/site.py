"""The whole site from the library: plan, pages, feeds, search and site map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from zhaoshang.diagnostics.diagnostic import Findings
from zhaoshang.domain.library import Library
from zhaoshang.domain.register import Contents
from zhaoshang.domain.site import Profile
from zhaoshang.reading.words import Lexicon
from zhaoshang.values.artifact import Artifact
from zhaoshang.voice import Voice
from zhaoshang.web import search
from zhaoshang.web.assets import build_assets
from zhaoshang.web.feed import feeds
from zhaoshang.web.fragments import fragment_styles, fragments
from zhaoshang.web.media import build_media
from zhaoshang.web.moves import moved_pages, moves
from zhaoshang.web.page import PageSpec, Plan, State
from zhaoshang.web.plan import plan_pages
from zhaoshang.web.plan.material import Material
from zhaoshang.web.render import PageCache, Renderer
from zhaoshang.web.sitemap import guide_for_models, robots, site_map
from zhaoshang.web.views.entries import Download

Made: TypeAlias = tuple[PageSpec, str, Artifact]
"""A page in a language, and its file."""


@dataclass(frozen=True, slots=True)
class Website:
    """The finished web part: its files and the plan they were made from."""

    artifacts: tuple[Artifact, ...]
    plan: Plan
    findings: Findings
    """What is wrong with the pictures."""


def build_web(
    library: Library,
    lexicon: Lexicon,
    *,
    root: Path,
    today: date,
    downloads: tuple[Download, ...] = (),
    contents: Mapping[str, Contents] | None = None,
    cache: PageCache | None = None,
    workshop: Path | None = None,
) -> Website:
    """Every file of the site but the guides.

    `root` is the project's folder, `contents` what each guide states now, for the register of editions; `cache` keeps
    pages between builds of the preview, `workshop` is where compiled templates and developed photographs are kept.
    """
    guides = tuple(one for one in downloads if one.guide in library.guides)
    papers = tuple(one for one in downloads if one.guide not in library.guides)
    material = Material(library, lexicon, today, guides, papers, contents)
    plan = plan_pages(material)
    templates = root / "templates"
    assets = build_assets(templates / "assets", library.site.brand)
    media = build_media(root / "content" / "media", library.media, workshop=workshop)
    renderer = Renderer(
        templates,
        material=material,
        plan=plan,
        assets=assets,
        media=media,
        cache=cache,
        workshop=workshop,
    )
    pages = [
        (page, language, renderer.render(page, language))
        for language in plan.languages
        for page in plan
        if page.state(language) is not State.ABSENT
    ]
    artifacts = chain(
        (artifact for _, _, artifact in pages),
        [renderer.entrance(), site_map(plan, library.site), robots(library.site)],
        _beside(material, plan, pages),
        _fragments(material, pages, templates=templates, cache=cache),
        assets.artifacts,
        media.artifacts,
    )
    return Website(tuple(artifacts), plan, media.findings)


def _beside(material: Material, plan: Plan, pages: Sequence[Made]) -> Iterable[Artifact]:
    """What stands beside the pages in every language: the ways from former addresses, feeds, the search."""
    library = material.library
    voices = [Voice(language, library, material.lexicon) for language in plan.languages]
    return chain(
        [guide_for_models(plan, voices)],
        chain.from_iterable(
            moved_pages(move, plan, {voice.language: voice for voice in voices})
            for move in moves(library, plan)
        ),
        chain.from_iterable(feeds(material, plan, voice) for voice in voices),
        chain.from_iterable(_search(pages, voice) for voice in voices),
    )


def _fragments(
    material: Material, pages: Sequence[Made], *, templates: Path, cache: PageCache | None
) -> Iterable[Artifact]:
    """The pages as fragments with their styles, for a department that has only a column in a portal."""
    site = material.library.site
    if site.publisher.profile is not Profile.PORTAL_COLUMN:
        return ()
    voices = [Voice(language, material.library, material.lexicon) for language in site.languages]
    made = (fragments(_of(pages, voice), voice, cache=cache) for voice in voices)
    return chain(chain.from_iterable(made), [fragment_styles(templates, site.brand)])


def _of(pages: Sequence[Made], voice: Voice) -> Iterable[tuple[PageSpec, Artifact]]:
    return ((page, artifact) for page, language, artifact in pages if language == voice.language)


def _search(pages: Sequence[Made], voice: Voice) -> Iterable[Artifact]:
    found = search.found_pages(
        search.Made(str(artifact.path), page.kind, voice.plain(page.title), artifact.content)
        for page, artifact in _of(pages, voice)
        if page.indexed
    )
    return search.search_files(voice.language, found)
