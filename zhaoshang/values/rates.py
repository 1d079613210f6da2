"""An exchange rate as the site states it, so that a sum can be said in the reader's currency too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from zhaoshang.values.text import Text


@dataclass(frozen=True, slots=True)
class Rates:
    """What one unit of `currency` costs in CNY on a day, and who says so.

    `currency` is a name of `units.yaml`, such as `USD`. Shown sums are approximate; a page that shows them says the
    day and the source in a note.
    """

    currency: str
    cny_per_unit: Decimal
    day: date
    source: Text

    def __post_init__(self) -> None:
        if self.cny_per_unit <= 0:
            raise ValueError(f"an exchange rate is above zero, not {self.cny_per_unit}")
