"""The county that is shown, multiplied: a thousand projects in every mixture, or the words of a thousand pages."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
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
from zhaoshang.web.search import Found
from zhaoshang.web.views.offers import ProjectsView

ROOT = Path(__file__).parents[2]
MIXED = ("sector", "stage", "investment", "land", "modes", "park", "foreign_access")
"""What a copy takes from any other project, so that every mixture occurs."""

OWN = 0.6
"""How much of a made page comes from one page; the rest comes from any other."""
NAMED = {"zh": ("澜川", "夷江"), "en": ("Lanchuan", "Yijiang")}
SYLLABLES = {
    "zh": list(
        "安白滨昌澄崇德富高广桂海恒宏华淮吉佳江金景靖康兰乐黎良林灵龙绿罗茂梅宁浦清庆泉荣瑞泰桐祥秀宣雅延益永裕元泽卓紫"
    ),
    "en": [
        "an",
        "bao",
        "chang",
        "deng",
        "fu",
        "guang",
        "hai",
        "jiang",
        "kang",
        "lian",
        "ming",
        "ning",
        "ping",
        "qing",
        "rui",
        "shan",
        "tong",
        "wen",
        "yang",
        "zhong",
    ],
}


def many_pages(found: Sequence[Found], number: int, *, language: str) -> Iterator[Found]:
    """The words of so many pages: each from one that is there, with blocks of others, names and figures of its own."""
    chance = random.Random(7)
    blocks = [block for page in found for block in page.text.split("\n")]
    for n in range(number):
        page = found[n % len(found)]
        names = {old: "".join(chance.sample(SYLLABLES[language], 2)).capitalize() for old in NAMED[language]}

        def vary(text: str, names: dict[str, str] = names) -> str:
            for old, new in names.items():
                text = text.replace(old, new)
            return re.sub(r"\d", lambda _: str(chance.randint(0, 9)), text)

        text = [block if chance.random() < OWN else chance.choice(blocks) for block in page.text.split("\n")]
        url = f"{language}/made/{n}.html"
        yield Found(url, page.kind, vary(page.title), vary(page.headings), vary("\n".join(text)))


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
