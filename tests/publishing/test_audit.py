"""A site with one fault gives exactly one finding, at the place of the fault; a sound site gives none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest

from zhaoshang.diagnostics.catalogue import catalogue
from zhaoshang.publishing.audit import audit
from zhaoshang.values.artifact import Artifact

BASE = "https://invest.example/"

HEAD = """<!DOCTYPE html>
<html lang="{lang}">
<head><meta charset="utf-8"><title>{title}</title>
<link rel="canonical" href="https://invest.example/{lang}/{name}">
<link rel="alternate" hreflang="zh" href="https://invest.example/zh/{name}">
<link rel="alternate" hreflang="en" href="https://invest.example/en/{name}">
<link rel="alternate" hreflang="x-default" href="https://invest.example/zh/{name}">
<link rel="stylesheet" href="../assets/style.css"></head>
<body>
<a href="../{other}/{name}" hreflang="{other}" lang="{other}">{switch}</a>
"""


def page(lang: str, name: str, body: str) -> str:
    other, switch = ("en", "English") if lang == "zh" else ("zh", "中文")
    head = HEAD.format(lang=lang, name=name, title=name, other=other, switch=switch)
    return f"{head}<main>\n{body}\n</main>\n</body></html>\n"


def entry(lang: str, name: str) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{hreflang}" href="{BASE}{path}/{name}"/>\n'
        for hreflang, path in (("zh", "zh"), ("en", "en"), ("x-default", "zh"))
    )
    return f"<url><loc>{BASE}{lang}/{name}</loc>\n{links}</url>\n"


def sitemap(*entries: str) -> str:
    return (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{"".join(entries)}</urlset>'
    )


SOUND: dict[str, str] = {
    "index.html": '<html lang="zh"><head><title>澜川</title></head><body>'
    '<a href="zh/index.html">中</a> <a href="en/index.html">en</a></body></html>',
    "zh/index.html": page("zh", "index.html", '<a href="parks.html#east">园区</a>'),
    "en/index.html": page("en", "index.html", '<a href="parks.html#east">Parks</a>'),
    "zh/parks.html": page("zh", "parks.html", '<h2 id="east">东区</h2>'),
    "en/parks.html": page("en", "parks.html", '<h2 id="east">East</h2> <p lang="zh">东区</p>'),
    "assets/style.css": "/* url(gone.png) */\nbody { background: url('mark.svg') }\n",
    "assets/mark.svg": '<svg xmlns="http://www.w3.org/2000/svg"><g id="drop"/></svg>',
    "assets/app.js": 'import { search } from "./search.js";\n',
    "assets/search.js": "export const search = 1;\n",
    "zh/search-pack.js": 'PACK = [{"url": "zh/index.html"}, {"url": "zh/parks.html#east"}];\n',
    "sitemap.xml": sitemap(
        *(entry(lang, name) for lang in ("zh", "en") for name in ("index.html", "parks.html"))
    ),
}


def found(files: Mapping[str, str | bytes], *, base_url: str = BASE) -> list[str]:
    """What the audit finds, as `code place {arguments that matter}`; every argument must fill its message."""
    artifacts = [
        Artifact(PurePosixPath(path), text if isinstance(text, bytes) else text.encode())
        for path, text in files.items()
    ]
    findings = audit(artifacts, base_url=base_url)
    for finding in findings:
        assert catalogue()[finding.code].placeholders() <= finding.arguments.keys()
    return [f"{finding.code} {finding.span}" for finding in findings]


def with_body(body: str, *, lang: str = "en", **more: str | bytes) -> dict[str, str | bytes]:
    """The sound site with something added to one page; `assets__x_svg` adds the file `assets/x.svg`."""
    name = f"{lang}/parks.html"
    extra = {key.replace("__", "/").replace("_", "."): text for key, text in more.items()}
    return {**SOUND, name: SOUND[name].replace("</main>", body + "\n</main>"), **extra}


def test_a_sound_site_is_passed_in_silence() -> None:
    assert found(SOUND) == []


def test_a_site_without_an_address_yet_is_passed_in_silence() -> None:
    relative = {path: text.replace(BASE, "../") for path, text in SOUND.items() if path != "sitemap.xml"}
    assert found(relative, base_url="") == []


# Line 13 is the line of `<main>` added to.
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<a href="gone.html">x</a>', "Z750"),
        ('<a href="Parks.html">x</a>', "Z750"),
        ('<a href="../../outside.html">x</a>', "Z750"),
        ('<a href="../zh/">x</a>', "Z750"),
        ('<a href="https://invest.example/en/gone.html">x</a>', "Z750"),
        ('<img src="../assets/gone.png" alt="">', "Z750"),
        (
            '<img src="../assets/mark.svg" srcset="../assets/mark.svg 1x, ../assets/gone.svg 2x" alt="">',
            "Z750",
        ),
        ('<video poster="gone.jpg"></video>', "Z750"),
        ('<form action="gone.html"></form>', "Z750"),
        ('<p style="background: url(gone.png)">x</p>', "Z750"),
        ("<style>p { background: url(gone.png) }</style>", "Z750"),
        ('<svg><use xlink:href="../assets/gone.svg#drop"/></svg>', "Z750"),
        ('<a href="/en/index.html">x</a>', "Z751"),
        ('<img src="https://elsewhere.example/a.png" alt="">', "Z752"),
        ('<script src="//elsewhere.example/a.js"></script>', "Z752"),
        ('<iframe src="https://elsewhere.example/" title="x"></iframe>', "Z752"),
        ('<link rel="prefetch" href="https://elsewhere.example/a">', "Z752"),
        ('<a href="index.html#gone">x</a>', "Z753"),
        ('<a href="#gone">x</a>', "Z753"),
        ('<svg><use href="../assets/mark.svg#gone"/></svg>', "Z753"),
        ('<p id="east">x</p>', "Z754"),
        ("<p>Lanchuan 澜川</p>", "Z757"),
        ("<p>澜府发〔2026〕12号</p>", "Z757"),
        ('<img src="../assets/mark.svg" alt="澜川">', "Z757"),
        ("<p>{{ title }}</p>", "Z758"),
        ("<p>{fact:gdp}</p>", "Z758"),
        ("<td>None</td>", "Z758"),
        ('<script type="application/ld+json">{"@type": }</script>', "Z759"),
        ('<a href="javascript:alert(1)">x</a>', "Z769"),
        ('<a href="two words.html">x</a>', "Z769"),
        ('<a href="%zz.html">x</a>', "Z769"),
        ('<a href="%ff.html">x</a>', "Z769"),
        ('<a href="data:text/html,x">x</a>', "Z769"),
    ],
)
def test_a_fault_in_a_page_is_found_on_its_line(body: str, expected: str) -> None:
    line = 12 if expected == "Z754" else 13
    assert found(with_body(body)) == [f"{expected} site/en/parks.html:{line}:1"]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://elsewhere.example/">x</a>',
        '<a href="mailto:invest@example.cn">x</a> <a href="tel:+862355501001">y</a>',
        '<a href="#east">x</a> <a href="#top">y</a> <a href="#">z</a>',
        '<a href="index.html#sector=food&amp;stage=signed">x</a>',
        '<a href="index.html?from=x">x</a>',
        '<a href="p%61rks.html#%65ast">x</a>',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">',
        '<svg><use href="../assets/mark.svg#drop"/></svg>',
        '<form action="https://elsewhere.example/post"></form>',
        '<p>None of this is code. <span lang="zh-Hans">无</span></p>',
        '<script type="application/ld+json">{"name": "澜川"}</script>',
        '<script type="application/ld+json">{"a": {"b": 1}}</script>',
    ],
)
def test_what_is_right_is_passed_in_silence(body: str) -> None:
    assert found(with_body(body)) == []


def test_a_percent_encoded_chinese_name_is_understood() -> None:
    assert found({**with_body('<a href="../%E5%9B%AD.pdf">x</a>'), "园.pdf": "%PDF"}) == []


def test_one_address_wrong_on_many_pages_is_one_finding_that_names_them() -> None:
    files = {
        path: text.replace("</main>", '<a href="../gone.html">x</a></main>') for path, text in SOUND.items()
    }
    artifacts = [Artifact(PurePosixPath(path), text.encode()) for path, text in files.items()]
    findings = audit(artifacts, base_url=BASE)
    assert [finding.code for finding in findings] == ["Z750"]
    finding = findings.items[0]
    assert finding.arguments["count"] == "4"
    assert [str(span) for span in (finding.span, *finding.also) if span] == [
        "site/en/index.html:13:1",
        "site/en/parks.html:13:1",
        "site/zh/index.html:13:1",
        "site/zh/parks.html:13:1",
    ]


def test_the_nearest_file_and_the_nearest_place_are_suggested() -> None:
    files = with_body('<a href="park.html">x</a>\n<a href="#eest">y</a>\n<a href="../zh/">z</a>')
    artifacts = [Artifact(PurePosixPath(path), str(text).encode()) for path, text in files.items()]
    near = [finding.arguments["near"] for finding in audit(artifacts, base_url=BASE)]
    assert near == ["en/parks.html", "east", "zh/index.html"]


def changed(path: str, old: str, new: str) -> dict[str, str]:
    assert old in SOUND[path]
    return {**SOUND, path: SOUND[path].replace(old, new)}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (changed("en/parks.html", ' lang="en"', ""), ["Z755 site/en/parks.html:1:1"]),
        (changed("en/parks.html", "<title>parks.html", "<title> "), ["Z756 site/en/parks.html:3:1"]),
        (changed("assets/style.css", "mark", "gone"), ["Z750 site/assets/style.css:2:1"]),
        (changed("assets/style.css", "mark", "https://x.example/"), ["Z752 site/assets/style.css:2:1"]),
        (changed("assets/app.js", "./search", "./gone"), ["Z750 site/assets/app.js:1:1"]),
        (changed("assets/mark.svg", "</svg>", ""), ["Z760 site/assets/mark.svg:1:1"]),
        (changed("zh/search-pack.js", "index", "gone"), ["Z750 site/zh/search-pack.js:1:1"]),
        (changed("zh/search-pack.js", "#east", "#gone"), ["Z750 site/zh/search-pack.js:1:1"]),
        (changed("sitemap.xml", entry("en", "parks.html"), ""), ["Z764 site/sitemap.xml:1:1"]),
        (
            changed("sitemap.xml", entry("en", "parks.html"), entry("en", "gone.html")),
            ["Z750 site/sitemap.xml:17:1", "Z764 site/sitemap.xml:1:1"],
        ),
        (
            changed(
                "en/parks.html",
                f'rel="canonical" href="{BASE}en/parks',
                f'rel="canonical" href="{BASE}en/index',
            ),
            ["Z763 site/en/parks.html:4:1"],
        ),
        (
            changed("en/parks.html", 'href="../zh/parks.html" hreflang', 'href="../zh/index.html" hreflang'),
            ["Z765 site/en/parks.html:10:1"],
        ),
    ],
)
def test_a_fault_in_a_file_is_found_at_its_place(files: dict[str, str], expected: list[str]) -> None:
    lines = found(files)
    assert [line for line in lines if line in expected] == expected
    assert {line[:4] for line in lines} <= {"Z764", *(line[:4] for line in expected)}


def test_alternates_that_do_not_answer_each_other_are_found() -> None:
    one = f'<link rel="alternate" hreflang="en" href="{BASE}en/parks.html">\n'
    assert "Z761 site/en/parks.html:5:1" in found(changed("zh/parks.html", one, ""))


@pytest.mark.parametrize("language", ["en", "x-default"])
def test_alternates_without_the_page_itself_or_a_default_are_found(language: str) -> None:
    folder = "zh" if language == "x-default" else "en"
    one = f'<link rel="alternate" hreflang="{language}" href="{BASE}{folder}/parks.html">\n'
    assert "Z762 site/en/parks.html:5:1" in found(changed("en/parks.html", one, ""))


def test_a_page_that_offers_the_languages_may_be_the_default_of_all() -> None:
    links = "".join(
        f'<link rel="alternate" hreflang="{hreflang}" href="{BASE}{path}">'
        for hreflang, path in (("zh", "zh/index.html"), ("en", "en/index.html"), ("x-default", "index.html"))
    )
    entrance = (
        f'<html lang="zh"><head><title>x</title><link rel="canonical" href="{BASE}index.html">{links}</head>'
        '<body><a hreflang="zh" href="zh/index.html">中</a> <a hreflang="en" href="en/index.html">e</a></body></html>'
    )
    old, new = f'"x-default" href="{BASE}zh/index.html"', f'"x-default" href="{BASE}index.html"'
    files = {path: text.replace(old, new) for path, text in SOUND.items()}
    assert found({**files, "index.html": entrance}) == []


def test_an_alternate_in_another_language_than_it_says_is_found() -> None:
    files = {path: text.replace('lang="en"', 'lang="fr"') for path, text in SOUND.items()}
    files = {path: text.replace('hreflang="fr"', 'hreflang="en"') for path, text in files.items()}
    assert "Z771 site/zh/parks.html:6:1" in found(files)


def test_a_page_that_stands_in_for_another_names_that_one() -> None:
    stand_in = (
        '<html lang="en"><head><title>x</title><link rel="canonical" href="{}"></head><body></body></html>'
    )
    right = with_body('<a href="y.html">y</a>', en__y_html=stand_in.format(BASE + "zh/parks.html"))
    wrong = with_body('<a href="y.html">y</a>', en__y_html=stand_in.format("https://elsewhere.example/"))
    assert found(right) == []
    assert found(wrong) == ["Z763 site/en/y.html:1:1"]


def test_a_page_no_link_leads_to_is_found() -> None:
    lonely = '<html lang="en"><head><title>x</title></head><body><a href="index.html">x</a></body></html>'
    assert found(with_body("", en__lonely_html=lonely)) == ["Z766 site/en/lonely.html:1:1"]
    assert found(with_body("", en__404_html=lonely)) == []


def test_only_the_page_that_is_shown_anywhere_counts_from_the_root() -> None:
    page = '<html lang="en"><head><title>x</title></head><body><a href="{}">x</a></body></html>'
    assert found(with_body("", en__404_html=page.format("/en/index.html"))) == []
    assert found(with_body("", en__404_html=page.format("/en/gone.html"))) == ["Z750 site/en/404.html:1:1"]
    assert found(with_body("", en__404_html=page.format("//en/gone.html"))) == []


def test_an_empty_page_and_a_page_in_another_encoding_are_found() -> None:
    assert found({**with_body('<a href="x.html">x</a>', en__x_html=b"")})[0] == "Z770 site/en/x.html:1:1"
    assert found({**with_body('<a href="x.html">x</a>', en__x_html="<p>澜".encode("gbk"))})[0][:4] == "Z770"


SHARED = f"""<meta property="og:image" content="{BASE}share.png">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
"""


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\xb0\0\0\x02v", []),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x58\0\0\x02v", ["Z774 site/en/index.html:4:1"]),
        (b"no picture, and too long to be the head of one", ["Z774 site/en/index.html:4:1"]),
        (b"", []),  # promised in a draft
        (None, ["Z750 site/en/index.html:4:1"]),
    ],
)
def test_a_shared_picture_is_of_the_size_its_pages_say(picture: bytes | None, expected: list[str]) -> None:
    line = '<link rel="canonical"'
    files = {
        path: text.replace(line, SHARED + line) if path.endswith("index.html") else text
        for path, text in SOUND.items()
    }
    assert found(files if picture is None else {**files, "share.png": picture}) == expected


@pytest.mark.parametrize("name", ["con.css", "a:b.css", "nul", "dot.", "e\u0301.css", "字" * 70 + ".css"])
def test_a_name_some_systems_cannot_hold_is_found(name: str) -> None:
    assert found({**SOUND, f"assets/{name}": b""}) == [f"Z768 site/assets/{name}:1:1"]


def test_two_files_with_one_name_are_found() -> None:
    files = {**SOUND, "assets/Style.css": "", "sitemap.xml/a.txt": "x"}
    assert found(files) == ["Z767 site/assets/style.css:1:1", "Z767 site/sitemap.xml/a.txt:1:1"]
