"""The colours a place chooses are measured before a page is made."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from rendered import Shown

from zhaoshang.domain.site import Brand
from zhaoshang.web.assets import build_assets
from zhaoshang.web.identity import check_identity, oklab_mix, pairs

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
DOCUMENT = (ROOT / "docs" / "design-tokens.md").read_text("utf-8")
THEMES = re.findall(
    r"^\| (\S+ \S+)[^|]* \| `(#\w{6})` \| `(#\w{6})` \| `(#\w{6})` \|", DOCUMENT, re.MULTILINE
)


def with_brand(shown: Shown, **colours: str) -> list[tuple[str, str]]:
    site = shown.library.site
    brand = site.brand.model_copy(update=colours)
    library = replace(shown.library, site=site.model_copy(update={"brand": brand}))
    return [(d.code, dict(d.arguments)["pair"]) for d in check_identity(library).items]


def test_the_colours_of_the_demonstration_can_be_read(shown: Shown) -> None:
    assert with_brand(shown) == []


def test_a_pale_primary_is_an_error_at_its_place(shown: Shown) -> None:
    assert with_brand(shown, primary="#6fb5d2") == [("Z780", "--brand / --wash-2")]


def test_a_pale_highlight_is_an_error_though_the_primary_holds(shown: Shown) -> None:
    assert with_brand(shown, highlight="#ffd000") == [("Z780", "--warm / --wash-2")]


@pytest.mark.parametrize(("name", "primary", "accent", "highlight"), THEMES)
def test_every_theme_of_the_document_holds(name: str, primary: str, accent: str, highlight: str) -> None:
    brand = Brand.model_validate({"primary": primary, "accent": accent, "highlight": highlight})
    assert [pair.name for pair in pairs(brand) if pair.ratio < pair.least] == []


def test_the_document_gives_three_more_themes() -> None:
    assert len(THEMES) == 4


@pytest.mark.parametrize(
    ("colour", "other", "percent", "mixed"),
    [
        ("#0b4f6c", "#000000", 100, "#0b4f6c"),
        ("#0b4f6c", "#ffffff", 0, "#ffffff"),
        ("#000000", "#ffffff", 50, "#636363"),
        ("#ff0000", "#0000ff", 50, "#8c53a2"),
    ],
)
def test_colours_are_mixed_as_browsers_mix_them(colour: str, other: str, percent: int, mixed: str) -> None:
    assert oklab_mix(colour, other, percent) == mixed


def test_the_icon_wears_the_colours_of_the_place(shown: Shown) -> None:
    brand = shown.library.site.brand.model_copy(update={"primary": "#8c2f26", "highlight": "#b5701a"})
    assets = build_assets(TEMPLATES / "assets", brand)
    icon = next(one.content.decode() for one in assets.artifacts if one.path.name.startswith("favicon"))
    assert set(re.findall(r"#\w{3,6}", icon)) == {"#8c2f26", oklab_mix("#b5701a", "#fff3dc", 42), "#fff"}
