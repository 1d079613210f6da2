"""What holds for every page of the county that is shown, in both languages."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin

import pytest
from lxml import etree, html
from mini import TEMPLATES
from rendered import Shown

from zhaoshang.reading.words import Words
from zhaoshang.web.menu import MENU, SERVICE

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
SENTENCE = re.compile(r"(?:\b[A-Za-z][a-z'’]+[ ,;:]+){3,}[A-Za-z]+")
LEFTOVERS = re.compile(
    r"\bNone\b(?! of)|\{\{|\}\}|\{%|\{fact:|record:|image:|<Text|Quantity\(|Markup\(|Undefined|\\u[0-9a-f]{4}"
)
BASE = "https://a.example/any/"
LOST = "404.html"
"""Counts from the root, since it is shown at any depth: test_lost.py."""


def languages(shown: Shown) -> Iterator[tuple[str, html.HtmlElement]]:
    """Every page below a language's folder but those at old addresses, which test_moves.py looks at."""
    return (
        (path, page)
        for path, page in shown.pages.items()
        if "/" in path and not page.xpath("//meta[@http-equiv='refresh']")
    )


def placed(shown: Shown) -> Iterator[tuple[str, html.HtmlElement]]:
    """Every page but the one for missing addresses, which is served at any address and counts from the root."""
    return ((path, page) for path, page in shown.pages.items() if not path.endswith("/404.html"))


def texts(page: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str]]:
    """What a reader reads or hears of a page: its texts and the attributes that are said, with their element."""
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag not in {"script", "style"}:
            yield element, element.text or ""
            for name in ("alt", "title", "aria-label", "placeholder", "content", "label"):
                yield element, element.get(name, "")
        if element.tail and element.getparent() is not None:
            yield element.getparent(), element.tail


def language_of(element: html.HtmlElement) -> str:
    """The language an element is in, by the nearest `lang`."""
    found = element.xpath("ancestor-or-self::*[@lang][1]/@lang")
    return str(found[0])


def destinations(path: str, page: html.HtmlElement) -> set[str]:
    """The files of the site a page links to."""
    found = {
        urljoin(BASE + path, str(href)).partition("#")[0].partition("?")[0]
        for href in page.xpath("//a/@href")
    }
    return {unquote(one.removeprefix(BASE)) for one in found if one.startswith(BASE)}


def test_an_english_page_holds_no_chinese_outside_what_is_marked(shown: Shown) -> None:
    stray = {
        (path, match[0])
        for path, page in languages(shown)
        if path.startswith("en/")
        for element, text in texts(page)
        if (match := HAN.search(text)) and not language_of(element).startswith("zh")
    }
    assert stray == set()


def test_a_chinese_page_holds_no_english_sentence_outside_what_is_marked(shown: Shown) -> None:
    """Names, units and addresses may stand there; four words after each other are a sentence."""
    assert SENTENCE.search("运来 the goods go by river, then by road")
    stray = {
        (path, match[0])
        for path, page in languages(shown)
        if path.startswith("zh/")
        for element, text in texts(page)
        if (match := SENTENCE.search(text)) and language_of(element).startswith("zh")
    }
    assert stray == set()


def test_what_is_marked_as_chinese_on_an_english_page_holds_chinese(shown: Shown) -> None:
    for path, page in languages(shown):
        if path.startswith("en/"):
            for element in page.xpath("//body//*[@lang='zh']"):
                assert HAN.search(element.text_content()), etree.tostring(element)


def test_nothing_of_the_program_shows_on_a_page(shown: Shown) -> None:
    found = {
        (path, match[0])
        for path, page in shown.pages.items()
        for _, text in texts(page)
        if (match := LEFTOVERS.search(text))
    }
    assert found == set()


def test_every_page_is_in_its_language_and_has_one_heading_and_a_title(shown: Shown) -> None:
    titles: dict[tuple[str, str], str] = {}
    for path, page in languages(shown):
        assert page.get("lang") == path.partition("/")[0]
        assert len(page.xpath("//h1")) == len(page.xpath("//main")) == 1, path
        assert page.findtext(".//title").strip(), path
        assert page.xpath("//meta[@name='description']/@content")[0].strip(), path
        assert titles.setdefault((page.get("lang"), page.findtext(".//title")), path) == path


def test_no_id_stands_twice_on_a_page(shown: Shown) -> None:
    for path, page in shown.pages.items():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), (path, {one for one in ids if ids.count(one) > 1})


def test_every_link_and_every_file_a_page_asks_for_is_there(shown: Shown) -> None:
    anchors = {path: set(page.xpath("//@id")) for path, page in shown.pages.items()}
    missing = set()
    for path, page in shown.pages.items():
        for href in page.xpath("//a/@href | //link[@rel!='alternate' and @rel!='canonical']/@href | //@src"):
            target, _, fragment = urljoin(BASE + path, str(href)).partition("#")
            if target.startswith(BASE):
                file = target.removeprefix(BASE).partition("?")[0]
                if file.startswith("posters/"):
                    continue  # made with the guides; the audit of the whole site looks for them
                if file not in shown.files or (
                    fragment and file in anchors and fragment not in anchors[file]
                ):
                    missing.add((path, str(href)))
    assert missing == set()


def test_no_page_asks_for_anything_outside_the_site(shown: Shown) -> None:
    for path, page in placed(shown):
        if path.endswith(LOST):
            continue
        for href in page.xpath("//@src | //link[@rel='stylesheet' or @rel='icon']/@href"):
            assert urljoin(BASE + path, str(href)).startswith(BASE), (path, href)


def test_no_page_runs_or_styles_from_within(shown: Shown) -> None:
    for path, page in shown.pages.items():
        assert not page.xpath("//style | //body//@style[not(ancestor::svg)]"), path
        assert not page.xpath("//@*[starts-with(name(), 'on')]"), path
        assert set(page.xpath("//script[not(@src)]/@type")) <= {"application/json", "application/ld+json"}, (
            path
        )
        assert not page.xpath("//script[not(@src)][not(@type)]"), path


def test_every_indexed_page_is_reached_from_the_home_page_of_its_language(shown: Shown) -> None:
    links = {path: destinations(path, page) for path, page in shown.pages.items()}
    for language in shown.library.languages:
        home = f"{language}/index.html"
        reached, waiting = {home}, deque([home])
        while waiting:
            for target in links[waiting.popleft()] - reached:
                if target.startswith(f"{language}/") and target in links:
                    reached.add(target)
                    waiting.append(target)
        wanted = {f"{language}/{page.path}" for page in shown.website.plan if page.indexed}
        assert wanted - reached == set()


def test_the_languages_mirror_each_other(shown: Shown) -> None:
    pages = dict(languages(shown))
    chinese, english = ({path[3:] for path in pages if path.startswith(lang)} for lang in ("zh/", "en/"))
    assert chinese == english
    for path in chinese:
        ids = [set(pages[f"{lang}/{path}"].xpath("//main//@id")) for lang in ("zh", "en")]
        assert ids[0] == ids[1], path
        for element in ("h1", "h2", "table", "section", "time"):
            counts = [len(pages[f"{lang}/{path}"].xpath(f"//main//{element}")) for lang in ("zh", "en")]
            assert counts[0] == counts[1], (path, element)


def test_breadcrumbs_lead_home_step_by_step(shown: Shown) -> None:
    for language in shown.library.languages:
        for page in (one for one in shown.website.plan if one.path != LOST):
            path = f"{language}/{page.path}"
            found = shown.pages[path].xpath("//nav[contains(@class, 'crumbs')]//a/@href")
            if page.path == "404.html":
                continue
            steps = [urljoin(BASE + path, str(href)).removeprefix(BASE) for href in found]
            above = [f"{language}/{one.path}" for one in shown.website.plan.trail(page)]
            assert steps == above, path
            assert above[:1] == ([f"{language}/index.html"] if page.parent else [])


def test_the_menu_names_each_page_of_the_plan_once_and_marks_where_one_is(shown: Shown) -> None:
    plan = shown.website.plan
    entries = [path for group in MENU.values() for _, path in group]
    assert len(entries) == len(set(entries))
    assert {path for path in entries if path not in plan.pages} == set()
    assert {path for _, path in SERVICE if path not in plan.pages} == set()
    for path in entries:
        marked = shown.pages[f"zh/{path}"].xpath("//header//a[@aria-current='page']/@href")
        assert {urljoin(BASE + f"zh/{path}", str(href)).removeprefix(BASE) for href in marked} == {
            f"zh/{path}"
        }


def test_structured_data_is_json_about_the_page_itself(shown: Shown) -> None:
    base = shown.library.site.base_url
    kinds = set()
    for path, page in languages(shown):
        blocks = [json.loads(text) for text in page.xpath("//script[@type='application/ld+json']/text()")]
        assert blocks, path
        assert all(block["@context"] == "https://schema.org" for block in blocks)
        kinds |= {block["@type"] for block in blocks}
        for block in blocks:
            if block["@type"] == "BreadcrumbList":
                items = block["itemListElement"]
                assert [item["position"] for item in items] == list(range(1, len(items) + 1))
                assert items[-1]["item"] == base + path
                assert all(item["item"].removeprefix(base) in shown.files for item in items)
    assert kinds >= SHAPES.keys()


SHAPES = {
    "GovernmentOrganization": {"name", "url", "areaServed", "contactPoint"},
    "BreadcrumbList": {"itemListElement"},
    "FAQPage": {"mainEntity"},
    "NewsArticle": {"headline", "datePublished", "inLanguage", "publisher"},
    "Article": {"headline", "inLanguage"},
    "Offer": {"name", "description", "availabilityEnds", "offeredBy", "url"},
    "RealEstateListing": {"name", "url", "datePosted", "about", "offers"},
    "Dataset": {
        "name",
        "description",
        "url",
        "creator",
        "dateModified",
        "spatialCoverage",
        "variableMeasured",
    },
}
"""What schema.org and the search engines ask of each type."""
PROPERTIES = {
    "AdministrativeArea": {"geo", "name"},
    "Answer": {"text"},
    "Article": {"about", "dateModified", "publisher"},
    "ContactPoint": {"availableLanguage", "contactType", "email", "telephone"},
    "Dataset": {"inLanguage", "isAccessibleForFree"},
    "GeoCoordinates": {"latitude", "longitude"},
    "ListItem": {"item", "name", "position"},
    "NewsArticle": {"about"},
    "Offer": {"availability", "priceSpecification"},
    "Organization": {"name"},
    "Place": {"geo", "name"},
    "Question": {"acceptedAnswer", "name"},
    "UnitPriceSpecification": {"maxPrice", "minPrice", "priceCurrency", "unitText"},
}
"""The types and properties of schema.org in use, beside those that each type must have."""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def things(value: object) -> Iterator[dict[str, object]]:
    """Every typed thing inside structured data."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for child in value.values():
            yield from things(child)
    elif isinstance(value, list):
        for child in value:
            yield from things(child)


def test_structured_data_has_the_shape_of_its_type(shown: Shown) -> None:
    for path, page in languages(shown):
        for text in page.xpath("//script[@type='application/ld+json']/text()"):
            block = json.loads(text)
            assert SHAPES.get(block["@type"], set()) <= block.keys(), path
            for thing in things(block):
                known = SHAPES.get(str(thing["@type"]), set()) | PROPERTIES.get(str(thing["@type"]), set())
                assert known, thing["@type"]
                assert thing.keys() <= known | {"@type", "@context"}, path
                assert all(value not in ("", [], None) for value in thing.values()), (path, thing["@type"])
                for name, value in thing.items():
                    if name.startswith("date") or name == "availabilityEnds":
                        assert DAY.fullmatch(str(value)), (path, name)
                if thing["@type"] == "UnitPriceSpecification":
                    assert float(thing["minPrice"]) <= float(thing["maxPrice"])
                    assert thing["priceCurrency"] == "CNY"
                if thing["@type"] == "Dataset":
                    assert len(thing["variableMeasured"]) > 1


def test_a_listing_says_the_price_of_its_plot_without_a_scale(shown: Shown) -> None:
    (block,) = (
        json.loads(text)
        for text in shown.pages["en/plots/hk-f1.html"].xpath("//script[@type='application/ld+json']/text()")
        if "RealEstateListing" in text
    )
    price = block["offers"]["priceSpecification"]
    assert (price["minPrice"], price["maxPrice"]) == ("14.5", "14.5")
    assert price["unitText"] == "RMB/m²/month"
    assert block["offers"]["availability"] == "https://schema.org/InStock"


def test_the_way_in_offers_every_language(shown: Shown) -> None:
    links = shown.pages["index.html"].xpath("//main//a[@hreflang]")
    assert [(link.get("hreflang"), link.get("href")) for link in links] == [
        (language, f"{language}/index.html") for language in shown.library.languages
    ]


def test_every_page_says_that_the_data_are_an_example(shown: Shown) -> None:
    for path, page in languages(shown):
        word = {"zh": "示例", "en": "emonstration"}[path[:2]]
        assert word in page.xpath("string(//body)"), path


def test_every_template_of_a_page_is_used(shown: Shown) -> None:
    used = {page.template for page in shown.website.plan} | {"entrance.html"}
    assert {file.name for file in (TEMPLATES / "web" / "pages").glob("*.html")} == used


def test_all_files_have_names_of_their_own(shown: Shown) -> None:
    paths = [artifact.path for artifact in shown.website.artifacts]
    assert len(paths) == len(set(paths)) == len({str(path).casefold() for path in paths})
    assert all(
        isinstance(path, PurePosixPath) and not path.is_absolute() and ".." not in path.parts
        for path in paths
    )


@pytest.mark.parametrize(("language", "other"), [("zh", "en"), ("en", "zh")])
def test_the_interface_words_have_the_same_places_to_fill(language: str, other: str, shown: Shown) -> None:
    def places(words: Words, path: str) -> set[str]:
        found = words
        for key in path.split("."):
            found = found[key]
        texts = list(found.values()) if isinstance(found, Words) else [str(found)]
        return {place for text in texts for place in re.findall(r"\{(\w+)\}", str(text))}

    mine, theirs = shown.lexicon[language], shown.lexicon[other]
    assert {path: places(mine, path) for path in mine.paths()} == {
        path: places(theirs, path) for path in mine.paths()
    }
