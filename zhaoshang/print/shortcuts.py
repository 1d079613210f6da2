"""Work WeasyPrint 70 does more than once, done once: what comes out is the same.

Two of its habits cost a guide of 90 pages a fifth of its time. A page with references to other pages is laid out
three times: with noughts, with noughts again, and only then with the numbers that were known after the first pass.
And for each element of the structure tree the references of all pages are written down anew. Where WeasyPrint
has changed, nothing is shortened.
"""

from __future__ import annotations

import copy
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

Pages: TypeAlias = Callable[[Any, Any, Any, list[Any]], Iterator[Any]]

_PASS = ("context", "root_box", "html", "pages")


@contextmanager
def shortcuts() -> Iterator[None]:
    """Take the shortcuts while the context lasts, for the process as a whole."""
    from weasyprint import layout
    from weasyprint.pdf import pydyf

    make, references = getattr(layout, "make_all_pages", None), getattr(pydyf.PDF, "page_references", None)
    if (
        make is None
        or tuple(inspect.signature(make).parameters) != _PASS
        or not isinstance(references, property)
    ):
        yield
        return
    layout.make_all_pages = numbered(make)
    pydyf.PDF.page_references = property(_Kept(references.__get__))
    try:
        yield
    finally:
        layout.make_all_pages, pydyf.PDF.page_references = make, references


def numbered(make_all_pages: Pages) -> Pages:
    """Passes over the pages that begin with the numbers the pass before has found.

    A pass which moves a target asks for another one, of the pages that refer to something.
    """

    def make(context: Any, root_box: Any, html: Any, pages: list[Any]) -> Iterator[Any]:
        if not pages:
            yield from make_all_pages(context, root_box, html, pages)
            return
        collector = context.target_collector
        _write_numbers(collector, context.page_maker)
        before = _numbers(collector)
        yield from make_all_pages(context, root_box, html, pages)
        if _numbers(collector) != before:
            for item in _references(collector):
                context.page_maker[item.page_maker_index][-1]["content_changed"] = True

    return make


def _references(collector: Any) -> list[Any]:
    """What refers to page counters and stands on a page."""
    return [item for item in collector.counter_lookup_items.values() if item.page_maker_index is not None]


def _write_numbers(collector: Any, page_maker: list[Any]) -> None:
    for item in _references(collector):
        counters = page_maker[item.page_maker_index + 1][3][1]
        item.cached_page_counter_values = copy.deepcopy(counters)
        item.parse_again(counters)


def _numbers(collector: Any) -> dict[str, list[int]]:
    """The page number of every target."""
    items = collector.target_lookup_items.items()
    return {name: list(item.cached_page_counter_values.get("page", ())) for name, item in items}


class _Kept:
    """The references of all pages of one PDF, written down again only when a page has been added."""

    def __init__(self, write: Callable[[Any], tuple[bytes, ...]]) -> None:
        self._write = write
        self._of: tuple[Any, int] = (None, 0)
        self._references: tuple[bytes, ...] = ()

    def __call__(self, pdf: Any) -> tuple[bytes, ...]:
        of = (pdf, pdf.pages["Count"])
        if self._of[0] is not pdf or self._of[1] != of[1]:
            self._of, self._references = of, self._write(pdf)
        return self._references
