"""What the printing of one guide costs, and of a visitor's: `python benchmarks/bench_print.py [times]`.

The demonstration county's guide without the chapters on living and cases and with two projects, which makes some sixty
pages, is made by the command `guides`, and a visit's guide by the command `visit`; both with fonts and templates
prepared and nothing else in the cache. Tells the best of `times` runs (three).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).parents[1]
DAY = "2026-11-20"
VISIT = "2026-12-juice-company"

GUIDE = """title: {{zh: 澜川投资指南（约六十页）, en: Lanchuan investment guide (some sixty pages)}}
subtitle: {{zh: 供计时, en: For timing}}
number: timing
date: 2026-11-01
languages: [{languages}]
made: on-request
chapters: [letter, reasons, location, facts, industries, costs, sites, projects, policies, rewards, procedures, foreign,
  contacts, appendix]
select: {{projects: [{projects}]}}
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took, in seconds, and the largest of its processes in megabytes."""

    clock: float
    work: float
    memory: int


def run(project: Path, *arguments: str) -> Run:
    """One command, its cached editions thrown away before."""
    shutil.rmtree(project / ".zhaoshang" / "editions", ignore_errors=True)
    command = [sys.executable, "build.py", *arguments, "--today", DAY, "--project", str(project), "--json"]
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(arguments)}: exit status {status}")
    return Run(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024)


def best(times: int, project: Path, *arguments: str) -> Run:
    """The best of several runs, after one that fills the caches of fonts and templates."""
    run(project, *arguments)
    return min((run(project, *arguments) for _ in range(times)), key=lambda one: one.clock)


def tell(what: str, took: Run, file: Path) -> None:
    """One line of the result."""
    pages = len(pypdfium2.PdfDocument(file.read_bytes()))
    sys.stdout.write(
        f"{what:28} {pages:3} pages {file.stat().st_size / pages / 1024:5.1f} KB a page"
        f" {took.clock:6.2f} s {took.work:6.2f} s CPU {took.memory:5} MB\n"
    )


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    projects = ", ".join(sorted(path.stem for path in (ROOT / "content" / "projects").glob("*.yaml"))[:2])
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for name in ("content", "templates"):
            shutil.copytree(ROOT / name, project / name)
        timing = project / "content" / "guides" / "timing.yaml"
        for languages in ("zh", "en", "zh, en"):
            timing.write_text(GUIDE.format(languages=languages, projects=projects), encoding="utf-8")
            took = best(times, project, "guides", "timing")
            for language in languages.split(", "):
                tell(f"guides: {languages}", took, project / f"private/guides/timing-{language}.pdf")
        tell(
            "visit: the guide",
            best(times, project, "visit", VISIT, "guide"),
            project / f"private/{VISIT}/guide.pdf",
        )
        tell(
            "visit: all papers", best(times, project, "visit", VISIT), project / f"private/{VISIT}/guide.pdf"
        )


if __name__ == "__main__":
    main()
