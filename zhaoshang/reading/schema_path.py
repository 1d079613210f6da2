"""From the place pydantic names to the place in the file, and to the part of the schema that stands there.

Pydantic's `loc` mixes keys and indexes of the data with labels of its own: the member of a union that was
tried, the tag of a discriminated union, `[key]` for the key of a mapping. The types tell which is which.
"""

from __future__ import annotations

import re
import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, Tag
from typing_extensions import TypeAliasType

from zhaoshang.reading.nodes import Step

Loc = tuple[int | str, ...]
_KEY = "[key]"
_WRAPPED = re.compile(r"function-(?:before|after|wrap)\[[^()]*\(\), (.*)\]")
"""Pydantic's name of a type with a validator around it: `function-after[check(), str]`."""
_MAPPINGS = (dict, Mapping)
_LISTS = (list, tuple, set, frozenset, Sequence)


@dataclass(frozen=True, slots=True)
class Branch:
    """A member of a union that pydantic tried: where the union stands, and pydantic's name of the member."""

    path: tuple[Step, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Place:
    """What a `loc` means.

    `path` leads through the data; `annotation` is the type there; `owner` is the model whose key the last
    step is; `is_key` says that the key itself is at fault; `branches` are the members of unions on the way.
    """

    path: tuple[Step, ...]
    annotation: Any
    owner: type[BaseModel] | None
    is_key: bool
    branches: tuple[Branch, ...]


def place_of(loc: Loc, model: type[BaseModel]) -> Place:
    """Read `loc` along the types of `model`."""
    walk = _Walk(model)
    for step in loc:
        walk.take(step)
    return Place(tuple(walk.path), walk.annotation, walk.owner, walk.is_key, tuple(walk.branches))


def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys a file may use for `model`, in the order of its fields."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def choices_of(annotation: Any) -> tuple[str, ...]:
    """The closed list of values a type allows; empty when it is open."""
    found: list[str] = []
    for member in _members(annotation):
        bare = _bare(member)
        if get_origin(bare) is Literal:
            found.extend(str(choice) for choice in get_args(bare))
        elif isinstance(bare, type) and issubclass(bare, Enum):
            found.extend(str(choice.value) for choice in bare)
    return tuple(found)


def tags_of(annotation: Any, discriminator: str) -> tuple[str, ...]:
    """The values by which the members of a union are told apart."""
    fields = (model.model_fields.get(discriminator) for model in _models(annotation))
    return tuple(choice for field in fields if field for choice in choices_of(field.annotation))


class _Walk:
    """Follows a `loc` step by step."""

    def __init__(self, model: type[BaseModel]) -> None:
        self.annotation: Any = model
        self.owner: type[BaseModel] | None = None
        self.path: list[Step] = []
        self.branches: list[Branch] = []
        self.is_key = False

    def take(self, step: int | str) -> None:
        members = _members(self.annotation)
        if step == _KEY:
            self.is_key = True
        elif len(members) > 1:
            self._choose(members, step)
        else:
            self._descend(_bare(members[0]) if members else None, step)

    def _choose(self, members: tuple[Any, ...], step: int | str) -> None:
        self.branches.append(Branch(tuple(self.path), str(step)))
        chosen = [member for member in members if _answers_to(member, str(step))]
        self.annotation = Union[tuple(chosen)] if chosen else None  # noqa: UP007  (built at run time)

    def _descend(self, bare: Any, step: int | str) -> None:
        self.owner, self.annotation = None, _below(bare, step)
        models = _models(bare)
        if models:
            self.owner = models[0]
        self.path.append(step)


def _below(bare: Any, step: int | str) -> Any:
    """The type one step below; `None` where the types say nothing."""
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        fields = bare.model_fields.items()
        return next((field.annotation for name, field in fields if step in (name, field.alias)), None)
    origin, arguments = get_origin(bare), get_args(bare)
    if origin in _MAPPINGS or (isinstance(origin, type) and issubclass(origin, Mapping)):
        return arguments[1] if len(arguments) == 2 else None
    if isinstance(origin, type) and issubclass(origin, _LISTS) and arguments:
        is_fixed = origin is tuple and arguments[-1] is not Ellipsis
        return (
            arguments[min(step, len(arguments) - 1)] if is_fixed and isinstance(step, int) else arguments[0]
        )
    return None


def _members(annotation: Any) -> tuple[Any, ...]:
    """The members of a union without `None`; a type that is no union is its only member."""
    bare = _bare(annotation)
    if isinstance(bare, type) and issubclass(bare, RootModel):
        return _members(bare.model_fields["root"].annotation)
    if _is_union(bare):
        kept = tuple(member for member in get_args(bare) if member is not types.NoneType)
        return _members(kept[0]) if len(kept) == 1 else kept
    return () if annotation is None else (annotation,)


def _is_union(bare: Any) -> bool:
    return get_origin(bare) in (Union, types.UnionType)


def _bare(annotation: Any) -> Any:
    while True:
        if isinstance(annotation, TypeAliasType):
            annotation = annotation.__value__
        elif get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        else:
            return annotation


def _models(annotation: Any) -> tuple[type[BaseModel], ...]:
    bare = (_bare(member) for member in _members(annotation))
    return tuple(member for member in bare if isinstance(member, type) and issubclass(member, BaseModel))


def _answers_to(member: Any, label: str) -> bool:
    """Whether pydantic calls this member of a union `label`: its tag, its name, or a discriminating value."""
    metadata = get_args(member)[1:] if get_origin(member) is Annotated else ()
    bare = _bare(member)
    if any(isinstance(mark, Tag) and mark.tag == label for mark in metadata):
        return True
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        literals = (choices_of(field.annotation) for field in bare.model_fields.values())
        return bare.__name__ == label or any(label in choices for choices in literals)
    if _is_union(bare):
        return label.startswith(("union[", "tagged-union["))
    while wrapped := _WRAPPED.fullmatch(label):
        label = wrapped[1]
    return label.split("[")[0] == str(getattr(get_origin(bare) or bare, "__name__", ""))
