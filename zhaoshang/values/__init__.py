"""Values of the trade: exact, frozen, read from the spellings people use and shown in the reader's language."""

from zhaoshang.values.days import Date, Month, Period, YearMonth
from zhaoshang.values.kinds import (
    Area,
    Count,
    Duration,
    Energy,
    Figure,
    Flow,
    Length,
    Load,
    Mass,
    Money,
    Power,
    Price,
    Share,
    Voltage,
    Volume,
)
from zhaoshang.values.marker import Marker
from zhaoshang.values.plain import Flag, Whole
from zhaoshang.values.prose import Heading, Prose
from zhaoshang.values.quantity import Quantity, total
from zhaoshang.values.rates import Rates
from zhaoshang.values.schema import refusing
from zhaoshang.values.show import Axis, Column, Style, around, axis, column, show, split
from zhaoshang.values.show_days import show_date, show_day_of_year, show_month, show_period
from zhaoshang.values.text import Said, Text
from zhaoshang.values.units import Unit

__all__ = [
    "Area",
    "Axis",
    "Column",
    "Count",
    "Date",
    "Duration",
    "Energy",
    "Figure",
    "Flag",
    "Flow",
    "Heading",
    "Length",
    "Load",
    "Marker",
    "Mass",
    "Money",
    "Month",
    "Period",
    "Power",
    "Price",
    "Prose",
    "Quantity",
    "Rates",
    "Said",
    "Share",
    "Style",
    "Text",
    "Unit",
    "Voltage",
    "Volume",
    "Whole",
    "YearMonth",
    "around",
    "axis",
    "column",
    "refusing",
    "show",
    "show_date",
    "show_day_of_year",
    "show_month",
    "show_period",
    "split",
    "total",
]
