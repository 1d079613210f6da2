"""The shortcuts save passes over the pages and change nothing that is printed."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from xml.etree import ElementTree

import pydyf
import pypdfium2
import pytest
import weasyprint
from hypothesis import given
from hypothesis import strategies as st
from weasyprint import css, layout, tinyhtml5
from weasyprint.layout import page as page_layout
from weasyprint.text.fonts import FontConfiguration

from zhaoshang.print import shortcuts as short_ways
from zhaoshang.print.shortcuts import (
    boxes,
    compression,
    drawings,
    elements,
    faces,
    lines,
    parsing,
    references,
    shortcuts,
    styles,
    writing,
)

STYLE = """
@page { size: 60mm 60mm; margin: 5mm; font: 10pt sans-serif }
section { break-before: page }
.contents { font: 24pt/10mm monospace; width: 50mm }
.contents a::after { content: " " target-counter(attr(href), page) }
"""


def book(chapters: int) -> weasyprint.HTML:
    contents = " ".join(f'<a href="#c{number}">x</a>' for number in range(chapters))
    bodies = "".join(f'<section id="c{number}">chapter={number}</section>' for number in range(chapters))
    return weasyprint.HTML(
        string=f'<style>{STYLE}</style><title>book</title><p class="contents">{contents}</p>{bodies}'
    )


RICH = """<html lang="en">
<style>
@page { size: 80mm 60mm; margin: 8mm; font: 10pt serif }
p { text-align: justify; hyphens: auto; text-decoration: underline }
.note { float: footnote; font-size: 8pt }
.note::footnote-call { color: #c00 }
li::marker { color: #00c; font-weight: 700 }
td { border: 1px solid; padding-inline-start: 4px; width: 30% }
</style>
<title>rich</title>
<ol><li>one</li><li>two <b>and</b> two</li></ol>
<p lang="en">extraordinary measures <span class="note">a note</span> extraordinary measures extraordinary measures</p>
<p lang="en">extraordinary measures <span class="note">a note</span> extraordinary measures extraordinary measures</p>
<table><tr><td>same</td><td>same</td></tr><tr><td>same</td><td>other</td></tr></table>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10" width="80" height="20">
<title>two bars</title><g><rect width="20" height="4"/><rect y="6" width="40" height="4"/><text y="9">mm</text></g></svg>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10" width="80" height="20">
<style>rect { fill: #c00 }</style><rect id="bar" width="20" height="4"/></svg>
"""


def plainly() -> AbstractContextManager[None]:
    """Without shortcuts, but pressed as hard as with them."""
    return short_ways.taken(compression.shortcuts())


@contextmanager
def counted_pages(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    made: list[int] = []
    make_page = page_layout.make_page

    def counting(
        context: object, root: object, kind: object, resume: object, number: int, state: object
    ) -> object:
        made.append(number)
        return make_page(context, root, kind, resume, number, state)

    with monkeypatch.context() as patched:
        patched.setattr(page_layout, "make_page", counting)
        yield made


def test_a_page_with_references_is_laid_out_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    with counted_pages(monkeypatch) as plain, plainly():
        expected = book(5).write_pdf()
    with counted_pages(monkeypatch) as short, shortcuts():
        made = book(5).write_pdf()
    assert made == expected
    assert (plain.count(1), short.count(1)) == (3, 2)
    assert all(short.count(number) == 1 for number in range(2, 7))


@pytest.mark.parametrize("chapters", range(8, 30, 3))
def test_references_are_right_even_where_their_width_moves_what_they_refer_to(chapters: int) -> None:
    with shortcuts():
        pdf = pypdfium2.PdfDocument(io.BytesIO(book(chapters).write_pdf()))
    texts = [page.get_textpage().get_text_range() for page in pdf]
    contents = " ".join(text for text in texts if "chapter=" not in text)
    standing = [
        next(n for n, text in enumerate(texts, 1) if f"chapter={c}" in text.split()) for c in range(chapters)
    ]
    assert [int(number) for number in re.findall(r"\d+", contents)] == standing


@pytest.mark.parametrize("face", ["monospace", "sans-serif"])
def test_numbers_as_wide_as_their_stand_ins_are_written_without_laying_out_again(
    monkeypatch: pytest.MonkeyPatch, face: str
) -> None:
    style = STYLE.replace("24pt/10mm monospace; width: 50mm", f"8pt {face}; break-before: page")
    pages = "<p>front matter</p>" + "".join("<section>before</section>" for _ in range(9))
    parts = range(12)
    contents = " ".join(f'<a href="#c{part}">x</a>' for part in reversed(parts))
    bodies = "".join(f'<section id="c{part}">{part}</section>' for part in parts)
    # the contents stand between, so that references look forward and back
    start = f"<style>{style}</style><title>book</title>{pages}{bodies}"
    end = bodies.replace("id=", "class=")
    text = f'{start}<p class="contents">{contents}</p>{end}'
    with plainly():
        expected = weasyprint.HTML(string=text).write_pdf()
    with counted_pages(monkeypatch) as made, shortcuts():
        assert weasyprint.HTML(string=text).write_pdf() == expected
    assert len(made) == len(set(made))


def test_notes_lists_tables_and_drawings_come_out_the_same() -> None:
    with plainly():
        expected = weasyprint.HTML(string=RICH).write_pdf(pdf_variant="pdf/ua-1")
    with shortcuts():
        made = weasyprint.HTML(string=RICH).write_pdf(pdf_variant="pdf/ua-1")
    assert made == expected


def test_a_line_is_broken_once_and_drawn_from_a_layout_of_its_own() -> None:
    broken: list[str] = []

    class Layout:
        def __init__(self, text: str) -> None:
            self.text = text

    def split(text: str, *_: object) -> tuple[Layout, int]:
        broken.append(text)
        return Layout(text), len(text)

    once = lines.broken_once()(split)
    style = css.InitialStyle(FontConfiguration())
    first, second, other = (once(text, style, None, 20, 0)[0] for text in ("one", "one", "two"))
    assert broken == ["one", "two"]
    first.text = "changed"
    assert (second.text, other.text) == ("one", "two")


def test_a_drawing_has_no_boxes_for_its_shapes() -> None:
    with shortcuts():
        document = weasyprint.HTML(string=RICH)
        document.render()
    shapes = document.etree_element.iter("{http://www.w3.org/2000/svg}rect")
    assert len(list(shapes)) == 3, "shapes set aside are put back"


def test_streams_are_pressed_a_little_less_and_say_the_same() -> None:
    text = b"the same words again, and again the same words " * 200
    lighter = compression.lighter(zlib).compressobj(level=9)
    pressed = lighter.compress(text) + lighter.flush()
    assert zlib.decompress(pressed) == text
    assert pressed == zlib.compress(text, compression.LEVEL)


@given(
    st.one_of(
        st.floats(allow_nan=False, allow_infinity=False, width=32),
        st.integers(),
        st.booleans(),
        st.text(st.characters(max_codepoint=127)),
        st.binary(),
    )
)
def test_every_value_becomes_the_same_bytes(value: object) -> None:
    assert writing.short(pydyf._to_bytes)(value) == pydyf._to_bytes(value)


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><p>one<p>two",
        "<!DOCTYPE html><html><body><svg><path d='M0 0'/></svg></body></html>",
        "<!DOCTYPE html><html><body>&nbsp;</body></html>",
        "<html><body><br></body></html>",
    ],
)
def test_a_document_that_is_no_xml_is_read_as_html(text: str) -> None:
    expected = ElementTree.tostring(tinyhtml5.parse(text))
    assert ElementTree.tostring(parsing.well_formed(tinyhtml5.parse)(text)) == expected


def test_what_was_replaced_is_put_back() -> None:
    modules = (boxes, compression, drawings, elements, faces, lines, parsing, references, styles, writing)
    taken = [shortcut for module in modules for shortcut in module.shortcuts()]
    before = [getattr(owner, name) for owner, name, _ in taken]
    with shortcuts():
        during = [getattr(owner, name) for owner, name, _ in taken]
    assert not any(a is b for a, b in zip(before, during, strict=True))
    assert [getattr(owner, name) for owner, name, _ in taken] == before


def test_another_weasyprint_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "70.1")
    before = layout.make_all_pages
    with shortcuts():
        assert layout.make_all_pages is before
