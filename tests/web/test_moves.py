"""Old addresses lead straight to the new ones; an address that would lead astray is found."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import mini
import pytest
from rendered import County

from zhaoshang.diagnostics.catalogue import catalogue
from zhaoshang.diagnostics.diagnostic import Findings
from zhaoshang.domain.library import Library
from zhaoshang.publishing.audit import audit
from zhaoshang.reading.library import read_project
from zhaoshang.values.artifact import Artifact
from zhaoshang.web.moves import check_addresses
from zhaoshang.web.plan import plan_pages
from zhaoshang.web.plan.material import Material

JUICE, CASTINGS, SITE = "projects/juice.yaml", "projects/castings.yaml", "site.yaml"


def aliases(path: str, *old: str) -> mini.Change:
    def change(content: Path) -> None:
        text = (content / path).read_text(encoding="utf-8")
        (content / path).write_text(f"aliases: [{', '.join(old)}]\n{text}", encoding="utf-8")

    return change


def redirects(**pairs: str) -> mini.Change:
    rows = "".join(f"  {old.replace('__', '/')}.html: {new}\n" for old, new in pairs.items())
    return mini.replace(SITE, "default_contact:", f"redirects:\n{rows}default_contact:")


def addresses_of(library: Library) -> Findings:
    return check_addresses(library, plan_pages(Material(library, mini.lexicon(), mini.TODAY)))


def test_an_old_id_leads_to_the_new_page_in_every_language(county: County) -> None:
    shown = county(aliases(JUICE, "orange-juice", "old/drinks.html"), redirects(facts="why.html"))
    for language in ("zh", "en"):
        for old, new in (
            ("projects/orange-juice.html", "juice.html"),
            ("old/drinks.html", "../projects/juice.html"),
            ("facts.html", "why.html"),
        ):
            page = shown.pages[f"{language}/{old}"]
            assert page.get("lang") == language
            assert page.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={new}"]
            assert page.xpath("//main//a/@href") == [new]
            assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
            target = page.xpath("//link[@rel='canonical']/@href")[0]
            assert target.removeprefix("https://invest.example.com/") in shown.files
            assert f"{language}/{old}" not in shown.files["sitemap.xml"].decode()
            assert old not in shown.files[f"{language}/search-pack.js"].decode()


def test_the_audit_follows_an_old_address_and_lets_no_reader_go_astray(county: County) -> None:
    moved, plain = county(aliases(JUICE, "orange-juice")), county()
    base = plain.library.site.base_url
    found = [audit(shown.website.artifacts, base_url=base) for shown in (moved, plain)]
    assert [one.code for one in found[0]] == [one.code for one in found[1]]


@pytest.mark.parametrize("target", ["gone.html", "older.html"])
def test_a_page_that_sends_readers_on_to_no_page_or_to_another_such_is_found(target: str) -> None:
    moved = (
        '<html lang="en"><head><title>x</title><meta http-equiv="refresh" content="0; url={}"></head></html>'
    )
    files = {"en/old.html": moved.format(target), "en/older.html": moved.format("index.html")}
    files["en/index.html"] = '<html lang="en"><head><title>x</title></head><body>x</body></html>'
    found = audit([Artifact(PurePosixPath(path), text.encode()) for path, text in files.items()])
    assert [(one.code, one.span.path if one.span else "") for one in found] == [("Z772", "site/en/old.html")]


FAULTS = {
    "the address of a page": ("Z710", (aliases(JUICE, "castings"),), (f"{JUICE}:1:11",)),
    "its own address": ("Z712", (aliases(JUICE, "juice"),), (f"{JUICE}:1:11",)),
    "one address of two records": (
        "Z711",
        (aliases(JUICE, "drinks"), aliases(CASTINGS, "drinks")),
        (f"{JUICE}:1:11", f"{CASTINGS}:1:11"),
    ),
    "a chain": (
        "Z713",
        (redirects(a="projects/drinks.html"), aliases(JUICE, "drinks")),
        ("site.yaml",),
    ),
    "a circle": ("Z712", (redirects(a="b.html", b="a.html"),), ("site.yaml",)),
    "a page there is not": ("Z714", (redirects(a="projects/juise.html"),), ("site.yaml",)),
    "a record without a page": ("Z714", (aliases(SITE, "old"),), ("site.yaml:1:11",)),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_an_address_that_leads_astray_is_found_at_its_place(fault: str, tmp_path: Path) -> None:
    code, changes, places = FAULTS[fault]
    library = mini.make_library(tmp_path, *changes)
    found = list(addresses_of(library))
    assert {one.code for one in found} == {code}
    spans = [str(span) for span in (found[0].span, *found[0].also)]
    assert sorted(spans)[0].startswith(f"content/{sorted(places)[0]}")
    assert len(spans) == len(places)
    if fault == "a chain":
        assert found[0].arguments["final"] == "projects/juice.html"
    if fault == "a page there is not":
        assert found[0].arguments["near"] == "projects/juice.html"


def test_two_pages_that_want_one_address_are_both_named(tmp_path: Path) -> None:
    page = (mini.CONTENT / "pages/why.yaml").read_text(encoding="utf-8")
    living = page.replace("role: why", "role: living")
    changes = [mini.write(f"pages/{name}.yaml", living) for name in ("living", "contact")]
    for name in ("living", "contact"):
        for language in ("zh", "en"):
            text = (mini.CONTENT / f"pages/why.{language}.md").read_text(encoding="utf-8")
            changes.append(mini.write(f"pages/{name}.{language}.md", text))
    library = mini.make_library(tmp_path, *changes)
    (found,) = addresses_of(library)
    assert found.code == "Z715"
    assert found.arguments["path"] in {"contact.html", "living.html"}


@pytest.mark.parametrize(
    "typed", ["Old", "/projects/old.html", "https://a.example/old.html", "../old.html", "old.htm"]
)
def test_an_old_address_that_is_none_is_refused(typed: str, tmp_path: Path) -> None:
    library, findings = read_project(mini.make_project(tmp_path, aliases(JUICE, f'"{typed}"')))
    assert library is None
    assert [one.code for one in findings] == ["Z291"]
    assert "Z291" in catalogue()


def test_a_redirect_names_pages_on_both_sides(tmp_path: Path) -> None:
    change = mini.replace(SITE, "default_contact:", "redirects: {old: why.html}\ndefault_contact:")
    _, findings = read_project(mini.make_project(tmp_path, change))
    assert [one.code for one in findings] == ["Z291"]


def test_an_address_stays_when_a_title_changes(county: County) -> None:
    title = (mini.CONTENT / JUICE).read_text(encoding="utf-8").splitlines()[0]
    renamed = county(mini.replace(JUICE, title, "title: {zh: 新名称, en: A new name}"))
    assert set(renamed.pages) == set(county().pages)
    assert renamed.pages["en/projects/juice.html"].findtext(".//h1") == "A new name"
