"""Figures of one column that stand on their decimal points, whatever their units."""

from __future__ import annotations

from collections.abc import Iterable


def lacking(numbers: Iterable[str]) -> tuple[str, ...]:
    """What each figure, set to the right, lacks behind its last digit, as classes: `lacks-2` digits, `no-point`.

    A range stands by its upper end. Figures with as many decimals as any lack nothing.
    """
    decimals = [_decimals(number) for number in numbers]
    most = max(decimals, default=0)
    return tuple(_classes(most, one) for one in decimals)


def _decimals(number: str) -> int:
    _, point, behind = number.rpartition(".")
    return len(behind) if point and behind.isdigit() else 0


def _classes(most: int, decimals: int) -> str:
    names = [f"lacks-{most - decimals}"] if decimals < most else []
    return " ".join([*names, *(["no-point"] if names and not decimals else [])])
