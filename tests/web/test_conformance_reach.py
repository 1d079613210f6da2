"""From the home page of a language every page is at most three clicks away."""

from __future__ import annotations

import pytest
from rendered import Shown
from test_every_page import destinations


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_is_within_three_clicks_of_home_by_more_than_the_list_of_all_pages(
    language: str, shown: Shown
) -> None:
    """The list of all pages would reach everything by itself, so it does not count as a way."""
    listed = f"{language}/sitemap.html"
    links = {path: destinations(path, page) for path, page in shown.pages.items() if path != listed}
    reached = near = {f"{language}/index.html", listed}
    for _ in range(3):
        near = {target for path in near for target in links.get(path, ())} - reached
        reached = reached | near
    wanted = {f"{language}/{page.path}" for page in shown.website.plan if page.indexed}
    assert wanted - reached == set()
