"""What the rules for government websites ask of every page: tags, links elsewhere, large type (国办发〔2017〕47号)."""

from __future__ import annotations

import re

import mini
import pytest
from lxml import html
from rendered import County, Shown

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
ALWAYS = {"SiteName", "SiteDomain", "SiteIDCode"}
COLUMN = {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
ARTICLE = {"ArticleTitle", "ContentSource"}


def tags(page: html.HtmlElement) -> dict[str, str]:
    return {one.get("name"): one.get("content") for one in page.xpath("//head/meta[@name]")}


@LANGUAGES
def test_a_page_of_a_column_and_a_page_with_content_carry_their_tags(language: str, shown: Shown) -> None:
    site = shown.library.site
    for page in shown.website.plan:
        found = tags(shown.pages[f"{language}/{page.path}"])
        assert found.keys() >= ALWAYS, page.path
        assert found["SiteIDCode"] == site.publisher.site_code
        assert found["SiteDomain"] in site.base_url and "/" not in found["SiteDomain"]
        assert all(found[name] for name in found.keys() & (COLUMN | ARTICLE)), page.path
        in_column = page.section in {"why", "opportunities", "policies", "procedures", "news", "contact"}
        assert (found.keys() >= COLUMN) == in_column, page.path
        assert (found.keys() >= ARTICLE) == bool(page.key), page.path
        if page.key and page.updated:
            assert found["PubDate"] == page.updated.isoformat()


def test_a_company_has_none_of_the_tags_of_a_government(county: County) -> None:
    shown = county(mini.replace("site.yaml", "profile: gov-portal-column", "profile: company-site"))
    for path, page in shown.pages.items():
        assert not tags(page).keys() & (ALWAYS | COLUMN | ARTICLE), path


def test_every_link_to_another_site_stands_in_the_list(shown: Shown) -> None:
    base = shown.library.site.base_url
    for language in shown.library.languages:
        listed = set(
            shown.pages[f"{language}/about-data.html"].xpath(
                "//table[@id='outside-table']//a[@rel='external']/@href"
            )
        )
        linked = {
            href
            for path, page in shown.pages.items()
            if path.startswith(f"{language}/")
            for href in page.xpath("//body//a/@href")
            if href.startswith("http") and not href.startswith(base)
        }
        assert linked == listed


def test_sources_of_every_kind_are_listed_with_what_leads_there(county: County) -> None:
    rents = "costs/rents.yaml"
    shown = county(
        mini.replace(rents, "    as_of:", "    basis_url: https://fgw.example.gov.cn/rent\n    as_of:"),
        mini.replace("pages/why.en.md", "\n", "\n\nSee [the ministry](https://www.example.gov.cn/).\n"),
        mini.replace("pages/why.zh.md", "\n", "\n\n见[部委网站](https://www.example.gov.cn/)。\n"),
    )
    rows = shown.pages["en/about-data.html"].xpath("//table[@id='outside-table']/tbody/tr")
    found = {row.xpath("th/a/@href")[0]: row.xpath("td//text()")[0] for row in rows}
    assert found["https://fgw.example.gov.cn/rent"] == "Ground floor"
    assert "https://www.example.gov.cn/" in found


def test_large_type_and_high_contrast_are_offered_on_every_page(shown: Shown) -> None:
    styles = next(
        text.decode() for path, text in shown.files.items() if re.match(r"assets/site\..*css", path)
    )
    assert ":root[data-reader]" in styles
    for path, page in shown.pages.items():
        if "/" in path and not page.xpath("//meta[@http-equiv='refresh']"):
            assert page.xpath("//header//button[@data-reader]"), path
