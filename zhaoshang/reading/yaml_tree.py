"""YAML text → positioned tree, in one pass over the parser's events, guarded against every surprise.

No anchors, tags, merge keys, directives or second documents; bounded depth and size; scalars stay text. The
fast parser of libyaml and the pure one of PyYAML give the same tree; errors are worded from the pure one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from zhaoshang.diagnostics import Diagnostic, Findings, Span
from zhaoshang.reading.nodes import Entry, Mapping, Node, Scalar, Sequence
from zhaoshang.reading.source import Source
from zhaoshang.reading.yaml_errors import syntax_error
from zhaoshang.reading.yaml_slips import slips_before_parsing, slips_in_key, slips_in_value


class PureParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """PyYAML's own parser: slower, the same everywhere, and precise about errors."""

    def __init__(self, stream: str) -> None:
        yaml.reader.Reader.__init__(self, stream)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


FastParser: Any = getattr(getattr(yaml, "cyaml", None), "CParser", PureParser)
"""libyaml's parser where PyYAML was built with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How large a file may be: `depth` of nesting and number of `nodes`."""

    depth: int = 24
    nodes: int = 50_000


DEFAULT_LIMITS = Limits()
_BLOCK_STYLES = frozenset("|>")
_BLOCK_HEADER = re.compile(r"[0-9+-]{0,2} *|[0-9+-]{0,2} +#.*")
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class _HaltError(Exception):
    """Nothing after this finding can be trusted."""

    def __init__(self, code: str, span: Span, **arguments: str) -> None:
        super().__init__(code)
        self.finding = Diagnostic(code, span, arguments)


def parse_yaml(
    source: Source, *, limits: Limits = DEFAULT_LIMITS, parser: Any = FastParser
) -> tuple[Node | None, Findings]:
    """The tree of a YAML file with what was found on the way.

    The tree is `None` when the text has no structure that can be trusted. With findings that leave the
    structure whole (a key written twice, a comment that cut a value) it is there, and can be checked further.
    """
    early = slips_before_parsing(source)
    if early:
        return None, early
    builder = _Builder(source, limits)
    try:
        return builder.build(_events(parser, source.text)), Findings.of(builder.findings)
    except _HaltError as stop:
        return None, Findings.of([*builder.findings, stop.finding])
    except yaml.YAMLError as error:
        return None, Findings((syntax_error(_pure_error(source.text) or error, source),))


def _events(parser: Any, text: str) -> Iterator[Any]:
    reading = parser(text)
    while reading.check_event():
        yield reading.get_event()


def _pure_error(text: str) -> yaml.YAMLError | None:
    """The error as the pure parser words it; `None` in the rare case that it has none."""
    try:
        for _ in _events(PureParser, text):
            pass
    except yaml.YAMLError as error:
        return error
    return None


@dataclass(slots=True)
class _Frame:
    """A collection that is still open."""

    place: Span
    is_mapping: bool
    is_flow: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: str | None = None
    key_place: Span | None = None


class _Builder:
    """Turns events into nodes; holds the collections that are open and what was found."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.findings: list[Diagnostic] = []
        self._source = source
        self._lines = [*source.lines, ""]  # libyaml ends a text on the line after its last
        self._limits = limits
        self._frames: list[_Frame] = []
        self._root: Node | None = None
        self._documents = 0
        self._nodes = 0

    def build(self, events: Iterator[Any]) -> Node:
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._open(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close()
            elif isinstance(event, yaml.AliasEvent):
                raise _HaltError("Z103", self._span(event), text=f"*{event.anchor}")
            elif isinstance(event, yaml.DocumentStartEvent):
                self._document(event)
        if self._root is None or (isinstance(self._root, Scalar) and self._root.value is None):
            raise _HaltError("Z125", Span(self._source.path))
        return self._root

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise _HaltError("Z108", self._span(event))
        if event.version or event.tags:
            number = next(n for n, line in enumerate(self._lines, 1) if line.startswith("%"))
            raise _HaltError("Z124", Span(self._source.path, number), text=self._lines[number - 1][:40])

    def _scalar(self, event: Any) -> None:
        self._guard(event)
        is_plain = not event.style
        frame = self._frames[-1] if self._frames else None
        if frame and frame.is_mapping and frame.key is None:
            self._name(frame, event, is_plain)
            return
        if event.style in _BLOCK_STYLES:
            self._check_block_header(event)
        if is_plain:
            in_brackets = bool(frame and frame.is_flow and not frame.is_mapping)
            self.findings.extend(
                slips_in_value(event, self._source.path, self._lines, in_brackets=in_brackets)
            )
        value = None if is_plain and event.value in _NULLS else event.value
        self._place(Scalar(self._span(event), value, not is_plain))

    def _check_block_header(self, event: Any) -> None:
        """libyaml lets text slip in behind `|` as a comment without a space."""
        line, column = event.start_mark.line, event.start_mark.column + 1
        header = self._lines[line][column:]
        if not _BLOCK_HEADER.fullmatch(header):
            place = Span(self._source.path, line + 1, column + 1, column + 1 + len(header))
            raise _HaltError("Z127", place, text=header[:40])

    def _name(self, frame: _Frame, event: Any, is_plain: bool) -> None:
        """The scalar is the key of the entry that comes next."""
        span = self._span(event)
        if is_plain and event.value in _NULLS:
            raise _HaltError("Z109", span, text=event.value)
        if is_plain and event.value == "<<":
            raise _HaltError("Z105", span)
        if is_plain and not event.value.isascii():
            self.findings.extend(slips_in_key(event.value, span))
        if event.value in frame.entries:
            first = frame.entries[event.value].key_place
            arguments = {"key": event.value, "line": str(first.line)}
            self.findings.append(Diagnostic("Z106", span, arguments, (first,)))
        frame.key, frame.key_place = event.value, span

    def _open(self, event: Any) -> None:
        self._guard(event)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        span = Span(self._source.path, event.start_mark.line + 1, event.start_mark.column + 1)
        if self._frames and self._frames[-1].is_mapping and self._frames[-1].key is None:
            raise _HaltError("Z109", span, text="{…}" if is_mapping else "[…]")
        if len(self._frames) >= self._limits.depth:
            raise _HaltError("Z101", span, limit=str(self._limits.depth))
        self._frames.append(_Frame(span, is_mapping, bool(event.flow_style)))

    def _close(self) -> None:
        frame = self._frames.pop()
        if frame.is_mapping:
            self._place(Mapping(frame.place, tuple(frame.entries.values())))
        else:
            self._place(Sequence(frame.place, tuple(frame.items)))

    def _place(self, node: Node) -> None:
        """Hang a finished node where it belongs; the second value of a key written twice is let go."""
        if not self._frames:
            self._root = node
            return
        frame = self._frames[-1]
        if frame.key is None or frame.key_place is None:
            frame.items.append(node)
            return
        frame.entries.setdefault(frame.key, Entry(frame.key, frame.key_place, node))
        frame.key = frame.key_place = None

    def _guard(self, event: Any) -> None:
        self._nodes += 1
        if self._nodes > self._limits.nodes:
            raise _HaltError("Z102", self._span(event), limit=str(self._limits.nodes))
        if event.anchor is not None:
            raise _HaltError("Z103", self._span(event), text=f"&{event.anchor}")
        if event.tag is not None:
            raise _HaltError("Z104", self._span(event), text=event.tag)

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        column = start.column + 1
        end_column = (end.column if end.line == start.line else len(self._lines[start.line])) + 1
        return Span(self._source.path, start.line + 1, column, end_column if end_column > column else None)
