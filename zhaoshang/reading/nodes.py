"""A YAML file as a frozen tree that remembers where every key and value stood."""

from __future__ import annotations

from dataclasses import dataclass

from zhaoshang.diagnostics import Span

Step = str | int
"""A key of a mapping or an index, from 0, of a sequence."""

Plain = str | list["Plain"] | dict[str, "Plain"] | None
"""The tree without places: what a schema decodes."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the file. `place` is where it stands: a whole scalar, a collection's first character."""

    place: Span

    def child(self, step: Step) -> Node | None:
        """The value under a key or index; `None` when there is none."""
        return None

    def plain(self) -> Plain:
        """The tree below, without places."""
        raise NotImplementedError  # every kind of node says it in its own way

    def node(self, *path: Step) -> Node:
        """The value at `path`, or the nearest above it that exists."""
        return self._walk(path)[-1]

    def span(self, *path: Step) -> Span:
        """The place of the value at `path`, or of the nearest above it that exists."""
        return self.node(*path).place

    def key_span(self, *path: Step) -> Span:
        """The place of the key (or list item) at `path`, or of the nearest above it that exists."""
        walked = self._walk(path)
        if len(walked) == 1:
            return self.place
        owner, step = walked[-2], path[len(walked) - 2]
        entry = owner.entry(step) if isinstance(owner, Mapping) else None
        return entry.key_place if entry else walked[-1].place

    def _walk(self, path: tuple[Step, ...]) -> list[Node]:
        walked = [self]
        for step in path:
            child = walked[-1].child(step)
            if child is None:
                break
            walked.append(child)
        return walked


@dataclass(frozen=True, slots=True)
class Scalar(Node):
    """A single value. It stays the text that was typed; only nothing, `~` and `null` unquoted are `None`."""

    value: str | None
    quoted: bool = False

    def plain(self) -> Plain:
        return self.value


@dataclass(frozen=True, slots=True)
class Entry:
    """A line `key: value` of a mapping."""

    key: str
    key_place: Span
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping(Node):
    """Keys and values, in the order of the file; every key once."""

    entries: tuple[Entry, ...]

    def entry(self, step: Step) -> Entry | None:
        return next((entry for entry in self.entries if entry.key == step), None)

    def child(self, step: Step) -> Node | None:
        entry = self.entry(step)
        return entry.value if entry else None

    def plain(self) -> Plain:
        return {entry.key: entry.value.plain() for entry in self.entries}


@dataclass(frozen=True, slots=True)
class Sequence(Node):
    """A list."""

    items: tuple[Node, ...]

    def child(self, step: Step) -> Node | None:
        return self.items[step] if isinstance(step, int) and 0 <= step < len(self.items) else None

    def plain(self) -> Plain:
        return [item.plain() for item in self.items]
