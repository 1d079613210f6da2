"""A page is translated, falls back to the original, or is absent; each is said in the same way everywhere."""

from __future__ import annotations

import mini
import pytest
from rendered import County, Shown

from zhaoshang.web.page import State

BASE = "https://invest.example.com/"
NEWS = "news/2026-11-01-roundtable"
PUBLISHED_IN = "title: {{zh: 座谈会, en: Round table}}\nlanguages: [{0}]"


def published_in(language: str) -> tuple[mini.Change, ...]:
    other = {"zh": "en", "en": "zh"}[language]
    return (
        mini.replace(f"{NEWS}.yaml", "title: {zh: 座谈会, en: Round table}", PUBLISHED_IN.format(language)),
        mini.remove(f"{NEWS}.{other}.md"),
    )


def alternates(shown: Shown, path: str) -> dict[str, str]:
    """The hreflang links of a page."""
    links = shown.pages[path].xpath("//head/link[@hreflang]")
    return {link.get("hreflang"): link.get("href") for link in links}


def canonical(shown: Shown, path: str) -> list[str]:
    """Where a page says that it stands."""
    return [str(href) for href in shown.pages[path].xpath("//head/link[@rel='canonical']/@href")]


def mapped(shown: Shown) -> dict[str, dict[str, str]]:
    """The entries of the site map with their alternates."""
    ns = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    return {
        entry.findtext("s:loc", namespaces=ns): {
            link.get("hreflang"): link.get("href") for link in entry.findall("x:link", ns)
        }
        for entry in shown.xml("sitemap.xml").findall("s:url", ns)
    }


def switch(shown: Shown, path: str, lang: str) -> str:
    found = {one.get("href") for one in shown.pages[path].xpath(f"//header//a[@hreflang='{lang}']")}
    assert len(found) == 1
    return str(found.pop())


def links_to(shown: Shown, target: str) -> list[str]:
    name = target.rpartition("/")[2]
    return [
        path
        for path, page in shown.pages.items()
        if any(href.partition("#")[0].endswith(name) for href in page.xpath("//a/@href"))
        and path.partition("/")[0] == target.partition("/")[0]
    ]


@pytest.fixture(scope="module")
def fallen(county: County) -> Shown:
    """The small county with one project described in Chinese only."""
    return county(mini.remove("projects/juice.en.md"))


@pytest.fixture(scope="module")
def chinese_only(county: County) -> Shown:
    return county(*published_in("zh"))


def test_translated_pages_name_each_other_and_the_site_map_says_the_same(small: Shown) -> None:
    expected = {
        "zh": f"{BASE}zh/projects/juice.html",
        "en": f"{BASE}en/projects/juice.html",
        "x-default": f"{BASE}zh/projects/juice.html",
    }
    for lang in ("zh", "en"):
        path = f"{lang}/projects/juice.html"
        assert alternates(small, path) == mapped(small)[BASE + path] == expected
        assert canonical(small, path) == [BASE + path]
        assert switch(small, path, {"zh": "en", "en": "zh"}[lang]).startswith("../../")


def test_the_site_map_has_just_the_pages_that_name_alternates(small: Shown, shown: Shown) -> None:
    for county in (small, shown):
        base = county.library.site.base_url
        named = {
            base + path: alternates(county, path)
            for path in county.pages
            if "/" in path and alternates(county, path)
        }
        assert named == mapped(county)
        languages = set(county.library.languages)
        assert {lang for entry in named.values() for lang in entry} == languages | {"x-default"}


def test_a_fallback_shows_the_original_with_a_notice_and_points_to_it(fallen: Shown) -> None:
    path = "en/projects/juice.html"
    page = fallen.pages[path]
    assert fallen.website.plan.pages["projects/juice.html"].state("en") is State.FALLBACK
    assert alternates(fallen, path) == {}
    assert canonical(fallen, path) == [f"{BASE}zh/projects/juice.html"]
    assert "榨汁" not in page.findtext(".//h1")
    foreign = page.xpath("//main//div[@lang='zh']")
    assert [one.xpath("string(.//p)").strip() for one in foreign] == ["果汁销往江城，另见铸件项目。"]
    notices = [one.text_content() for one in page.xpath("//main//*[contains(@class, 'notice')]")]
    assert any(fallen.lexicon["en"].at("notice.fallback_text")[:16] in notice for notice in notices)
    assert BASE + path not in mapped(fallen)


def test_the_original_of_a_fallback_names_no_translation(fallen: Shown) -> None:
    own = f"{BASE}zh/projects/juice.html"
    assert alternates(fallen, "zh/projects/juice.html") == {"zh": own, "x-default": own}
    assert switch(fallen, "zh/projects/juice.html", "en") == "../../en/projects/juice.html"


def test_the_other_language_can_be_the_original(county: County) -> None:
    shown = county(mini.remove("projects/juice.zh.md"))
    own = f"{BASE}en/projects/juice.html"
    assert canonical(shown, "zh/projects/juice.html") == [own]
    assert alternates(shown, "en/projects/juice.html") == {"en": own, "x-default": own}


def test_an_absent_page_is_not_written_linked_fed_or_found(chinese_only: Shown) -> None:
    gone, there = f"en/{NEWS}.html", f"zh/{NEWS}.html"
    assert gone not in chinese_only.files
    assert there in chinese_only.files
    assert links_to(chinese_only, gone) == []
    assert links_to(chinese_only, there)
    assert BASE + gone not in mapped(chinese_only)
    assert b"roundtable" not in chinese_only.files["en/feed.xml"]
    assert b"roundtable" in chinese_only.files["zh/feed.xml"]
    assert b"roundtable" not in chinese_only.files["en/search-pack.js"]


def test_the_switch_of_an_absent_page_goes_to_the_page_above(chinese_only: Shown, county: County) -> None:
    assert switch(chinese_only, f"zh/{NEWS}.html", "en") == "../../en/news/index.html"
    english_only = county(*published_in("en"))
    assert switch(english_only, f"en/{NEWS}.html", "zh") == "../../zh/news/index.html"
    assert f"zh/{NEWS}.html" not in english_only.files
    assert alternates(english_only, f"en/{NEWS}.html")["x-default"] == f"{BASE}en/{NEWS}.html"


def test_a_lapsed_offer_keeps_its_page_but_leaves_search_engines_and_lists(county: County) -> None:
    shown = county(mini.replace("projects/juice.yaml", "2027-06-30", "2026-11-19"))
    page = shown.pages["zh/projects/juice.html"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert alternates(shown, "zh/projects/juice.html") == {}
    assert "zh/projects/index.html" not in links_to(shown, "zh/projects/juice.html")
    assert b"juice.html" not in shown.files["zh/search-pack.js"]
    assert b"juice.html" not in shown.files["sitemap.xml"]


def test_a_draft_has_no_page_and_an_expired_policy_keeps_its_own(county: County) -> None:
    path = "policies/trade-2026"
    review = (
        "  review:\n    date: 2026-02-01\n    by: {zh: 起草单位, en: The drafting body}\n"
        "    conclusion: {zh: 可以出台。, en: It may be issued.}\n"
    )
    draft = county(mini.replace(f"{path}.yaml", review, ""))
    assert f"en/{path}.html" not in draft.files
    assert links_to(draft, f"en/{path}.html") == []
    expired = county(mini.replace(f"{path}.yaml", "2028-12-31", "2026-11-19"))
    assert f"en/{path}.html" in expired.files


def test_a_project_may_name_a_draft_without_a_link_to_nowhere(county: County) -> None:
    review = (
        "  review:\n    date: 2025-12-29\n    by: {zh: 起草单位, en: The drafting body}\n"
        "    conclusion: {zh: 可以出台。, en: It may be issued.}\n"
    )
    draft = county(mini.replace("policies/equipment-2026.yaml", review, ""))
    assert "en/policies/equipment-2026.html" not in draft.files
    assert links_to(draft, "en/policies/equipment-2026.html") == []
