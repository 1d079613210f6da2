"""Walks a record by its types: every value of a given sort with the path to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from zhaoshang.domain.record import RefersTo
from zhaoshang.rules.rule import Path
from zhaoshang.values import Text

T = TypeVar("T")


def references(record: BaseModel) -> Iterator[tuple[Path, str, str]]:
    """Every reference of a record: its path, the kind it refers to, and the id it names."""
    yield from _references(type(record), record, ())


def values(value: object, sort: type[T], path: Path = ()) -> Iterator[tuple[Path, T]]:
    """Every value of a sort inside a record, with its path: texts, pictures, quantities. `internal` is left out."""
    if isinstance(value, sort):
        yield path, value
    else:
        for step, child in _children(value):
            yield from values(child, sort, (*path, step))


def _children(value: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name != "internal":
                yield name, getattr(value, name)
    elif isinstance(value, Mapping) and not isinstance(value, Text):
        yield from value.items()
    elif isinstance(value, tuple):
        yield from enumerate(value)


def _references(annotation: Any, value: Any, path: Path) -> Iterator[tuple[Path, str, str]]:
    if value is None or not _refers(annotation):
        return
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        for mark in annotation.__metadata__:
            if isinstance(mark, RefersTo):
                yield path, mark.kind, value
        yield from _references(arguments[0], value, path)
    elif origin in (Union, UnionType):
        for branch in arguments:
            yield from _references(branch, value, path)
    elif isinstance(value, Mapping):
        for key, child in value.items():
            yield from _references(arguments[1], child, (*path, key))
    elif isinstance(value, tuple):
        for place, child in enumerate(value):
            yield from _references(arguments[0], child, (*path, place))
    elif isinstance(value, BaseModel) and isinstance(value, annotation):
        for name, hint in _hints(type(value)).items():
            yield from _references(hint, getattr(value, name), (*path, name))


@cache
def _hints(model: type[BaseModel]) -> dict[str, Any]:
    """The types of the fields below which a reference can stand."""
    return {name: hint for name, hint in _fields(model).items() if _refers(hint)}


@cache
def _fields(model: type[BaseModel]) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


@cache
def _refers(annotation: Any) -> bool:
    """Whether a reference can stand anywhere below a type; most branches of most records end here."""
    seen: set[type[BaseModel]] = set()
    below = [annotation]
    while below:
        part = below.pop()
        if get_origin(part) is Annotated and any(isinstance(mark, RefersTo) for mark in part.__metadata__):
            return True
        if not (isinstance(part, type) and issubclass(part, BaseModel)):
            below += get_args(part)
        elif part not in seen:  # a condition may hold conditions
            seen.add(part)
            below += _fields(part).values()
    return False
