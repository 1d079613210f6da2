"""The shortcuts save passes over the pages and change nothing that is printed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pytest
import weasyprint
from weasyprint.layout import page as page_layout

from zhaoshang.print.shortcuts import shortcuts

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
    with counted_pages(monkeypatch) as plain:
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


def test_what_was_replaced_is_put_back() -> None:
    import pydyf
    from weasyprint import layout

    before = layout.make_all_pages, pydyf.PDF.page_references
    with shortcuts():
        assert (layout.make_all_pages, pydyf.PDF.page_references) != before
    assert (layout.make_all_pages, pydyf.PDF.page_references) == before


def test_a_changed_weasyprint_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    from weasyprint import layout

    def other(context: object, root_box: object) -> None: ...

    monkeypatch.setattr(layout, "make_all_pages", other)
    with shortcuts():
        assert layout.make_all_pages is other
