"""Narrow, magnified, with wider spacing, in forced colours and without motion: nothing of a page is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page
from rendered import Shown
from visited import UNFOLD, kinds, kinds_in, visiting

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("language", ["zh", "en"])]

SPACING = """
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-block-end: 2em !important; }
"""
"""The overrides of WCAG 1.4.12, all at once."""


def lost(page: Page, width: int) -> list[str]:
    """Text that is cut or stands outside of a window of this width."""
    page.set_viewport_size({"width": width, "height": 800})
    return list(page.evaluate("seen.lost()"))


def test_nothing_is_lost_at_320_pixels_or_with_wider_spacing(
    browser: Browser, shown: Shown, served: str, language: str
) -> None:
    """320 and 640 pixels are also a window of 1,280 magnified to 400 % and 200 %."""
    found = set()
    with visiting(browser, served, bypass_csp=True) as visit:
        for path in ("index.html", *(f"{language}/{path}" for path in kinds(shown))):
            page = visit.goto(path)
            page.evaluate(UNFOLD)
            found |= {(path, "320", one) for one in lost(page, 320)}
            page.add_style_tag(content=SPACING)
            found |= {(path, f"{width} spaced", one) for width in (320, 640) for one in lost(page, width)}
    assert found == set()


def test_forced_colours_keep_every_edge_and_reduced_motion_moves_nothing(
    browser: Browser, shown: Shown, served: str, language: str
) -> None:
    found = set()
    options = {"forced_colors": "active", "reduced_motion": "reduce"}
    with visiting(browser, served, viewport={"width": 1280, "height": 800}, **options) as visit:
        for path in (f"{language}/{path}" for path in kinds_in(shown, language)):
            page = visit.goto(path)
            found |= {(path, one) for one in page.evaluate("[...seen.edgeless(), ...seen.moving()]")}
            forced = page.evaluate("seen.words()")
            page.emulate_media(forced_colors="none", reduced_motion="no-preference")
            assert page.evaluate("seen.words()") == forced
            page.emulate_media(**options)
    assert found == set()


def test_what_sticks_to_an_edge_leaves_most_of_a_low_window_to_read_in(
    browser: Browser, served: str, language: str
) -> None:
    """At 400 % a window of 1280 × 1024 is 320 × 256."""
    with visiting(browser, served, viewport={"width": 320, "height": 256}) as visit:
        page = visit.goto(f"{language}/projects/index.html")
        page.locator("[data-compare]").first.check()
        page.locator("[data-compare]").nth(1).check()
        names = page.locator(".tray-list button > span")
        assert names.count() == 2
        assert names.evaluate_all("all => all.every((one) => one.scrollWidth <= one.clientWidth)"), (
            "a cut name"
        )
        taken = page.evaluate(
            """[...document.querySelectorAll('*')]
                .filter((one) => /fixed|sticky/.test(getComputedStyle(one).position) && one.checkVisibility())
                .map((one) => one.getBoundingClientRect())
                .reduce((sum, box) => sum + Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)), 0)"""
        )
        assert taken < 256 / 2
