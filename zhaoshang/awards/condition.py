"""Tests that decide whether something is due: a band of a measure, a choice, a yes, and any combination of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from zhaoshang.awards.base import Base, BaseField
from zhaoshang.awards.bound import Lower, Upper
from zhaoshang.awards.form import Form, Id
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Flag, Whole
from zhaoshang.values.schema import custom_error

_COMBINATIONS = ("all", "any", "none", "of")
_KEYS = frozenset({*_COMBINATIONS, "at_least", "is", "from", "to", "among", "holds"})


class Test(Form):
    """One test. In YAML usually the short form: `{fixed-investment: {from: 1亿元}, high-tech: true, sector: [a, b]}`,
    where several measures must all hold. Combined: `all`, `any`, `none`, or `at_least: 2` with `of`.
    """

    __test__ = False

    all: tuple[When, ...] = ()
    any: tuple[When, ...] = ()
    none: tuple[When, ...] = ()
    at_least: Whole | None = None
    of: tuple[When, ...] = ()
    measured: BaseField | None = Field(default=None, alias="is")
    from_: Lower | None = Field(default=None, alias="from")
    to: Upper | None = None
    among: tuple[Id, ...] = ()
    holds: Flag | None = None

    @model_validator(mode="after")
    def _is_one_test(self) -> Self:
        combined = [name for name in _COMBINATIONS if getattr(self, name)]
        asked = [self.from_ or self.to, self.among, self.holds is not None]
        alone = len(combined) == 1 and self.measured is None
        simple = not combined and self.measured is not None and sum(map(bool, asked)) == 1
        counted = (self.at_least is None) == (combined != ["of"])
        if not (alone or simple) or not counted:
            raise custom_error(Refusal("Z610"))
        if self.at_least is not None and not 1 <= self.at_least <= len(self.of):
            raise custom_error(Refusal("Z611", at_least=str(self.at_least), number=str(len(self.of))))
        return self

    @property
    def parts(self) -> tuple[Test, ...]:
        """The tests it combines; empty for a simple one."""
        return self.all or self.any or self.none or self.of

    @property
    def needed(self) -> int:
        """How many of `parts` must hold (none of them for `none`)."""
        return len(self.all) or (1 if self.any else self.at_least or 0)

    def measures(self) -> Iterator[str]:
        """The ids of all measures in it."""
        if self.measured:
            yield from self.measured.measures()
        for part in self.parts:
            yield from part.measures()

    def simple(self) -> Iterator[Test]:
        """The tests that look at a measure themselves, however deep."""
        if self.measured:
            yield self
        for part in self.parts:
            yield from part.simple()


def _expand(value: object) -> object:
    if isinstance(value, str):
        return {"is": value, "holds": "true"}
    if not isinstance(value, Mapping) or not value or set(value) & _KEYS:
        return value
    tests = [_short(measure, asked) for measure, asked in value.items()]
    return tests[0] if len(tests) == 1 else {"all": tests}


def _short(measure: object, asked: object) -> dict[str, object]:
    """`{high-tech: true}`, `{sector: food}`, `{sector: [food, wood]}`, `{jobs: {from: 50人}}`."""
    if isinstance(asked, Mapping):
        return {"is": measure, **asked}
    if isinstance(asked, str) and asked in ("true", "false"):
        return {"is": measure, "holds": asked}
    return {"is": measure, "among": [asked] if isinstance(asked, str) else asked}


When = Annotated[Test, BeforeValidator(_expand)]

Test.model_rebuild()

__all__ = ["Base", "Test", "When"]
