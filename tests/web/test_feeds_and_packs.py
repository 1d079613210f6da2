"""What other programs read: feeds, the search pack, the assets; and the finders, whose counts are the data's."""

from __future__ import annotations

import json
import random
import re
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

import mini
import pytest
from rendered import County, Shown

from zhaoshang.domain.site import Brand
from zhaoshang.voice import Voice
from zhaoshang.web.assets import build_assets, condensed, tokens
from zhaoshang.web.finder import UNKNOWN, Finder
from zhaoshang.web.finders import Finders
from zhaoshang.web.frame import FEEDS
from zhaoshang.web.page import State
from zhaoshang.web.search import Block, Found, Made, found_pages, read_page, search_files

ATOM = {"a": "http://www.w3.org/2005/Atom"}
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


@LANGUAGES
def test_a_feed_is_atom_with_the_latest_first_and_the_time_of_the_place(language: str, shown: Shown) -> None:
    feed = shown.xml(f"{language}/feed.xml")
    base = shown.library.site.base_url
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    entries = feed.findall("a:entry", ATOM)
    days = [datetime.fromisoformat(entry.findtext("a:updated", namespaces=ATOM)) for entry in entries]
    assert len(entries) == min(20, len(shown.library.news))
    assert days == sorted(days, reverse=True)
    assert all(day.utcoffset() == timedelta(hours=8) and (day.hour, day.minute) == (0, 0) for day in days)
    assert feed.findtext("a:updated", namespaces=ATOM) == days[0].isoformat()
    for entry in entries:
        link = entry.find("a:link", ATOM).get("href")
        assert link == entry.findtext("a:id", namespaces=ATOM)
        assert link.removeprefix(base) in shown.files
        assert entry.findtext("a:title", namespaces=ATOM).strip()
    assert feed.find("a:link[@rel='self']", ATOM).get("href") == f"{base}{language}/feed.xml"


@LANGUAGES
@pytest.mark.parametrize("file", sorted(FEEDS.values()))
def test_a_feed_has_all_that_atom_asks_for(file: str, language: str, shown: Shown) -> None:
    """RFC 4287: 4.1.1 of a feed, 4.1.2 of an entry, 3.3 of dates."""
    feed = shown.xml(f"{language}/{file}")
    entries = feed.findall("a:entry", ATOM)
    ids = [one.findtext("a:id", namespaces=ATOM) for one in (feed, *entries)]
    assert entries
    assert len(set(ids)) == len(ids)
    assert feed.findtext("a:author/a:name", namespaces=ATOM)
    for one in (feed, *entries):
        assert [one.findtext(f"a:{name}", namespaces=ATOM) for name in ("title", "id")].count("") == 0
        moments = [datetime.fromisoformat(each.text) for each in one.findall("a:updated", ATOM)]
        assert len(moments) == 1
        assert moments[0].tzinfo is not None
        (page,) = one.xpath("a:link[not(@rel)]/@href", namespaces=ATOM)
        assert page.removeprefix(shown.library.site.base_url) in shown.files
    assert all(one.findtext("a:summary", namespaces=ATOM) for one in entries)


@LANGUAGES
def test_projects_and_policies_have_feeds_of_their_own(language: str, shown: Shown) -> None:
    base, library = shown.library.site.base_url, shown.library
    wanted = {
        "feed-projects.xml": {
            (f"projects/{one.id}.html", one.updated.isoformat())
            for one in library.projects.values()
            if one.stage.open and one.valid_until >= mini.TODAY
        },
        "feed-policies.xml": {
            (f"{kind}/{one.id}.html", one.document.issued.isoformat())
            for kind, records in (("policies", library.policies), ("rewards", library.rewards))
            for one in records.values()
            if one.document.review
        },
    }
    for file, records in wanted.items():
        entries = shown.xml(f"{language}/{file}").findall("a:entry", ATOM)
        found = [
            (
                entry.findtext("a:id", namespaces=ATOM).removeprefix(f"{base}{language}/"),
                entry.findtext("a:updated", namespaces=ATOM)[:10],
            )
            for entry in entries
        ]
        assert [day for _, day in found] == sorted((day for _, day in found), reverse=True)
        assert set(found) <= records
        assert len(found) == min(20, len(records))


def test_every_page_names_the_feeds_of_its_language(shown: Shown) -> None:
    for path, page in shown.pages.items():
        if "/" in path and page.xpath("//link[@rel='stylesheet']"):
            links = page.xpath("//link[@type='application/atom+xml']")
            places = {urljoin(f"/{path}", link.get("href")).lstrip("/") for link in links}
            language = path.partition("/")[0]
            assert places == {
                f"{language}/{name}.xml" for name in ("feed", "feed-projects", "feed-policies")
            } or (path.endswith("404.html"))
            assert len({link.get("title") for link in links}) == 3


def test_titles_with_markup_in_them_stay_text_in_a_feed(county: County) -> None:
    shown = county(
        mini.replace("news/2026-11-01-roundtable.yaml", "en: Round table}", 'en: "R&D <b>day</b>"}'),
    )
    assert shown.xml("en/feed.xml").findtext(".//a:entry/a:title", namespaces=ATOM) == "R&D <b>day</b>"
    assert shown.pages["en/news/2026-11-01-roundtable.html"].findtext(".//h1") == "R&D <b>day</b>"


def pack(content: bytes) -> dict[str, object]:
    text = content.decode()
    assert text.startswith("window.ZHAOSHANG_SEARCH=")
    found: dict[str, object] = json.loads(text.removeprefix("window.ZHAOSHANG_SEARCH=").removesuffix(";\n"))
    return found


@LANGUAGES
def test_the_search_pack_holds_every_indexed_page_with_all_its_words(language: str, shown: Shown) -> None:
    found = pack(shown.files[f"{language}/search-pack.js"])
    entries = {entry["url"]: entry for entry in found["entries"]}
    assert set(entries) == {f"{language}/{page.path}" for page in shown.website.plan if page.indexed}
    voice = Voice(language, shown.library, shown.lexicon)
    for project in shown.library.projects.values():
        entry = entries.get(f"{language}/projects/{project.id}.html")
        if entry is not None:
            assert voice.plain(project.title) == entry["title"]
            assert voice.plain(project.summary) in entry["text"]
            assert entry["kind"] == "project"


def test_traditional_characters_fold_to_those_in_use() -> None:
    found = pack(search_files("zh", [Found("zh/a.html", "page", "项目", "", "园区")])[0].content)
    pairs = str(found["folds"])
    folds = {pairs[n]: pairs[n + 1] for n in range(0, len(pairs), 2)}
    assert "".join(folds.get(one, one) for one in "項目園區") == "项目园区"
    assert set(folds.values()) <= set("项目园区")


def test_words_that_a_reader_sees_as_one_are_one_and_blocks_stand_apart() -> None:
    html = b"<main><h2>A <em>b</em></h2><p>c<b><i>d</i></b> e</p><ul><li>f</li><li>g</li></ul><script>x</script></main>out"
    assert [one.text for one in read_page(html)] == ["A b", "cd e", "f", "g"]
    assert [one.text for one in read_page(html) if one.heading] == ["A b"]
    assert read_page(b"<p>no main</p>") == ()
    buttons = b"<main><p><a>one</a><a>two</a></p></main>"
    assert [one.text for one in read_page(buttons)] == ["one two"]


def test_what_a_card_says_again_is_found_on_the_page_it_leads_to() -> None:
    card = b"""<ul><li class="card"><h3><a href="../b/one.html">Rice mill</a></h3><p>rice</p><p>new</p></li></ul>"""
    page = Made("en/a/list.html", "page", "List", b"<main><h2>Mills</h2>" + card + b"<p>rice</p></main>")
    target = Made("en/b/one.html", "project", "Rice mill", b"<main><h1>Rice mill</h1><p>low price</p></main>")
    listed, one = found_pages([page, target])
    assert listed.text == "Mills\nrice\nnew\nrice", "the record speaks of a price, not of rice"
    assert listed.headings == "Mills"
    assert one.text == "Rice mill\nlow price"
    assert found_pages([page])[0].text.startswith("Mills\nRice mill"), (
        "a page that is not found does not answer for it"
    )
    assert Block("Rice mill", heading=True, leads="../b/one.html") in read_page(page.html)


def facets(finder: Finder) -> dict[str, dict[str, int]]:
    return {facet.key: {option.value: option.count for option in facet.options} for facet in finder.facets}


@LANGUAGES
@pytest.mark.parametrize(
    ("list_", "path"),
    [
        ("projects", "projects/index.html"),
        ("plots", "plots/index.html"),
        ("policies", "policies/index.html"),
        ("costs", "costs/index.html"),
    ],
)
def test_the_counts_of_a_finder_are_those_of_its_rows_and_of_its_page(
    list_: str, path: str, language: str, shown: Shown
) -> None:
    view = shown.website.plan.pages[path].view
    finder: Finder = getattr(Finders(Voice(language, shown.library, shown.lexicon)), list_)(view)
    page = shown.pages[f"{language}/{path}"]
    rows = page.xpath("//*[contains(@class, 'results')]/*[@data-id]")
    assert len(rows) == len(finder.rows) > 5
    assert len({row.get("data-id") for row in rows}) == len(rows)
    for key, options in facets(finder).items():
        assert len(options) > 1
        assert list(options)[:-1].count(UNKNOWN) == 0
        for value, count in options.items():
            having = [row for row in rows if value in (row.get(f"data-f-{key}") or UNKNOWN).split()]
            assert len(having) == count, (key, value)
        for row in rows:
            assert set((row.get(f"data-f-{key}") or UNKNOWN).split()) <= set(options)
        boxes = page.xpath(f"//input[@type='checkbox'][@name='{key}']/@value")
        assert boxes == list(options)


def test_any_choice_of_facets_finds_just_the_projects_that_have_them(shown: Shown) -> None:
    view = shown.website.plan.pages["projects/index.html"].view
    finder = Finders(Voice("en", shown.library, shown.lexicon)).projects(view)
    offered = facets(finder)
    chance = random.Random(7)
    for _ in range(200):
        key, other = chance.sample(sorted(offered), 2)
        value, second = chance.choice(list(offered[key])), chance.choice(list(offered[other]))
        by_rows = {
            project.id
            for project, row in zip(view.projects, finder.rows, strict=True)
            if value in (row.values[key] or (UNKNOWN,)) and second in (row.values[other] or (UNKNOWN,))
        }
        page = shown.pages["en/projects/index.html"]
        by_page = {
            row.get("data-id")
            for row in page.xpath("//ol[contains(@class, 'results')]/li")
            if value in (row.get(f"data-f-{key}") or UNKNOWN).split()
            and second in (row.get(f"data-f-{other}") or UNKNOWN).split()
        }
        assert by_rows == by_page
        if (key, other) == ("sector", "stage"):
            assert by_rows == {p.id for p in view.projects if (p.sector, p.stage.value) == (value, second)}


def test_every_cost_stands_in_the_list_with_its_price_its_place_and_what_it_is_elsewhere(
    shown: Shown,
) -> None:
    voice = Voice("en", shown.library, shown.lexicon)
    rows = {row.get("data-id"): row for row in shown.pages["en/costs/index.html"].xpath("//tr[@data-id]")}
    for each in shown.library.costs.values():
        for id_, cost in each.items.items():
            # ranges are held together by word joiners
            words = rows.pop(f"{each.id}-{id_}").text_content().replace("\u2060", "")
            place = voice.plain(shown.library.parks[cost.park].title) if cost.park else "Whole county"
            wanted = [voice.plain(cost.name), voice.show(cost.value), place]
            wanted += [voice.show(other.value) for other in cost.elsewhere]
            assert [one for one in wanted if one not in words] == []
    assert rows == {}


def test_every_asset_is_named_by_its_content_and_every_reference_is_rewritten(shown: Shown) -> None:
    names = {PurePosixPath(path).name for path in shown.files if path.startswith("assets/")}
    for path, content in shown.files.items():
        if path.startswith("assets/"):
            assert re.fullmatch(rf".+\.{sha256(content).hexdigest()[:10]}\.\w+", PurePosixPath(path).name)
            if path.endswith(".css"):
                targets = re.findall(r"url\(\s*[\"']?([^\"')]+)", content.decode())
                assert {one for one in targets if not one.startswith(("data:", "#"))} <= names


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


BRAND = Brand.model_validate({"primary": "#0b4f6c", "accent": "#1f7a5c", "highlight": "#c9660f"})


def test_styles_are_joined_in_order_and_a_changed_picture_changes_their_name(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        css__b_css=".b{background:url('../marks/dot.svg')}",
        css__a_css=".a{mask:url(data:image/svg+xml,x)}",
        marks__dot_svg="<svg/>",
    )
    first = build_assets(folder, BRAND)
    text = {str(one.path): one.content.decode() for one in first.artifacts}[first["site.css"]]
    assert text.index(".a{") < text.index(".b{")
    assert f'url("{PurePosixPath(first["marks/dot.svg"]).name}")' in text
    assert "url(data:image/svg+xml,x)" in text
    write(tmp_path, marks__dot_svg="<svg></svg>")
    assert build_assets(folder, BRAND)["site.css"] != first["site.css"]


def test_a_condensed_style_says_the_same_and_keeps_texts_and_descendants() -> None:
    styles = """/* A note; with { marks */
    a :hover > b ,
    c:not( .d ) { color : red; /* or */ margin: calc( 1px + 2px ) ; content: "a; b :  c /* d */" }
    @media (min-width: 2em) and (hover) { .e { mask: url(data:image/svg+xml,a b: c) } }
    """
    assert condensed(styles) == (
        'a :hover > b,c:not( .d ){color :red;margin:calc( 1px + 2px );content:"a; b :  c /* d */"}'
        "@media (min-width:2em) and (hover){.e{mask:url(data:image/svg+xml,a b: c)}}"
    )


def test_the_tokens_say_the_brand_and_nothing_can_end_their_rule() -> None:
    text = tokens(BRAND.model_copy(update={"radius": "large", "density": "compact"}))
    for word in (
        "--brand-base:#0b4f6c",
        "--accent-base:#1f7a5c",
        "--highlight-base:#c9660f",
        "--radius:10px",
    ):
        assert word in text
    assert text.count("{") == text.count("}")


def test_a_picture_has_its_size_on_the_page(small: Shown) -> None:
    pictures = small.pages["en/parks/east.html"].xpath("//main//img[contains(@src, 'east.')]")
    assert pictures
    assert all(
        (one.get("width"), one.get("height"), one.get("alt")) == ("160", "90", "Halls") for one in pictures
    )


def test_robots_may_read_every_page_and_no_fragment(shown: Shown) -> None:
    base = shown.library.site.base_url
    robots = RobotFileParser()
    robots.parse(shown.files["robots.txt"].decode().splitlines())
    assert robots.site_maps() == [f"{base}sitemap.xml"]
    assert all(robots.can_fetch("any", base + path) for path in shown.pages)
    assert not robots.can_fetch("any", f"{base}fragments/zh/index.html")


def test_the_site_map_names_each_page_once_with_its_day(shown: Shown) -> None:
    """sitemaps.org/protocol: at most 50,000 addresses of the same host, days as W3C dates."""
    base, ns = shown.library.site.base_url, "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    root = shown.xml("sitemap.xml")
    assert root.tag == f"{ns}urlset"
    entries = root.findall(f"{ns}url")
    listed = [str(one.findtext(f"{ns}loc")) for one in entries]
    assert len(listed) == len(set(listed)) <= 50_000
    assert {one.removeprefix(base) for one in listed} == {
        f"{language}/{page.path}"
        for page in shown.website.plan
        for language in shown.library.languages
        if page.indexed and page.state(language) is State.TRANSLATED
    }
    days = [day for one in entries if (day := one.findtext(f"{ns}lastmod"))]
    assert days
    assert all(date.fromisoformat(day) <= mini.TODAY for day in days)
