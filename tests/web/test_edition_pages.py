"""The page the code on a printed guide leads to: current, changed since, or replaced, and by what."""

from __future__ import annotations

from rendered import Shown


def words(shown: Shown, path: str) -> str:
    main = shown.pages[path].xpath("//main")[0]
    return " ".join(main.text_content().split())


def test_every_released_edition_has_a_page_in_every_language(shown: Shown) -> None:
    for number in shown.library.editions:
        for language in shown.library.languages:
            assert f"{language}/editions/{number}.html" in shown.pages


def test_an_old_edition_says_what_replaced_it_and_leads_there(shown: Shown) -> None:
    page = shown.pages["en/editions/2026-1.html"]
    assert "Replaced by a newer edition" in words(shown, "en/editions/2026-1.html")
    assert page.xpath("//main//a[@href='2026-2.html']")


def test_what_changed_is_said_in_both_languages(shown: Shown) -> None:
    english, chinese = words(shown, "en/editions/2026-1.html"), words(shown, "zh/editions/2026-1.html")
    assert "RMB 1.1 billion" in english
    assert "RMB 1.2 billion" in english
    assert "11亿元" in chinese
    assert "改动的条款" in chinese
    assert "Recyclable food packaging" in english  # gone


def test_the_last_edition_is_current(shown: Shown) -> None:
    assert "Current edition" in words(shown, "en/editions/2026-2.html")
    assert "现行版" in words(shown, "zh/editions/2026-2.html")


def test_old_figures_are_not_found_by_search(shown: Shown) -> None:
    assert all(
        page.xpath("//head/meta[@name='robots']/@content") == ["noindex"]
        for path, page in shown.pages.items()
        if path.partition("/")[2].startswith("editions/2")
    )


def test_a_county_that_has_released_nothing_has_no_register(small: Shown) -> None:
    assert not [path for path in small.pages if "/editions/" in path]
