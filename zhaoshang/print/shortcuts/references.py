"""References to pages, written into the pages that are already laid out.

WeasyPrint lays a page with references to other pages out three times: with noughts, with noughts again, and only
then with the numbers that were known after the first pass. Here the first pass has numbers of two digits in their
place, and the true ones are written over them. Only where that would change the width of a line (more digits, or
digits of several widths) is the page laid out again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from weasyprint import layout
from weasyprint.formatting_structure import boxes
from weasyprint.text import line_break

from zhaoshang.print.shortcuts import Shortcut

Pages: TypeAlias = Callable[[Any, Any, Any, list[Any]], Iterator[Any]]

_STAND_IN = {"page": [10]}
"""The page of every target until it is known: most numbers of a guide have two digits."""

_DIGIT = re.compile(r"\d")
_SAME = 1e-6  # pixels


def shortcuts() -> list[Shortcut]:
    """The one pass over the pages, as a rule, that makes all others needless."""
    return [Shortcut(layout, "make_all_pages", numbered)]


def numbered(make_all_pages: Pages) -> Pages:
    """Passes over the pages: the first with stand-ins, every further one after the true numbers are written."""

    def make(context: Any, root_box: Any, html: Any, pages: list[Any]) -> Iterator[Any]:
        collector = context.target_collector
        if not pages:
            _stand_in(collector)
        else:
            _amend(collector, context.page_maker, pages)
        before = _numbers(collector)
        yield from make_all_pages(context, root_box, html, pages)
        if pages and _numbers(collector) != before:  # a page laid out again has moved a target
            for item in _references(collector).values():
                context.page_maker[item.page_maker_index][-1]["content_changed"] = True

    return make


def _references(collector: Any) -> dict[Any, Any]:
    """What refers to page counters and stands on a page, by the box it is the content of."""
    items = collector.counter_lookup_items.items()
    return {box: item for (box, css), item in items if css == "content" and item.page_maker_index is not None}


def _numbers(collector: Any) -> dict[str, list[int]]:
    """The page number of every target."""
    items = collector.target_lookup_items.items()
    return {name: list(item.cached_page_counter_values.get("page", ())) for name, item in items}


def _stand_in(collector: Any) -> None:
    for target in collector.target_lookup_items.values():
        target.cached_page_counter_values = _STAND_IN
    for (_, css), item in collector.counter_lookup_items.items():
        if css == "content" and item.missing_target_counters:
            item.parse_again({})


def _amend(collector: Any, page_maker: list[Any], pages: list[Any]) -> None:
    """Write the numbers into the pages; those where that cannot be done are left to be made again."""
    by_page = defaultdict(list)
    for box, item in _references(collector).items():
        counters = page_maker[item.page_maker_index + 1][3][1]
        item.cached_page_counter_values = {name: list(values) for name, values in counters.items()}
        item.parse_again(counters)
        by_page[item.page_maker_index].append(box)
    for index, references in by_page.items():
        laid_out = _by_source(pages[index])
        amended = [_write(laid_out[id(box)], box) for box in references]
        page_maker[index][-1]["content_changed"] = not all(amended)


def _by_source(page: Any) -> dict[int, list[Any]]:
    """The boxes of a page that came of a reference, by the reference."""
    found = defaultdict(list)
    for box in page.descendants(placeholders=True):
        if box.missing_link is not None:
            found[id(box.missing_link)].append(box)
    return found


def _write(laid_out: Sequence[Any], reference: Any) -> bool:
    """Write the digits a reference has now over those of its boxes; False where the line would change."""
    old = [text for box in laid_out for text in _texts(box)]
    new = "".join(text.text for text in _texts(reference))
    if _skeleton("".join(box.text for box in old)) != _skeleton(new):
        return False
    digits = iter(_DIGIT.findall(new))
    texts = [_DIGIT.sub(lambda _: next(digits), box.text) for box in old]
    changed = [(box, text) for box, text in zip(old, texts, strict=True) if box.text != text]
    if not all(abs(_width(box.text, box) - _width(text, box)) < _SAME for box, text in changed):
        return False
    for box, text in changed:
        box.text = box.pango_layout.text = text
    return True


def _skeleton(text: str) -> str:
    """What is not to change; blanks are nowhere at the end of a line."""
    return _DIGIT.sub("0", "".join(text.split()))


def _texts(box: Any) -> Iterator[Any]:
    if isinstance(box, boxes.TextBox):
        yield box
    elif isinstance(box, boxes.ParentBox):
        for child in box.children:
            yield from _texts(child)


def _width(text: str, box: Any) -> float:
    width: float = line_break.split_first_line(text, box.style, None, None, 0)[3]
    return width
