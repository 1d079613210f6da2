"""The estimate on paper: an empty one is a sheet to fill in by hand, a filled one says what was filled in."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from rendered import Shown
from visited import visiting

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("language", ["zh", "en"])]


def test_an_empty_estimate_prints_every_unit_cost_with_room_for_figures(
    browser: Browser, served: str, shown: Shown, language: str
) -> None:
    with visiting(browser, served) as visit:
        page = visit.goto(f"{language}/estimate.html")
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        form = page.locator("[data-estimate] form")
        said = form.inner_text().replace("\u2060", "")  # which keeps a range on one line
        for costs in shown.library.costs.values():
            for line in costs.estimate.values():
                assert line.name[language] in said
                for one in line.items if line.choose == "one" and len(line.items) > 1 else ():
                    assert costs.items[one].name[language] in said
        assert "RMB 0" not in said and form.locator("select:visible").count() == 0
        assert form.locator("input:visible").count() == form.locator("input").count()
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        page.emulate_media(media="screen")
        assert form.locator(".by-hand:visible").count() == 0


def test_a_filled_estimate_prints_its_own_lines_alone(browser: Browser, served: str, language: str) -> None:
    with visiting(browser, served) as visit:
        page = visit.goto(f"{language}/estimate.html#land=4")
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        lines = page.locator(".est-line:visible")
        assert {one for one in lines.locator(".est-sum").all_text_contents() if not one} == set()
        assert page.locator("#estimate-land-item:visible").count() == 1
        assert 0 < lines.count() < page.locator(".est-line").count()
        assert page.locator(".by-hand:visible").count() == 0
