"""“My project” in the calculator: what is asked once for all awards, and which documents it rules out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from zhaoshang.awards import Award, Input, Program, Terms, inputs
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.reach import Reach, investment_reach, land_reach
from zhaoshang.domain.reward import Reward
from zhaoshang.values import Unit
from zhaoshang.web.suits import ORIGINS, SIZES

_ASKED = Award.model_validate(
    {"pay": "1元", "when": {"total-investment": {"from": "1元（含）"}, "land-area": {"from": "1亩（含）"}}}
)
_GIVEN = {given.id: given for given in inputs(_ASKED, Terms())}
INVESTMENT, LAND = _GIVEN["total-investment"], _GIVEN["land-area"]
"""The two figures that tell which documents a project is too small or too large for."""


@dataclass(frozen=True, slots=True)
class Field:
    """An input of an award. Fields with the same `shared` name hold the same figure."""

    given: Input
    shared: str


def fields(program: Program, record: Policy | Reward) -> tuple[Field, ...]:
    """The inputs of an award. What is about the award alone, or as its document alone lays down, is asked apart."""
    return tuple(Field(given, _shared(given, program, record)) for given in program.inputs)


def _shared(given: Input, program: Program, record: Policy | Reward) -> str:
    if given.own:
        return f"{program.id}.{given.id}"
    measure = given.id.partition(".")[0]
    apart = measure == "award" or measure in record.terms.measures
    return f"{record.id}.{given.id}" if apart else given.id


def common(all_fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """What is asked once at the top: the size of the project, then what several awards depend on."""
    times = Counter(field.shared for field in all_fields)
    first = {field.shared: field for field in reversed(all_fields)}
    sizes = {given.id: Field(given, given.id) for given in (INVESTMENT, LAND)}
    shared = {name: first[name] for name in times if times[name] > 1 and name not in sizes}
    return (*sizes.values(), *shared.values())


def limits(record: Policy | Reward) -> Mapping[str, tuple[str, ...]]:
    """For whom a document is, as the attributes that calculator.js compares; a scheme for introducers is for all."""
    if isinstance(record, Reward):
        return {}
    return {
        "sectors": record.sectors,
        "origins": ORIGINS[record.audience],
        "sizes": SIZES[record.size],
        "investment": _ends(investment_reach(record), INVESTMENT, Unit.of("CNY")),
        "land": _ends(land_reach(record), LAND, Unit.of("mu")),
    }


def _ends(reach: Reach, given: Input, unit: Unit) -> tuple[str, ...]:
    """Both ends as whole numbers of the input, `-` where one is open."""
    if reach.nothing:
        return ("0", "0")
    low, high = (
        None if end is None else end / unit.size * 10**given.decimals for end in (reach.low, reach.high)
    )
    return (_whole(low and Fraction(ceil(low))), _whole(high and Fraction(floor(high))))


def _whole(end: Fraction | None) -> str:
    return "-" if end is None else str(int(end))
