"""How long the demonstration county takes, stage by stage: `python benchmarks/bench_build.py [times]`.

Tells the best of `times` runs (three) in seconds by the clock. The guides are set with an empty cache each time;
cutting the fonts, which is done once, is told by itself.
"""

from __future__ import annotations

import gc
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from zhaoshang.pipeline.gate import Gate
from zhaoshang.pipeline.preparing import prepare
from zhaoshang.pipeline.project import Project
from zhaoshang.pipeline.stages import print_guides, proof, render_pages
from zhaoshang.print.fonts import prepare_fonts

ROOT = Path(__file__).parents[1]

T = TypeVar("T")

DAY = date(2026, 11, 20)
"""The day the demonstration county is made for."""


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What one run makes, and the seconds it takes."""
    started = time.perf_counter()
    made = work()
    return made, time.perf_counter() - started


def copy(folder: Path) -> Project:
    """The demonstration county, with nothing in its cache."""
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    return Project(folder)


def import_weasyprint() -> float:
    """How long a process takes to load WeasyPrint: says how fast the machine is beside others."""
    _, seconds = timed(lambda: subprocess.run([sys.executable, "-c", "import weasyprint"], check=True))
    return seconds


def measure(project: Project) -> dict[str, float]:
    """One run of every stage, in seconds."""
    gate = Gate(project)
    times = {"loading WeasyPrint": import_weasyprint()}
    material, times["read and check"] = timed(lambda: prepare(project, gate, calendar=lambda _: DAY))
    gc.freeze()  # as the build does
    _, times["cut the fonts, once"] = timed(lambda: prepare_fonts(project.workshop))
    made, times["both guides"] = timed(lambda: print_guides(project, material))
    guides = gate.passing(made)
    _, times["both guides, unchanged"] = timed(lambda: print_guides(project, material))
    web, times["the web part"] = timed(
        lambda: gate.passing(render_pages(project, material, downloads=guides.downloads))
    )
    _, times["the web part, its templates compiled"] = timed(
        lambda: render_pages(project, material, downloads=guides.downloads)
    )
    _, times["the audit"] = timed(lambda: proof(material, (*web, *guides.artifacts)))
    return times


def main() -> None:
    """Measures, and tells the best of each stage."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    runs = []
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder:
            runs.append(measure(copy(Path(folder))))
    for stage in runs[0]:
        sys.stdout.write(f"{stage:24} {min(run[stage] for run in runs):6.2f} s\n")


if __name__ == "__main__":
    main()
