"""Positioned nodes → frozen records: every mistake found in one run, each at its place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from zhaoshang.diagnostics import Diagnostic, Findings
from zhaoshang.reading.mistake import Mistake, describe
from zhaoshang.reading.nodes import Mapping, Node
from zhaoshang.reading.schema_path import Branch, place_of

Model = TypeVar("Model", bound=BaseModel)
_NOTHING: Table[str, str] = {}


def decode(
    node: Node, model: type[Model], *, given: Table[str, str] = _NOTHING
) -> tuple[Model | None, Findings]:
    """The record a tree describes, or `None` and everything that is wrong with it.

    The model receives strings, lists and mappings exactly as typed; its types give them their meaning.
    `given` are values that do not stand in the file, such as an id that is the file's name.
    """
    retyped = Findings.of(_retyped(node, given))
    plain = node.plain()
    try:
        record = model.model_validate({**plain, **given} if isinstance(plain, dict) else plain)
    except ValidationError as error:
        return None, (retyped + Findings.of(_findings(error, node, model, frozenset(given)))).sorted()
    return (None if retyped else record), retyped


def _retyped(node: Node, given: Table[str, str]) -> Iterator[Diagnostic]:
    for key, value in given.items():
        if isinstance(node, Mapping) and node.entry(key):
            yield Diagnostic("Z209", node.key_span(key), {"key": key, "value": value})


def _findings(
    error: ValidationError, node: Node, model: type[BaseModel], given: frozenset[str]
) -> Iterator[Diagnostic]:
    details = error.errors(include_url=False)
    mistakes = [Mistake.of(detail, place_of(detail["loc"], model), node, given) for detail in details]
    likeliest = _likeliest([(mistake,) for mistake in mistakes])
    return _once(_without_echoes([_told(group) for group in likeliest]))


Told = tuple[Mistake, ...]
"""Mistakes that make one finding: one, or several where no member of a union has the form of the value."""


def _told(group: Told) -> Diagnostic:
    forms = dict.fromkeys(mistake.wanted_form for mistake in group if mistake.wanted_form)
    return describe(group[0], forms=tuple(forms))


def _likeliest(told: list[Told], depth: int = 0) -> list[Told]:
    """Of every union keep the mistakes of the one member that was most likely meant.

    Pydantic reports each member it tried. The likeliest has the form of the value (a mapping where the file
    has one) and the fewest mistakes. Where none has its form, one finding that names every form remains.
    """
    kept: list[Told] = []
    unions: dict[tuple[object, ...], dict[str, list[Told]]] = {}
    for group in told:
        branches = group[0].place.branches
        if len(branches) <= depth:
            kept.append(group)
        else:
            _file_under(unions, branches[depth], group)
    for members in unions.values():
        kept.extend(_best([_likeliest(member, depth + 1) for member in members.values()]))
    return kept


def _file_under(unions: dict[tuple[object, ...], dict[str, list[Told]]], branch: Branch, group: Told) -> None:
    unions.setdefault(branch.path, {}).setdefault(branch.label, []).append(group)


def _best(members: list[list[Told]]) -> list[Told]:
    fitting = [member for member in members if not _has_wrong_form(member)]
    if fitting:
        return min(fitting, key=len)
    return [tuple(mistake for member in members for group in member for mistake in group)]


def _has_wrong_form(member: list[Told]) -> bool:
    """Whether the value at the union itself, not something inside it, has another form than the member."""
    return len(member) == 1 and all(
        mistake.wanted_form and mistake.place.branches[-1].path == mistake.place.path for mistake in member[0]
    )


def _without_echoes(findings: list[Diagnostic]) -> Iterator[Diagnostic]:
    """A key that is missing because it is misspelt is told once, where it is misspelt."""
    misspelt = {finding.arguments["near"] for finding in findings if finding.code == "Z204"}
    for finding in findings:
        if finding.code != "Z200" or finding.arguments["key"] not in misspelt:
            yield finding


def _once(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    seen: list[Diagnostic] = []
    for finding in findings:
        if finding not in seen:
            seen.append(finding)
            yield finding
