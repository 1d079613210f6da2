"""llms.txt names the main pages in every language, and nothing that is not there."""

from __future__ import annotations

import re

from rendered import Shown


def test_the_guide_for_models_names_the_main_pages_of_every_language(shown: Shown) -> None:
    text = shown.files["llms.txt"].decode()
    base = shown.library.site.base_url.rstrip("/") + "/"
    named = [one.removeprefix(base) for one in re.findall(r"^- \[[^]]+\]\((\S+)\): \S", text, re.MULTILINE)]
    assert set(named) <= set(shown.files)
    for language in shown.library.languages:
        assert {f"{language}/index.html", f"{language}/projects/index.html"} <= set(named)
    assert not [one for one in named if one.endswith(("404.html", "search.html"))]
