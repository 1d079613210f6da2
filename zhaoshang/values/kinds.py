"""The kinds of quantity a record asks for: each takes one dimension and says so when another is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values.quantity import Quantity
from zhaoshang.values.schema import Refusing, refusing
from zhaoshang.values.units import Unit


def _simple(kind: str) -> Callable[[Unit], bool]:
    return lambda unit: unit.kind == kind and not unit.per


def _is_price(unit: Unit) -> bool:
    return unit.kind == "money" and bool(unit.per)


def _is_flow(unit: Unit) -> bool:
    return unit.kind not in ("money", "duration") and "duration" in unit.per_kinds


def _is_load(unit: Unit) -> bool:
    return unit.kind == "pressure" or (unit.kind in ("force", "mass") and unit.per_kinds == ("area",))


_TESTS: dict[str, Callable[[Unit], bool]] = {"price": _is_price, "load": _is_load, "flow": _is_flow}


def kind_of(unit: Unit) -> str:
    """The kind a unit belongs to: `money`, `price`, `flow`, `load`, `area` … or `ratio` for other compounds."""
    for kind, belongs in _TESTS.items():
        if belongs(unit):
            return kind
    return "ratio" if unit.per else unit.kind


def _only(kind: str, example: str) -> Refusing:
    """Reads a quantity of one kind; `example` shows in the refusal of another (Z231)."""
    belongs = _TESTS.get(kind, _simple(kind))

    def check(quantity: Quantity) -> None:
        if not belongs(quantity.unit):
            found, wanted = (f"term:kind-{name}" for name in (kind_of(quantity.unit), kind))
            raise Refusal("Z231", text=quantity.spelling, found=found, kind=wanted, example=example)

    return refusing(Quantity.parse, check=check)


Money = Annotated[Quantity, _only("money", "9.7亿元")]
Price = Annotated[Quantity, _only("price", "12元/平方米·月")]
Area = Annotated[Quantity, _only("area", "652亩")]
Length = Annotated[Quantity, _only("length", "12公里")]
Volume = Annotated[Quantity, _only("volume", "5000立方米")]
Mass = Annotated[Quantity, _only("mass", "10万吨")]
Power = Annotated[Quantity, _only("power", "5000kVA")]
Voltage = Annotated[Quantity, _only("voltage", "110千伏")]
Energy = Annotated[Quantity, _only("energy", "3亿千瓦时")]
Share = Annotated[Quantity, _only("share", "5%")]
Duration = Annotated[Quantity, _only("duration", "5个工作日")]
Count = Annotated[Quantity, _only("count", "30家")]
Flow = Annotated[Quantity, _only("flow", "2万立方米/日")]
Load = Annotated[Quantity, _only("load", "20kN/m²")]
Figure = Annotated[Quantity, refusing(Quantity.parse)]
