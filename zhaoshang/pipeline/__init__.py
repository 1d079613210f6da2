"""The narration: what is made of a folder of content, and in which order."""

from zhaoshang.pipeline.building import build, examine
from zhaoshang.pipeline.gate import Gate
from zhaoshang.pipeline.papers import print_editions, print_posters, print_visit, release_guide, report
from zhaoshang.pipeline.project import Build, Calendar, Material, Project
from zhaoshang.pipeline.stages import (
    offers,
    plan_prints,
    prepare,
    print_guides,
    promises,
    proof,
    render_pages,
)

__all__ = [
    "Build",
    "Calendar",
    "Gate",
    "Material",
    "Project",
    "build",
    "examine",
    "offers",
    "plan_prints",
    "prepare",
    "print_editions",
    "print_guides",
    "print_posters",
    "print_visit",
    "promises",
    "proof",
    "release_guide",
    "render_pages",
    "report",
]
