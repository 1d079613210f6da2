"""A single error of pydantic, told as a finding."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as Table
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from pydantic_core import ErrorDetails

from zhaoshang.diagnostics import Diagnostic, Refusal, Span, nearest
from zhaoshang.reading.nodes import Mapping, Node, Scalar, Sequence, Step
from zhaoshang.reading.schema_path import Place, choices_of, keys_of, tags_of
from zhaoshang.reading.yaml_slips import pair_slip

_FORMS = {
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dataclass_type": "mapping",
    "dict_type": "mapping",
    "mapping_type": "mapping",
    "list_type": "list",
    "tuple_type": "list",
    "set_type": "list",
    "frozen_set_type": "list",
    "iterable_type": "list",
    "string_type": "text",
    "string_sub_type": "text",
}
"""Errors that say a value has the wrong form, and the form that was wanted."""

_VALUES = {
    "int_parsing": "whole",
    "int_type": "whole",
    "int_parsing_size": "whole",
    "float_parsing": "number",
    "float_type": "number",
    "decimal_parsing": "number",
    "decimal_type": "number",
    "bool_parsing": "flag",
    "bool_type": "flag",
    "date_parsing": "date",
    "date_type": "date",
    "date_from_datetime_parsing": "date",
}
_BOUNDS = {
    "greater_than": ("gt", "> {}"),
    "greater_than_equal": ("ge", "≥ {}"),
    "less_than": ("lt", "< {}"),
    "less_than_equal": ("le", "≤ {}"),
    "multiple_of": ("multiple_of", "n × {}"),
}
_CODE = re.compile(r"Z\d{3}")
_QUOTED = re.compile(r"'([^']*)'")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Mistake:
    """An error of pydantic with its place. `given` are keys that no file may type."""

    kind: str
    context: Table[str, Any]
    message: str
    place: Place
    root: Node
    given: frozenset[str]

    @classmethod
    def of(cls, detail: ErrorDetails, place: Place, root: Node, given: frozenset[str]) -> Mistake:
        typed = replace(place, path=_as_typed(place.path, root))
        return cls(detail["type"], detail.get("ctx", {}), detail["msg"], typed, root, given)

    @property
    def node(self) -> Node:
        """What stands at the place, or its nearest parent that exists."""
        return self.root.node(*self.place.path)

    @property
    def key(self) -> str:
        return str(self.place.path[-1]) if self.place.path else ""

    @property
    def wanted_form(self) -> str:
        """The form (`list`, `mapping`, `text`) the value lacks; '' when something else is wrong."""
        return _FORMS.get(self.kind, "")

    @property
    def is_gap(self) -> bool:
        """Whether the file has a key without a value there."""
        return not self.place.is_key and isinstance(self.node, Scalar) and self.node.value is None


def describe(mistake: Mistake, *, forms: tuple[str, ...] = ()) -> Diagnostic:
    """The finding for a mistake; `forms` are the wanted ones where several would do."""
    refusal = _refusal(mistake)
    if refusal:
        return refusal
    if mistake.kind in _ABOUT_KEYS:
        return _ABOUT_KEYS[mistake.kind](mistake)
    if mistake.is_gap:
        return Diagnostic("Z201", span_of(mistake), {"key": mistake.key})
    if mistake.wanted_form:
        return _wrong_form(mistake, forms or (mistake.wanted_form,))
    return _wrong_value(mistake)


def span_of(mistake: Mistake, *below: Step) -> Span:
    """The place of the value, or of its key where the key is at fault or the value has no one place."""
    path = (*mistake.place.path, *below)
    node = mistake.root.node(*path)
    at_key = mistake.place.is_key and not below
    is_placeless = isinstance(node, Mapping | Sequence) or (isinstance(node, Scalar) and node.value is None)
    return mistake.root.key_span(*path) if at_key or (is_placeless and path) else node.place


def shown(node: Node) -> str:
    """A value as a finding quotes it: short, on one line."""
    if isinstance(node, Scalar):
        text = " ".join((node.value or "").split())
    else:
        text = "{…}" if isinstance(node, Mapping) else "[…]"
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _as_typed(path: tuple[Step, ...], root: Node) -> tuple[Step, ...]:
    """The path without the steps a schema adds to a short form, as when a bare list stands for a mapping of it."""
    typed: list[Step] = []
    node: Node | None = root
    for step, following in zip_longest(path, path[1:]):
        below = node.child(step) if node else None
        if node and below is None and following is not None and node.child(following):
            continue
        typed.append(step)
        node = below
    return tuple(typed)


def _refusal(mistake: Mistake) -> Diagnostic | None:
    """The finding of a validator that spoke in a code of the catalogue.

    Its argument `at` (`until`, or `tiers.2.from`) leads from the place to the part of it that is at fault.
    """
    cause = mistake.context.get("error")
    if isinstance(cause, Refusal):
        code, arguments = cause.code, dict(cause.arguments)
    elif _CODE.fullmatch(mistake.kind):
        code, arguments = mistake.kind, {name: str(value) for name, value in mistake.context.items()}
    else:
        return None
    steps = (step for step in arguments.pop("at", "").split(".") if step)
    below = (int(step) if step.isdigit() else step for step in steps)
    return Diagnostic(code, span_of(mistake, *below), arguments)


def _missing(mistake: Mistake) -> Diagnostic:
    choices = choices_of(mistake.place.annotation)
    return _missing_key(mistake, mistake.place.path[:-1], mistake.key, choices)


def _missing_tag(mistake: Mistake) -> Diagnostic:
    """A mapping that does not say which of several forms it takes."""
    key = str(mistake.context["discriminator"]).strip("'")
    return _missing_key(mistake, mistake.place.path, key, tags_of(mistake.place.annotation, key))


def _missing_key(
    mistake: Mistake, record: tuple[Step, ...], key: str, choices: tuple[str, ...]
) -> Diagnostic:
    arguments = {"key": key, "choices": ", ".join(choices)}
    return Diagnostic("Z200", mistake.root.key_span(*record), arguments)


def _unknown_key(mistake: Mistake) -> Diagnostic:
    owner, parent = mistake.place.owner, mistake.root.node(*mistake.place.path[:-1])
    known = [key for key in (keys_of(owner) if owner else ()) if key not in mistake.given]
    typed = {entry.key for entry in parent.entries} if isinstance(parent, Mapping) else set()
    near = nearest(mistake.key, (key for key in known if key not in typed))
    arguments = {"key": mistake.key, "keys": ", ".join(known), "near": near}
    return Diagnostic("Z204", mistake.root.key_span(*mistake.place.path), arguments)


def _wrong_tag(mistake: Mistake) -> Diagnostic:
    key = str(mistake.context["discriminator"]).strip("'")
    found = str(mistake.context["tag"])
    return _not_a_choice(mistake, mistake.root.span(*mistake.place.path, key), found)


def _wrong_choice(mistake: Mistake) -> Diagnostic:
    if mistake.is_gap:
        return Diagnostic("Z201", span_of(mistake), {"key": mistake.key})
    return _not_a_choice(mistake, span_of(mistake), shown(mistake.node))


def _not_a_choice(mistake: Mistake, span: Span, found: str) -> Diagnostic:
    choices = _QUOTED.findall(str(mistake.context.get("expected_tags") or mistake.context.get("expected")))
    arguments = {"value": found, "choices": ", ".join(choices), "near": nearest(found, choices)}
    return Diagnostic("Z203", span, arguments)


def _wrong_form(mistake: Mistake, forms: tuple[str, ...]) -> Diagnostic:
    node = mistake.node
    if "mapping" in forms and isinstance(node, Scalar) and not node.quoted:
        slip = pair_slip(node.value or "", node.place)
        if slip:
            return slip
    found = {Mapping: "mapping", Sequence: "list"}.get(type(node), "text")
    arguments = {
        "found": f"term:{found}",
        "expected": "term:" + "|".join(f"{form}-form" for form in forms),
        "value": shown(node) if found == "text" else "",
    }
    return Diagnostic("Z202", span_of(mistake), arguments)


def _wrong_value(mistake: Mistake) -> Diagnostic:
    arguments = {"value": mistake.key if mistake.place.is_key else shown(mistake.node)}
    if mistake.kind in _VALUES:
        return Diagnostic("Z207", span_of(mistake), arguments | {"expected": f"term:{_VALUES[mistake.kind]}"})
    if mistake.kind in _BOUNDS:
        name, sign = _BOUNDS[mistake.kind]
        return Diagnostic("Z208", span_of(mistake), arguments | {"bound": sign.format(mistake.context[name])})
    if mistake.kind == "string_pattern_mismatch":
        return Diagnostic("Z206", span_of(mistake), arguments | {"pattern": str(mistake.context["pattern"])})
    if mistake.kind.endswith(("too_short", "too_long")):
        return Diagnostic("Z205", span_of(mistake), _count(mistake))
    reason = mistake.message.removeprefix("Value error, ")
    return Diagnostic("Z299", span_of(mistake), arguments | {"reason": reason})


def _count(mistake: Mistake) -> dict[str, str]:
    plain = mistake.node.plain()
    return {
        "count": str(len(plain) if plain is not None else 0),
        "least": str(mistake.context.get("min_length", "")),
        "most": str(mistake.context.get("max_length", "")),
    }


_ABOUT_KEYS: Table[str, Callable[[Mistake], Diagnostic]] = {
    "missing": _missing,
    "union_tag_not_found": _missing_tag,
    "extra_forbidden": _unknown_key,
    "union_tag_invalid": _wrong_tag,
    "literal_error": _wrong_choice,
    "enum": _wrong_choice,
}
