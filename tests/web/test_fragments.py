"""Fragments hold the content of a page and nothing that a portal could not show."""

from __future__ import annotations

import json
import re

import mini
import pytest
from lxml import html
from playwright.sync_api import Browser
from rendered import County, Shown
from visited import SEEN, kinds, visiting

from zhaoshang.diagnostics.diagnostic import Findings
from zhaoshang.pipeline.outcome import Build
from zhaoshang.publishing.audit import audit
from zhaoshang.values.artifact import Artifact
from zhaoshang.web.fragments import FOLDER

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
STYLES = f"{FOLDER}/fragments.css"
OUTER = re.compile(r"\([^()]*\)")
ALONE = mini.replace("site.yaml", "profile: gov-portal-column", "profile: gov-site")


def fragments(shown: Shown) -> dict[str, html.HtmlElement]:
    return {
        path: html.fromstring(content.decode())
        for path, content in shown.files.items()
        if path.startswith(FOLDER) and path.endswith(".html")
    }


def test_every_page_that_search_engines_may_show_has_its_fragment(shown: Shown) -> None:
    indexed = {
        f"{FOLDER}/{language}/{page.path}"
        for language in shown.library.languages
        for page in shown.website.plan
        if page.indexed
    }
    assert set(fragments(shown)) == indexed


def test_a_fragment_has_the_words_of_its_page_and_no_control_that_needs_a_script(shown: Shown) -> None:
    for path, found in fragments(shown).items():
        page = shown.pages[path.removeprefix(f"{FOLDER}/")].get_element_by_id("main")
        assert found.get("class") == "zhaoshang"
        assert found.get("lang") == path.split("/")[1]
        assert found.findtext(".//h1") == page.findtext(".//h1")
        for heading in page.xpath(
            ".//h2[not(ancestor::*[contains(@class, 'needs-js')])][not(ancestor::dialog)]"
        ):
            assert heading.text_content() in [one.text_content() for one in found.iter("h2")], path
        assert not found.xpath(
            ".//script | .//style | .//dialog | .//*[contains(@class, 'needs-js')] | .//@style"
        )
        assert len(found.xpath(".//table")) >= len(page.xpath(".//main//table[not(ancestor::dialog)]"))


def test_links_and_ids_of_a_fragment_work_from_anywhere_and_clash_with_nobodys(shown: Shown) -> None:
    base = shown.library.site.base_url
    seen: set[str] = set()
    for path, found in fragments(shown).items():
        ids = set(found.xpath(".//@id"))
        assert all(id_.startswith("zs-") for id_ in ids), path
        if path.startswith(f"{FOLDER}/en/"):
            assert not ids & seen, "two fragments may stand in one page"
            seen |= ids
        for address in found.xpath(".//@href | .//@src"):
            if address.startswith("#"):
                assert address[1:] in ids, (path, address)
            elif address.startswith(base):
                file = address.removeprefix(base).partition("#")[0].partition("?")[0]
                assert file in shown.files or file.startswith("posters/"), (path, address)
            else:
                assert address.startswith(("https://", "http://", "mailto:", "tel:", "sms:")), (path, address)


@LANGUAGES
def test_a_list_says_what_to_paste_where(language: str, shown: Shown) -> None:
    listed = json.loads(shown.files[f"{FOLDER}/{language}/index.json"])
    base = shown.library.site.base_url
    assert {one["fragment"].removeprefix(base) for one in listed} == {
        path for path in fragments(shown) if path.startswith(f"{FOLDER}/{language}/")
    }
    project = next(one for one in listed if one["page"].endswith("projects/anode-materials.html"))
    assert project["date"] == shown.library.projects["anode-materials"].updated.isoformat()
    assert project["column"] == shown.lexicon[language].at("nav.groups.opportunities")


def test_only_a_column_of_a_portal_has_fragments_and_their_styles(small: Shown, county: County) -> None:
    assert fragments(small)
    assert STYLES in small.files
    assert not [path for path in county(ALONE).files if path.startswith(FOLDER)]
    assert "Disallow: /fragments/" in small.files["robots.txt"].decode()


def test_the_styles_offered_with_them_touch_nothing_else_and_ask_for_nothing(county: County) -> None:
    changed = county(mini.replace("site.yaml", 'primary: "#', 'primary: "#123456" # "'))
    styles = re.sub(r"/\*.*?\*/", "", changed.files[STYLES].decode(), flags=re.DOTALL)
    selectors = [one.strip() for one in re.findall(r"([^{}]+)\{", styles)]
    assert selectors
    assert [
        one for one in selectors if not re.match(r"\.zhaoshang\b", one) or "," in OUTER.sub("", one)
    ] == []
    assert "url(" not in styles and "@" not in styles
    assert "#123456" in styles
    assert len(styles) < 6_000


@pytest.mark.browser
@LANGUAGES
def test_a_fragment_with_its_styles_is_legible_in_a_portal_on_a_phone(
    browser: Browser, shown: Shown, language: str
) -> None:
    """The portal has black letters on a white ground, and nothing of its own changes."""
    portal = "<style>body { font: 16px sans-serif; margin: 16px; } h2 { color: #a00; }</style><h2 id=own>Portal</h2>"
    styles = f"<style>{shown.files[STYLES].decode()}</style>"
    found = set()
    with visiting(browser, "", viewport={"width": 360, "height": 800}) as visit:
        for path in sorted(
            {f"{FOLDER}/{language}/{path}" for path in kinds(shown)} & fragments(shown).keys()
        ):
            fragment = shown.files[path].decode()
            visit.page.set_content(
                f"<!doctype html><html lang={language}><title>x</title>{portal}{styles}<main>{fragment}</main>"
            )
            visit.page.add_script_tag(content=SEEN.read_text("utf-8"))
            found |= {(path, one) for one in visit.page.evaluate("seen.lost()")}
            own = visit.page.evaluate(
                "(({ color, marginTop, borderTopWidth }) => [color, marginTop, borderTopWidth])(getComputedStyle(own))"
            )
            assert own == ["rgb(170, 0, 0)", "19.92px", "0px"]
    assert found == set()


def test_the_summary_of_a_build_counts_pages_and_not_their_fragments(small: Shown) -> None:
    pages = Build(Findings(), small.website.artifacts).pages()
    assert pages == {
        language: sum(path.startswith(f"{language}/") for path in small.pages) for language in ("en", "zh")
    }


FAULTS = {
    "<script>x</script>": "<script",
    '<p style="color:red">x</p>': ' style="',
    '<p id="main">x</p>': 'id="main"',
    '<p id="zs-a">x</p><p id="zs-a">y</p>': 'id="zs-a"',
    '<a href="projects/a.html">x</a>': '"projects/a.html"',
    '<a href="https://invest.example.com/en/gone.html">x</a>': '"https://invest.example.com/en/gone.html"',
    '<a href="#zs-gone">x</a>': '"#zs-gone"',
    '<p aria-labelledby="zs-gone">x</p>': 'aria-labelledby="zs-gone"',
}


@pytest.mark.parametrize("body", FAULTS)
def test_what_cannot_be_pasted_is_found(body: str, small: Shown) -> None:
    shown = small
    path = f"{FOLDER}/en/why.html"
    source = '<p class="zhaoshang-source">'
    changed = shown.files[path].decode().replace(source, f"{body}\n{source}")
    base = shown.library.site.base_url
    before = audit(shown.website.artifacts, base_url=base)
    artifacts = [
        Artifact(one.path, changed.encode()) if str(one.path) == path else one
        for one in shown.website.artifacts
    ]
    found = [one for one in audit(artifacts, base_url=base) if one not in before]
    assert [one.code for one in found] == ["Z773"]
    assert found[0].span is not None
    assert found[0].span.path == f"site/{path}"
    assert found[0].arguments["found"].strip() == FAULTS[body].strip()
