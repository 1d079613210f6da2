"""The finished files, read as a screen reader and a reader would: set once for all tests of a worker."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from tests.print.guide.conftest import ROOT, TODAY, with_chapters
from zhaoshang.diagnostics import Refusal
from zhaoshang.domain.library import Library
from zhaoshang.print.document import Rendered
from zhaoshang.print.guide.composer import compose
from zhaoshang.print.guide.edition import Edition
from zhaoshang.print.press import Press, render
from zhaoshang.print.rehearsal import rehearsal
from zhaoshang.print.visit import VisitPaper
from zhaoshang.print.visit.papers import Papers, print_papers
from zhaoshang.reading.words import Lexicon
from zhaoshang.web.plan.material import Material

CHAPTERS = ("letter", "location", "rewards", "contacts", "appendix")


@pytest.fixture(scope="session", params=["zh", "en"])
def rendered(
    request: pytest.FixtureRequest, editions: dict[str, Edition], lexicon: Lexicon, cache: Path
) -> Rendered:
    edition = with_chapters(editions[request.param], *CHAPTERS)
    return render(compose(edition, lexicon, root=ROOT), cache=cache)


def opened(rendered: Rendered) -> pikepdf.Pdf:
    assert rendered.pdf is not None, rendered.findings
    return pikepdf.open(io.BytesIO(rendered.pdf))


def text_of(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def test_the_press_has_nothing_to_remark(rendered: Rendered) -> None:
    assert rendered.findings.items == ()


def test_the_file_is_tagged_titled_and_in_its_language(rendered: Rendered) -> None:
    with opened(rendered) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) in {"zh", "en"}
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo["/Title"])


def test_every_font_is_embedded(rendered: Rendered) -> None:
    with opened(rendered) as pdf:
        descriptors = [
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
        ]
        assert descriptors
        assert all("/FontFile2" in one or "/FontFile3" in one for one in descriptors)


def test_every_chapter_has_a_bookmark_in_order(rendered: Rendered) -> None:
    chapters = [mark for mark in rendered.bookmarks if mark.level == 1]
    assert len(chapters) >= len(CHAPTERS)
    assert [mark.page for mark in rendered.bookmarks] == sorted(mark.page for mark in rendered.bookmarks)


def test_the_contents_name_the_pages_the_chapters_stand_on(rendered: Rendered) -> None:
    assert rendered.pdf is not None
    contents = text_of(rendered.pdf)[1]
    for mark in rendered.bookmarks:
        if mark.level == 1 and mark.page > 3:
            line = next(line for line in contents.splitlines() if mark.label in line)
            assert line.rstrip().endswith(str(mark.page)), line


def test_no_two_marks_meet_that_end_something(rendered: Rendered) -> None:
    assert rendered.pdf is not None
    doubled = re.compile(r".{0,20}(?:[。；，、：][；，、。]|[a-z][.,;][,;](?= )).{0,10}")
    assert doubled.findall("\n".join(text_of(rendered.pdf))) == []


def test_every_page_but_the_covers_says_that_the_data_are_an_example(rendered: Rendered) -> None:
    assert rendered.pdf is not None
    for text in text_of(rendered.pdf):
        assert "示例数据" in text or "Demonstration data" in text


def test_the_code_on_the_cover_can_be_read(rendered: Rendered) -> None:
    assert rendered.pdf is not None
    image = pypdfium2.PdfDocument(rendered.pdf)[0].render(scale=100 / 72).to_pil()
    codes = [code.text for code in zxingcpp.read_barcodes(image)]
    assert len(codes) == 1
    assert codes[0].startswith("https://invest.lanchuan.example.com/")
    assert codes[0].endswith("/editions/2026-2.html")


def test_pages_stay_light(rendered: Rendered) -> None:
    assert rendered.pdf is not None
    assert len(rendered.pdf) / rendered.pages < 40_000  # a few pages carry the fonts of all


_MAKE = """
import hashlib, pathlib, sys
from datetime import date
from zhaoshang.domain.guide import Guide
from zhaoshang.print.guide.guides import build_guides
from zhaoshang.print.press import Press
from zhaoshang.reading.library import read_project
from zhaoshang.reading.words import read_lexicon
from dataclasses import replace
root, cache = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
library, _ = read_project(root)
guide = library.guides["investment-guide"]
small = Guide.model_validate(guide.model_dump() | {"chapters": ("letter", "contacts"), "languages": ("zh",)})
library = replace(library, guides={guide.id: small})
lexicon, _ = read_lexicon(root / "templates", library.languages)
with Press(cache=cache) as press:
    made = build_guides(library, lexicon, root=root, today=date(2026, 11, 20), press=press)
print(hashlib.sha256(made.artifacts[0].content).hexdigest())
"""


@pytest.mark.slow
def test_two_folders_and_two_hash_seeds_give_the_same_bytes(tmp_path: Path) -> None:
    digests = set()
    for seed in ("1", "2"):
        root = tmp_path / f"project-{seed}"
        root.mkdir()
        for folder in ("content", "templates"):
            shutil.copytree(ROOT / folder, root / folder)
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        run = subprocess.run(
            [sys.executable, "-c", _MAKE, str(root), str(root / "cache")],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        digests.add(run.stdout.strip())
    assert len(digests) == 1


@pytest.fixture(scope="session")
def papers(library: Library, lexicon: Lexicon, cache: Path) -> Papers:
    with Press(cache=cache) as press:
        press.warm(rehearsal(ROOT))
        return print_papers(
            Material(library, lexicon, TODAY), "2026-12-juice-company", root=ROOT, press=press
        )


def test_a_visit_gives_three_papers_below_its_own_name(papers: Papers) -> None:
    assert [str(one.path) for one in papers.artifacts] == [
        "2026-12-juice-company/guide.pdf",
        "2026-12-juice-company/pack.pdf",
        "2026-12-juice-company/brief.pdf",
    ]
    assert not papers.findings.errors


def test_of_a_visit_only_the_papers_asked_for_are_made(
    papers: Papers, library: Library, lexicon: Lexicon, cache: Path
) -> None:
    with Press(cache=cache) as press:
        made = print_papers(
            Material(library, lexicon, TODAY),
            "2026-12-juice-company",
            root=ROOT,
            press=press,
            papers=[VisitPaper.PACK],
        )
    assert made.artifacts == papers.artifacts[1:2]


def test_the_brief_is_marked_internal_and_only_the_brief_has_the_officers_notes(
    papers: Papers, library: Library
) -> None:
    guide, pack, brief = (" ".join(text_of(one.content)) for one in papers.artifacts)
    notes = library.visits["2026-12-juice-company"].notes
    assert notes is not None
    assert notes[:6] in brief
    assert notes[:6] not in guide + pack
    assert "内部" in brief
    assert "内部" not in pack


def test_an_unknown_visit_is_refused_with_those_there_are(
    library: Library, lexicon: Lexicon, cache: Path
) -> None:
    with pytest.raises(Refusal) as refused:
        print_papers(Material(library, lexicon, TODAY), "nobody", root=ROOT, press=Press(cache=cache))
    assert refused.value.code == "Z854"
    assert "2026-12-juice-company" in refused.value.arguments["known"]
