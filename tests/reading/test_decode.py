"""Trees become records; every mistake is told once, at its place."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    RootModel,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError
from typing_extensions import TypeAliasType

from zhaoshang.diagnostics import Diagnostic, Refusal, Span
from zhaoshang.reading.decode import decode
from zhaoshang.reading.nodes import Node
from zhaoshang.reading.source import Source
from zhaoshang.reading.yaml_tree import parse_yaml


class Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def parsed(text: str) -> Node:
    node, findings = parse_yaml(Source("a.yaml", text))
    assert node is not None
    assert not findings
    return node


def findings_of(text: str, model: type[BaseModel]) -> list[Diagnostic]:
    record, findings = decode(parsed(text), model)
    assert record is None
    return list(findings)


def places(text: str, model: type[BaseModel]) -> list[tuple[str, int, int]]:
    found = [(item.code, item.span) for item in findings_of(text, model)]
    return [(code, span.line, span.column) for code, span in found if span]


class Amount(Strict):
    kind: Literal["fixed"]
    value: int


class Rate(Strict):
    kind: Literal["rate"]
    rate: int
    tiers: tuple[Amount, ...] = ()


class Award(Strict):
    amount: Annotated[Amount | Rate, Field(discriminator="kind")]


def test_a_record_comes_back_frozen_and_typed() -> None:
    record, findings = decode(parsed("kind: fixed\nvalue: 5\n"), Amount)
    assert record == Amount(kind="fixed", value=5)
    assert not findings


def test_what_is_given_is_not_typed() -> None:
    class Named(Strict):
        id: str
        title: str

    record, findings = decode(parsed("title: 甲\n"), Named, given={"id": "a1"})
    assert record == Named(id="a1", title="甲")
    assert not findings
    _, findings = decode(parsed("title: 甲\nidd: x\n"), Named, given={"id": "a1"})
    (unknown,) = findings
    assert unknown.arguments == {"key": "idd", "keys": "title", "near": ""}


def test_a_tag_that_is_also_a_key_does_not_lead_astray() -> None:
    text = "amount:\n  kind: rate\n  rate: 5\n  tiers:\n    - kind: fixed\n      value: 五\n"
    assert places(text, Award) == [("Z207", 6, 14)]


def test_all_mistakes_are_found_at_once() -> None:
    text = "amount:\n  kind: rate\n  rate: x\n  tiers: [{kind: fixed}, {kind: fix, value: 1}]\nnote: y\n"
    assert places(text, Award) == [("Z207", 3, 9), ("Z200", 4, 11), ("Z203", 4, 33), ("Z204", 5, 1)]


class Pair(Strict):
    low: int
    high: int


class Several(Strict):
    value: Pair | tuple[Pair, ...] | Annotated[str, AfterValidator(lambda text: text)]


def test_of_a_union_the_member_with_the_form_of_the_value_speaks() -> None:
    assert places("value: {low: 1}\n", Several) == [("Z200", 1, 1)]
    assert places("value:\n  - {low: 1, high: 2}\n  - {low: 1, high: x}\n", Several) == [("Z207", 3, 20)]


def refuse(text: str) -> str:
    raise Refusal("Z231", text=text)


def test_a_refusal_keeps_its_code_and_its_words() -> None:
    class Priced(Strict):
        prices: dict[str, Annotated[str, AfterValidator(refuse)]]

    (finding,) = findings_of("prices:\n  land: 5 万\n", Priced)
    assert finding == Diagnostic("Z231", Span("a.yaml", 2, 9, 12), {"text": "5 万"})


def test_a_custom_error_keeps_its_code_and_points_at_a_part() -> None:
    class Period(Strict):
        since: str
        until: str

        @model_validator(mode="after")
        def runs_forward(self) -> Period:
            raise PydanticCustomError("Z299", "", {"at": "until", "value": self.until, "reason": "r"})

    class Policy(Strict):
        validity: Period

    (finding,) = findings_of("validity:\n  since: 2026\n  until: 2025\n", Policy)
    assert finding == Diagnostic("Z299", Span("a.yaml", 3, 10, 14), {"value": "2025", "reason": "r"})


def test_a_misspelt_key_is_told_once() -> None:
    assert [item.code for item in findings_of("lo: 1\nhihg: 2\n", Pair)] == ["Z204", "Z204"]
    assert [item.code for item in findings_of("low: 1\n", Pair)] == ["Z200"]


def test_a_list_where_a_record_belongs_is_told_at_its_beginning() -> None:
    assert places("- low\n- high\n", Pair) == [("Z202", 1, 1)]
    assert places("low\n", Pair) == [("Z202", 1, 1)]


def test_a_mapping_that_lost_its_colons_is_told_as_such() -> None:
    class Titled(Strict):
        title: Pair

    assert places("title: low：1\n", Titled) == [("Z110", 1, 11)]
    assert places("title: low:1\n", Titled) == [("Z113", 1, 11)]
    assert places('title: "low：1"\n', Titled) == [("Z202", 1, 8)]


class Leaf(Strict):
    leaf: int


class Branch(Strict):
    all: tuple[Leaf | Branch, ...]


Tree = TypeAliasType("Tree", Leaf | Branch)


class Forest(Strict):
    tree: Tree


def test_a_recursive_union_is_followed_to_the_end() -> None:
    text = "tree:\n  all:\n    - leaf: 1\n    - all:\n        - leaf: x\n"
    assert places(text, Forest) == [("Z207", 5, 17)]


def form(value: Any) -> str:
    return "many" if isinstance(value, list) else "one"


class Tagged(Strict):
    value: Annotated[
        Annotated[Pair, Tag("one")] | Annotated[tuple[Pair, ...], Tag("many")], Discriminator(form)
    ]


def test_tags_that_are_computed_are_no_keys() -> None:
    assert places("value: {low: 1, high: x}\n", Tagged) == [("Z207", 1, 23)]
    assert places("value: [{low: 1, high: x}]\n", Tagged) == [("Z207", 1, 24)]


class Rows(RootModel[tuple[Pair, ...]]):
    model_config = ConfigDict(frozen=True)


def test_a_model_of_a_list_has_no_key_of_its_own() -> None:
    class Table(Strict):
        rows: Rows

    assert places("rows:\n  - {low: 1, high: x}\n", Table) == [("Z207", 2, 20)]


@pytest.mark.parametrize(
    ("text", "code"),
    [("low:\nhigh: 2\n", "Z201"), ("low: []\nhigh: 2\n", "Z207"), ("low: {a: b}\nhigh: 2\n", "Z207")],
)
def test_a_value_without_one_place_is_told_at_its_key(text: str, code: str) -> None:
    assert places(text, Pair) == [(code, 1, 1)]


class Payout(Strict):
    instalments: tuple[Pair, ...]

    @model_validator(mode="before")
    @classmethod
    def from_bare_list(cls, value: Any) -> Any:
        return {"instalments": value} if isinstance(value, list) else value


def test_a_mistake_inside_a_short_form_is_told_at_its_place() -> None:
    class Paid(Strict):
        payout: Payout

    assert places("payout:\n  - {low: 1, high: x}\n", Paid) == [("Z207", 2, 20)]
    assert places("payout:\n  - {low: 1}\n", Paid) == [("Z200", 2, 5)]
    assert places("payout:\n  instalments: [{low: 1, high: x}]\n", Paid) == [("Z207", 2, 32)]
