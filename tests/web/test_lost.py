"""The page for an address that is not there works at any depth."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from rendered import Shown

from zhaoshang.web.lost import from_the_root


@pytest.mark.parametrize("asked", ["zh/gone.html", "en/a/b/c/gone.html", "gone"])
def test_the_page_finds_its_files_wherever_it_is_shown(shown: Shown, asked: str) -> None:
    base = shown.library.site.base_url.rstrip("/") + "/"
    for language in shown.library.languages:
        page = shown.pages[f"{language}/404.html"]
        for url in page.xpath("//@href | //@src | //@action | //@data-pack | //@data-search-script"):
            there = urljoin(base + asked, str(url)).partition("#")[0]
            if there.startswith(base) and not str(url).startswith("#"):
                assert there.removeprefix(base) in shown.files, url


def test_a_path_of_the_base_address_is_kept_and_other_addresses_are_left() -> None:
    html = (
        '<a href="../zh/x.html#a"><a href="#main"><a href="mailto:a@b"><a href="https://c/"> data-root="../"'
    )
    assert from_the_root(html, "en/404.html", "https://host/sub/") == (
        '<a href="/sub/zh/x.html#a"><a href="#main"><a href="mailto:a@b"><a href="https://c/"> data-root="/sub/"'
    )
