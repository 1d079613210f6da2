"""No page shows another language's words unmarked, and none shows what only the program should see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from lxml import etree

from zhaoshang.diagnostics.diagnostic import Diagnostic
from zhaoshang.publishing.audit.finished import Finished, finding
from zhaoshang.publishing.audit.page import Page, line_of

# Primary language tags that are written with Chinese characters.
WRITTEN_IN_HAN = ("zh", "ja", "yue", "wuu", "lzh")

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_LEFTOVER = re.compile(r"\{[{%#]|\{(?:fact|figure):[^}]*\}?|<[\w.]+ object at 0x[0-9a-f]+|Undefined\b")
_HINTS = ("{{", "{%", "{#", "{fact:", "{figure:", " object at 0x", "Undefined")

_NAMED = etree.XPath("//*[@lang]")
_TEXTS = etree.XPath("//text()", smart_strings=False)
_UNSEEN = etree.XPath("//script | //style | //template")
_ATTRIBUTES = etree.XPath(
    "//@*[name()='alt' or name()='title' or name()='placeholder' or name()='label' or name()='aria-label'"
    " or name()='content']",
    smart_strings=False,
)
_NONE = etree.XPath("//*[text()[normalize-space()='None']] | //*[@*[.='None']]")


def check_wording(site: Finished) -> Iterator[Diagnostic]:
    """Foreign writing, marks of templates and of Python, in every page."""
    for page in site.pages.values():
        yield from _check_leftovers(page)
        if not _is_written_in_han(page.language):
            yield from _check_writing(page)


def _is_written_in_han(language: str) -> bool:
    return language.partition("-")[0] in WRITTEN_IN_HAN


def _check_leftovers(page: Page) -> Iterator[Diagnostic]:
    if any(hint in page.source for hint in _HINTS):
        for match in _LEFTOVER.finditer(page.source):
            yield finding("Z758", page.path, page.source.count("\n", 0, match.start()) + 1, text=match[0])
    if "None" in page.source:
        for element in cast("list[etree._Element]", _NONE(page.tree)):
            yield finding("Z758", page.path, line_of(element), text="None")


def _check_writing(page: Page) -> Iterator[Diagnostic]:
    """Chinese characters outside elements that say they are Chinese. Takes the tree of the page apart."""
    if not HAN.search(page.source):
        return
    named = cast("list[etree._Element]", _NAMED(page.tree))
    foreign = [element for element in named if _is_written_in_han(element.get("lang", ""))]
    for element in [*foreign, *cast("list[etree._Element]", _UNSEEN(page.tree))]:
        element.clear(keep_tail=True)
    attributes = cast("list[str]", _ATTRIBUTES(page.tree))
    texts = cast("list[str]", _TEXTS(page.tree))
    by_line: dict[int, list[str]] = {}
    for run in dict.fromkeys(HAN.findall("\n".join((*texts, *attributes)))):
        by_line.setdefault(_line_of_run(page, run), []).append(run)
    for line, runs in sorted(by_line.items()):
        yield finding("Z757", page.path, line, text=" … ".join(runs), language=page.language)


def _line_of_run(page: Page, run: str) -> int:
    """The line of the element the run stands in or after, not of an element elsewhere that may show it."""
    for element in page.tree.iter():
        shown = (element.text, element.tail, *element.values())
        if any(run in part for part in shown if part):
            return line_of(element)
    return page.line_of(run)
