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
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields if _refers(hints[name])}


@cache
def _refers(annotation: Any) -> bool:
    """Whether a reference can stand anywhere below a type; most branches of most records end here."""
    return _reaches(annotation, frozenset())


def _reaches(annotation: Any, above: frozenset[type]) -> bool:
    """`above` holds the models on the way here, since a condition may hold conditions."""
    if get_origin(annotation) is Annotated and any(isinstance(m, RefersTo) for m in annotation.__metadata__):
        return True
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation in above:
            return False
        hints = get_type_hints(annotation, include_extras=True)
        return any(_reaches(hints[name], above | {annotation}) for name in annotation.model_fields)
    return any(_reaches(argument, above) for argument in get_args(annotation))
