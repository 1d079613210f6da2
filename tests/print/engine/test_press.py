"""What comes out of the press: a complete, tagged, reproducible file, and only once."""

from __future__ import annotations

import dataclasses
import io
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from bench import STYLES, Bench
from PIL import Image

from zhaoshang.diagnostics import Span
from zhaoshang.print.document import Attachment, Bookmark, Document, Rendered, Variant
from zhaoshang.print.fonts import prepare_fonts
from zhaoshang.print.press import Press
from zhaoshang.print.shelf import Shelf

BODY = """
<h2 id="costs">要素成本</h2><p>工业用电0.52元/千瓦时，<b>含税</b>。<em>executed</em> in 2026.</p>
<table><thead><tr><th scope="col">项目</th><th scope="col" class="figure">元</th></tr></thead>
<tbody><tr><th scope="row">水</th><td class="figure">2.85</td></tr></tbody></table>
<p lang="en">See <a href="#costs">costs</a> and <i>notes</i>.</p>
"""


def opened(rendered: Rendered) -> pikepdf.Pdf:
    assert rendered.pdf is not None
    return pikepdf.open(io.BytesIO(rendered.pdf))


def test_a_file_says_what_it_is(bench: Bench) -> None:
    rendered = bench.render(BODY)
    assert rendered.findings.items == ()
    pdf = opened(rendered)
    info = {key: str(value) for key, value in pdf.docinfo.items()}
    assert (info["/Title"], info["/Author"]) == ("澜川县投资指南", "澜川县招商局")
    assert info["/Subject"] == "产业、成本、项目与政策"
    assert info["/Keywords"] == "招商, 澜川"
    assert info["/CreationDate"].startswith("D:20261101")
    assert info["/ModDate"].startswith("D:20261102")
    assert str(pdf.Root.Lang) == "zh-CN"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert "/StructTreeRoot" in pdf.Root
    assert (
        b"<pdfuaid:part>1" in pdf.Root.Metadata.read_bytes() or b'part="1"' in pdf.Root.Metadata.read_bytes()
    )


def test_the_outline_follows_the_headings(bench: Bench) -> None:
    rendered = bench.render(BODY)
    assert rendered.bookmarks == (Bookmark(1, "投资指南", 1), Bookmark(2, "要素成本", 1))
    assert rendered.pages == 1


def test_every_face_is_embedded_in_part_and_none_is_foreign(bench: Bench) -> None:
    names = set()
    for page in opened(bench.render(BODY)).pages:
        for font in page.Resources.Font.values():
            descendant = font.DescendantFonts[0]
            names.add(str(font.BaseFont))
            assert "/FontFile2" in descendant.FontDescriptor
            assert len(descendant.FontDescriptor.FontFile2.read_raw_bytes()) < 20_000
            assert "/ToUnicode" in font
    assert {name.split("+")[1].split("-")[0] for name in names} == {"Zhaoshang"}
    assert {"-".join(name.split("+")[1].split("-")[1:]) for name in names} >= {
        "Han",
        "Han-Bold",
        "Latin-Italic",
    }


def test_an_archive_file_keeps_to_both_standards_and_carries_its_attachment(bench: Bench) -> None:
    attachment = Attachment(name="项目.csv", content=b"id\r\n", description="项目目录", relationship="Data")
    pdf = opened(bench.render(BODY, variant=Variant.ARCHIVE, attachments=(attachment,)))
    claims = pdf.Root.Metadata.read_bytes()
    assert b'pdfaid:part="3"' in claims
    assert b'pdfaid:conformance="A"' in claims
    assert b"<pdfuaid:part>1</pdfuaid:part>" in claims
    assert [str(entry.UF) for entry in pdf.Root.AF] == ["项目.csv"]
    assert pdf.Root.AF[0].EF.F.read_bytes() == b"id\r\n"
    assert str(pdf.Root.AF[0].AFRelationship) == "/Data"
    assert "/OutputIntents" in pdf.Root


def test_the_printers_file_has_bleed_and_black_text(bench: Bench) -> None:
    styles = (STYLES / "base.css", STYLES / "furniture.css", STYLES / "print-shop.css")
    pdf = opened(bench.render(BODY, variant=Variant.PRINT_SHOP, stylesheets=styles))
    page = pdf.pages[0]
    assert float(page.MediaBox[2]) - float(page.MediaBox[0]) > 595 + 50
    assert b"0 0 0 1 scn" in page.Contents.read_bytes()


def test_many_documents_come_back_in_order(bench: Bench) -> None:
    documents = [bench.document(f"<p>第{n}册</p>" * n, name=f"guide-{n}") for n in range(1, 5)]
    rendered = bench.press.render_all(documents)
    assert [one.name for one in rendered] == ["guide-1", "guide-2", "guide-3", "guide-4"]
    assert all(one.pdf for one in rendered)


_ELSEWHERE = """
import hashlib, pickle, sys
from pathlib import Path
from typing import Any
from zhaoshang.print.press import render
document, cache = pickle.load(sys.stdin.buffer)
sys.stdout.write(hashlib.sha256(render(document, cache=cache).pdf).hexdigest())
"""


@pytest.mark.parametrize("variant", [Variant.TAGGED, Variant.ARCHIVE])
def test_the_same_input_gives_the_same_bytes_anywhere(bench: Bench, tmp_path: Path, variant: Variant) -> None:
    hashes = set()
    for seed in ("1", "2"):
        place = tmp_path / f"project-{seed}"
        place.mkdir()
        Image.new("RGB", (30, 20), "teal").save(place / "a.png")
        copied = [shutil.copy(STYLES / name, place) for name in ("base.css", "furniture.css")]
        document = bench.document(
            BODY + '<img src="a.png" alt="厂房">',
            base=place,
            roots=(place,),
            stylesheets=tuple(map(Path, copied)),
            variant=variant,
            attachments=(Attachment(name="a.csv", content=b"a", description="x"),)
            * (variant is Variant.ARCHIVE),
        )
        output = subprocess.run(
            [sys.executable, "-c", _ELSEWHERE],
            input=pickle.dumps((document, bench.press.cache)),
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": ("UTC", "Asia/Shanghai")[seed == "2"]},
            check=True,
            capture_output=True,
        )
        hashes.add(output.stdout)
    assert len(hashes) == 1


def shelf_of(bench: Bench) -> Shelf:
    return Shelf(bench.press.cache / "editions", prepare_fonts(bench.press.cache).digest)


def test_an_unchanged_document_is_not_set_again(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    first = bench.render(BODY, name="kept")
    monkeypatch.setattr(
        "zhaoshang.print.press._Child.start", lambda _cache: pytest.fail("a child was started")
    )
    monkeypatch.setattr(
        "zhaoshang.print.press._Child.ask", lambda *_args, **_kw: pytest.fail("a child was asked")
    )
    assert bench.render(BODY, name="kept") == first


def test_a_picture_that_changes_makes_the_document_new(bench: Bench) -> None:
    picture = bench.directory / "a.png"
    Image.new("RGB", (30, 20), "teal").save(picture)
    document = bench.document('<img src="a.png" alt="厂房">')
    bench.press.render_all([document])
    assert shelf_of(bench).find(document) is not None
    Image.new("RGB", (30, 20), "red").save(picture)
    assert shelf_of(bench).find(document) is None


@pytest.mark.parametrize(
    "change",
    [
        {"html": "<p>另一份</p>"},
        {"css": "p { color: red }"},
        {"variant": Variant.PRINT_SHOP},
        {"attachments": (Attachment(name="a", content=b"b", description="c"),)},
        {"stylesheets": (STYLES / "base.css",)},
    ],
)
def test_whatever_goes_in_makes_the_document_new(bench: Bench, change: dict[str, Any]) -> None:
    document = bench.document(BODY)
    bench.press.render_all([document])
    shelf = shelf_of(bench)
    assert shelf.find(document) is not None
    assert shelf.find(dataclasses.replace(document, **change)) is None
    later = dataclasses.replace(document.metadata, modified=date(2026, 12, 1))
    assert shelf.find(dataclasses.replace(document, metadata=later)) is None


def test_a_damaged_entry_of_the_shelf_is_ignored(bench: Bench) -> None:
    document = bench.document("<p>损坏</p>")
    bench.press.render_all([document])
    shelf = shelf_of(bench)
    for entry in shelf.directory.glob("*.answer"):
        entry.write_bytes(entry.read_bytes()[:-10])
    assert shelf.find(document) is None
    assert bench.press.render_all([document])[0].pdf is not None


def test_a_finding_points_to_the_file_of_its_record(
    bench: Bench, codes: Callable[[Rendered], list[str]]
) -> None:
    span = Span("content/projects/anode.yaml", 3)
    body = '<article data-record="projects/anode"><p>法人<span>𠮷</span>田</p><a href="#nowhere">去</a></article>'
    rendered = bench.render(body, origins={"projects/anode": span})
    assert codes(rendered) == ["Z812", "Z801"]
    assert {finding.span for finding in rendered.findings.items} == {span}
    assert rendered.findings.items[1].arguments["character"] == "𠮷"


def test_a_remark_of_the_renderer_is_a_finding(bench: Bench, codes: Callable[[Rendered], list[str]]) -> None:
    rendered = bench.render("<p style='text-wrap: balance'>文</p>")
    assert codes(rendered) == ["Z814"]
    assert "text-wrap" in rendered.findings.items[0].arguments["message"]


def test_a_press_warmed_up_gives_the_documents_and_nothing_of_the_rehearsal(bench: Bench) -> None:
    documents = [bench.document(f"<p>第{n}册，预热之后</p>", name=f"warm-{n}") for n in (1, 2, 3)]
    with Press(cache=bench.press.cache) as press:
        press.warm(bench.document("<p>字</p>", name="rehearsal"), children=1)
        warm = press.render_all(documents)
    shelf = shelf_of(bench)
    for entry in shelf.directory.glob("*.answer"):
        entry.unlink()
    assert warm == bench.press.render_all(documents)


def test_work_on_a_document_begins_before_the_next_is_made(bench: Bench) -> None:
    begun: list[str] = []

    def documents() -> Iterator[Document]:
        yield bench.document("<p>先到先排</p>", name="first")
        deadline = time.monotonic() + 60
        while not list(shelf_of(bench).directory.glob("*.answer")) and time.monotonic() < deadline:
            time.sleep(0.01)
        begun.extend(path.name for path in shelf_of(bench).directory.glob("*.answer"))
        yield bench.document("<p>后到后排</p>", name="second")

    for entry in shelf_of(bench).directory.glob("*.answer"):
        entry.unlink()
    names = [one.name for one in bench.press.render_all(documents())]
    assert names == ["first", "second"]
    assert begun, "the first document was not set before the second was asked for"


def test_every_document_hears_of_a_style_sheet_that_is_not_understood(
    bench: Bench, codes: Callable[[Rendered], list[str]]
) -> None:
    style = bench.directory / "own.css"
    style.write_text("p { text-wrap: balance }", encoding="utf-8")
    found = [
        codes(bench.render(f"<p>{text}</p>", stylesheets=(STYLES / "base.css", style)))
        for text in ("甲", "乙", "丙")
    ]
    assert found == [["Z814"]] * 3


def test_a_press_that_is_closed_leaves_nothing_behind(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    with Press(cache=bench.press.cache, workers=1) as press:
        press.render_all([bench.document("<p>不留痕迹</p>", name="traceless")])
        assert list(scratch.glob("*/weasyprint-*"))
    assert not list(scratch.iterdir())


_LEFT_ALONE = """
import os, pickle, signal, sys
from zhaoshang.print.press import Press
document, cache = pickle.load(sys.stdin.buffer)
press = Press(cache=cache, workers=1)
press.render_all([document])
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_child_whose_parent_was_killed_clears_up_after_itself(bench: Bench, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    document = bench.document("<p>人走茶凉</p>", name="left-alone")
    subprocess.run(
        [sys.executable, "-c", _LEFT_ALONE],
        input=pickle.dumps((document, bench.press.cache)),
        env={**os.environ, "TMPDIR": str(scratch)},
        capture_output=True,
    )
    deadline = time.monotonic() + 60
    while list(scratch.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not list(scratch.iterdir())
