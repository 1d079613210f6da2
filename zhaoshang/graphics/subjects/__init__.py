"""The records of a county as the data of drawings: one function a subject, the same for web and print."""

from zhaoshang.graphics.subjects.costs import draw_comparison, draw_costs
from zhaoshang.graphics.subjects.facts import draw_history
from zhaoshang.graphics.subjects.industry import draw_industry
from zhaoshang.graphics.subjects.location import draw_corridor, draw_location
from zhaoshang.graphics.subjects.procedure import draw_procedure

__all__ = [
    "draw_comparison",
    "draw_corridor",
    "draw_costs",
    "draw_history",
    "draw_industry",
    "draw_location",
    "draw_procedure",
]
