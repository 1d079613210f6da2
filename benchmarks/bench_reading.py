"""How long a project of 200 records and 200 texts takes to read.

Run as `python benchmarks/bench_reading.py`; with `--profile` it shows where the time goes. The project is grown
from the demonstration county: its records are copied under new ids until there are enough.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import shutil
import statistics
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from zhaoshang.reading.library import read_project

ROOT = Path(__file__).parents[1]

RECORDS = 200
TEXTS = 200


def grow(target: Path) -> None:
    """Copy the demonstration county and multiply its records with prose, then those without."""
    content = target / "content"
    shutil.copytree(ROOT / "content", content)
    with_prose = [
        file for file in sorted(content.glob("*/*.yaml")) if list(file.parent.glob(f"{file.stem}.*.md"))
    ]
    without = sorted((content / "plots").glob("*.yaml"))
    missing_texts = max(0, TEXTS - len(list(content.rglob("*.md"))))
    copy(with_prose, -(-missing_texts // 2))
    copy(without, max(0, RECORDS - len(list(content.rglob("*.yaml")))))


def copy(files: list[Path], count: int) -> None:
    """Copy records with their prose under new ids, in turn, until `count` were made."""
    for number, file in enumerate(islice(cycle(files), count)):
        for part in (file, *file.parent.glob(f"{file.stem}.*.md")):
            suffix = part.name.removeprefix(file.stem)
            shutil.copy(part, part.with_name(f"{file.stem}-copy-{number}{suffix}"))


def measure(project: Path, runs: int) -> list[float]:
    """Seconds of each run."""
    seconds = []
    for _ in range(runs):
        begun = time.perf_counter()
        library, findings = read_project(project)
        seconds.append(time.perf_counter() - begun)
        if library is None:
            raise SystemExit(f"the project does not read: {findings.errors[0]}")
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        grow(project)
        records, texts = (len(list(project.rglob(pattern))) for pattern in ("*.yaml", "*.md"))
        if options.profile:
            with cProfile.Profile() as profile:
                measure(project, 1)
            pstats.Stats(profile).sort_stats("tottime").print_stats(25)
        seconds = measure(project, options.runs)
    best, median = min(seconds), statistics.median(seconds)
    sys.stdout.write(
        f"{records} records, {texts} texts: median {median:.3f} s, best {best:.3f} s of {options.runs} runs\n"
    )


if __name__ == "__main__":
    main()
