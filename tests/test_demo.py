"""The demo county as a whole: it builds, twice to the same bytes; a mistake in it stops it at the exact
place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from demo_project import DEMO_DAY, build_project, copy_project
from PIL import Image
from playwright.sync_api import Page, Route

from zhaoshang.cli import run
from zhaoshang.publishing.manifest import Manifest
from zhaoshang.web.cards import HEIGHT, WIDTH

pytestmark = pytest.mark.slow


def digests(site: Path) -> dict[str, str]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {str(path.relative_to(site)): sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_manifest_says_exactly_what_is_there(demo: Path) -> None:
    found = digests(demo)
    del found["manifest.json"]
    manifest = Manifest.parse((demo / "manifest.json").read_bytes())
    assert manifest is not None
    assert manifest.digests() == found


def test_the_same_content_gives_the_same_bytes_elsewhere_and_with_another_hash_seed(
    demo: Path, tmp_path: Path
) -> None:
    project = copy_project(tmp_path / "another" / "place")
    done = build_project(project, "--lang", "zh", PYTHONHASHSEED="4711", TZ="America/Lima", LC_ALL="C")
    assert done.returncode == 0, done.stderr
    assert digests(project / "site") == digests(demo)


def test_the_build_ends_with_a_summary_and_writes_nowhere_else(demo: Path) -> None:
    said = (demo.parents[1] / "said.txt").read_text(encoding="utf-8")
    assert re.search(r"^Published to site/ in [\d.]+ s$", said, re.MULTILINE)
    assert re.search(r"^  Pages: en \d+, zh \d+$", said, re.MULTILINE)
    assert re.search(r"^  Guides: .*-zh\.pdf \d+ pages, .*-en\.pdf \d+ pages", said, re.MULTILINE)
    assert {path.name for path in demo.parent.iterdir()} == {"content", "templates", "site", ".zhaoshang"}


def test_every_page_names_a_picture_that_is_there_in_the_size_it_says(demo: Path) -> None:
    pages = [path.read_text("utf-8") for path in demo.rglob("*.html") if "fragments" not in path.parts]
    named = [name for page in pages for name in re.findall(r'property="og:image" content="([^"]+)"', page)]
    assert len(named) > 200
    pictures = {f"share/{name.partition('/share/')[2]}" for name in named}
    assert {name.split("/")[1] for name in pictures} == {"zh", "en"}
    for name in pictures:
        with Image.open(demo / name) as picture:
            assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT)), name


def replaced(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(content: Path) -> None:
        text = (content / path).read_text(encoding="utf-8")
        assert old in text
        (content / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


ANODE = "projects/anode-materials.yaml"

FAULTS = {
    "an English title deleted": (
        replaced(ANODE, ', en: "Lithium-battery anode materials, 50,000 tonnes a year"}', "}"),
        f"content/{ANODE}:1:",
    ),
    "a key misspelt": (replaced(ANODE, "investment: 12", "investmnet: 12"), f"content/{ANODE}:17:1"),
    "a reference broken": (replaced(ANODE, "plot: hk-a01", "plot: hk-a10"), f"content/{ANODE}:10:7"),
    "a policy without its validity": (
        replaced(
            "policies/agri-processing-2026.yaml", "  validity: {since: 2026-02-20, until: 2028-12-31}\n", ""
        ),
        "content/policies/agri-processing-2026.yaml:5:",
    ),
    "a prohibited project": (
        replaced(ANODE, "建设造粒、", "土法炼焦，建设造粒、"),
        f"content/{ANODE}:12:7",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_mistake_is_found_at_its_place_and_the_site_stays(
    fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = copy_project(tmp_path)
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the last good build", encoding="utf-8")
    change, place = FAULTS[fault]
    change(project / "content")
    assert run(["--today", DEMO_DAY, "--lang", "en"], root=project) == 1
    told = capsys.readouterr()
    places = re.findall(r"^error .*\n  --> (\S+)", told.err, re.MULTILINE)
    assert len(places) == 1
    assert places[0].startswith(place)
    assert digests(project / "site").keys() == {"index.html"}


@pytest.mark.browser
def test_from_a_disk_and_below_a_path_no_request_leaves_the_site(demo: Path, page: Page) -> None:
    asked: list[str] = []
    broken: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: broken.append(request.url))
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.goto((demo / "zh" / "index.html").as_uri())
    page.locator("a[hreflang=en]").first.click()
    page.wait_for_url((demo / "en" / "index.html").as_uri())
    page.wait_for_load_state("networkidle")  # so that nothing of this page is still asked for below
    assert broken == []
    assert [url for url in asked if not url.startswith((demo.as_uri(), "data:"))] == []

    def serve(route: Route) -> None:
        path = route.request.url.removeprefix("https://county.example/any/sub/path/").partition("?")[0]
        file = demo / path
        route.fulfill(path=file) if file.is_file() else route.fulfill(status=404)

    asked.clear()
    page.route("https://county.example/**", serve)
    page.goto("https://county.example/any/sub/path/en/index.html")
    page.locator("a[hreflang=zh]").first.click()
    page.wait_for_url("https://county.example/any/sub/path/zh/index.html")
    assert broken == []
    own = ("https://county.example/any/sub/path/", "data:")
    assert [url for url in asked if not url.startswith(own)] == []
