"""The projects of the county that is shown, multiplied: a thousand of them in every mixture."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import mini

from zhaoshang.domain.library import Library
from zhaoshang.domain.relations import listed_projects
from zhaoshang.reading.words import Lexicon
from zhaoshang.web.assets import build_assets
from zhaoshang.web.media import build_media
from zhaoshang.web.plan import plan_pages
from zhaoshang.web.plan.material import Material
from zhaoshang.web.render import Renderer
from zhaoshang.web.views.offers import ProjectsView

ROOT = Path(__file__).parents[2]
MIXED = ("sector", "stage", "investment", "land", "modes", "park", "foreign_access")
"""What a copy takes from any other project, so that every mixture occurs."""


def multiplied(library: Library, number: int) -> Library:
    """A library with so many projects on its list: the ones it has, then copies that mix what narrows the list."""
    chance = random.Random(5)
    originals = listed_projects(library, today=mini.TODAY)
    projects = dict(library.projects)
    for n in range(number - len(originals)):
        first = originals[n % len(originals)]
        mixed = {name: getattr(chance.choice(originals), name) for name in MIXED}
        if chance.random() < 0.1:
            mixed["land"] = None  # some do not say
        copy = first.model_copy(update={**mixed, "id": f"{first.id}-{n}"})
        projects[copy.id] = copy
    return replace(library, projects=projects)


def list_of(library: Library, lexicon: Lexicon) -> tuple[ProjectsView, dict[str, bytes]]:
    """What the list of projects shows, and its files; rendering the pages of all projects would show no more."""
    material = Material(library, lexicon, mini.TODAY)
    plan = plan_pages(material)
    assets = build_assets(ROOT / "templates" / "assets", library.site.brand)
    renderer = Renderer(
        ROOT / "templates",
        material=material,
        plan=plan,
        assets=assets,
        media=build_media(ROOT / "content" / "media", {}),
        cache=None,
        workshop=None,
    )
    page = plan.pages["projects/index.html"]
    pages = [renderer.render(page, language) for language in library.languages]
    assert isinstance(page.view, ProjectsView)
    return page.view, {str(one.path): one.content for one in (*pages, *assets.artifacts)}
