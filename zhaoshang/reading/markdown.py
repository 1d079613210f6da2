"""Markdown → Prose: a short, explicit dialect made for Chinese text, with a finding for all it does not know.

Headings, paragraphs, emphasis, lists, tables, definition lists, quotations, rules, `code` in a line; links to
records, pictures of the project, facts of the register. No HTML but a few tags, no code blocks, no footnotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor

from zhaoshang.diagnostics import Diagnostic, Findings, Span, nearest
from zhaoshang.reading.prose_headings import headings_in, level_of, name_headings
from zhaoshang.reading.prose_lists import Lists
from zhaoshang.reading.prose_marks import Marks, Notebook
from zhaoshang.reading.prose_notes import InFile, Notes
from zhaoshang.reading.prose_slips import is_separator, slips
from zhaoshang.reading.prose_tree import facts_in, links_in, to_html, to_text
from zhaoshang.reading.source import Source
from zhaoshang.values import Heading, Prose

_TOO_DEEP = re.compile(r"^(?:[ \t]*(?:>|[-*+]|\d+\.)[ \t]*){9,}|^ {40,}\S", re.MULTILINE)
"""Nine marks of quotations and lists at the beginning of one line, or as much indentation."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A prose with the level and place of each of its headings."""

    prose: Prose
    outline: tuple[tuple[int, Span], ...] = ()


class ProseCompiler:
    """Compiles texts, one after the other, with one engine.

    `kinds` are the words that begin a link to a record; `media` the names of the files in `content/media/`, or
    `None` where they are not known.
    """

    def __init__(self, *, kinds: Collection[str], media: Collection[str] | None = None) -> None:
        self._notebook = Notebook(kinds, media)
        self._engine = _engine(self._notebook)
        self._engine.treeprocessors.register(_Tap(self._name_headings), "headings", 30)
        self._engine.treeprocessors.register(_Tap(self._note_leftovers), "leftovers", 10)
        self._engine.treeprocessors.register(_Tap(self._keep), "keep", -10)
        self._tree = Element("div")
        self._places: tuple[Span, ...] = ()

    def compile(self, source: Source, *, language: str) -> tuple[Compiled, Findings]:
        """The prose of a Markdown file. It is safe to show even where findings say that it is not right."""
        if _TOO_DEEP.search(source.text):
            return Compiled(Prose(language, "", "")), Findings((Diagnostic("Z300", Span(source.path)),))
        notes = self._begin(Notes(InFile(source)))
        self._engine.convert(source.text)
        prose = self._prose(language)
        outline = tuple(zip((heading.level for heading in prose.headings), self._places, strict=True))
        notes.findings.extend((*slips(source), *_lost_anchors(notes, prose)))
        return Compiled(prose, outline), Findings.of(notes.findings).sorted()

    def _begin(self, notes: Notes) -> Notes:
        self._engine.reset()
        self._tree, self._places = Element("div"), ()
        self._notebook.notes = notes
        return notes

    def _prose(self, language: str) -> Prose:
        html = to_html(self._tree)
        headings = (Heading(h.get("id", ""), level_of(h), to_text(h)) for h in headings_in(self._tree))
        facts = dict.fromkeys(facts_in(self._tree))
        links = tuple(links_in(self._tree))
        return Prose(language, html, to_text(self._tree), tuple(headings), links, tuple(facts))

    def _name_headings(self, root: Element) -> None:
        self._places = name_headings(root, self._notebook.notes)

    def _note_leftovers(self, root: Element) -> None:
        for element in root.iter():
            if element.tag != "code":
                _note_leftover(element.text or "", self._notebook.notes)
            _note_leftover(element.tail or "", self._notebook.notes)

    def _keep(self, root: Element) -> None:
        self._tree = root


class _Tap(Treeprocessor):
    """Hands the tree to a function at one point of the engine's work."""

    def __init__(self, see: Callable[[Element], None]) -> None:
        super().__init__()
        self._see = see

    def run(self, root: Element) -> None:
        self._see(root)


def _engine(notebook: Notebook) -> Markdown:
    """Python-Markdown without its own way of writing HTML: the tree is what we take."""
    tables = TableExtension(use_align_attribute=True)
    engine = Markdown(extensions=[tables, "def_list", "sane_lists", Marks(notebook)])
    engine.preprocessors.register(Lists(engine), "lists", 10)
    engine.serializer = lambda _: ""
    engine.stripTopLevelTags = False
    return engine


def _note_leftover(text: str, notes: Notes) -> None:
    """Marks that stayed text: `**` without a partner, a table that was not taken for one."""
    if "**" in text:
        start = text.index("**")
        words = text[start : start + 12].split("\n")[0]
        notes.found("Z342", words, text=words)
    if "|" in text and (line := next(filter(is_separator, text.split("\n")), None)):
        notes.found("Z345", line, text=line.strip())


def _lost_anchors(notes: Notes, prose: Prose) -> Iterator[Diagnostic]:
    ids = list(dict.fromkeys(heading.id for heading in prose.headings if heading.id))
    for id_, place in notes.anchors:
        if id_ not in ids:
            arguments = {"id": id_, "near": nearest(id_, ids), "ids": ", ".join(f"#{one}" for one in ids)}
            yield Diagnostic("Z315", place, arguments)
