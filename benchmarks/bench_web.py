"""How long the web part of the demonstration county takes: all of it, and again with a warm page cache.

Run as `python benchmarks/bench_web.py [--runs N]`. Reading and checking are not counted.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from datetime import date
from pathlib import Path

from zhaoshang.reading.library import read_project
from zhaoshang.reading.words import read_lexicon
from zhaoshang.web.site import build_web

ROOT = Path(__file__).parents[1]

TODAY = date(2026, 11, 20)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    library, findings = read_project(ROOT)
    if library is None:
        raise SystemExit(f"the project does not read: {findings.errors[0]}")
    lexicon, _ = read_lexicon(ROOT / "templates", library.languages)
    cache: dict[str, bytes] = {}
    build_web(library, lexicon, root=ROOT, today=TODAY, cache=cache)
    for name, kept in (("cold", None), ("warm", cache)):
        seconds = []
        for _ in range(runs):
            begun = time.perf_counter()
            website = build_web(library, lexicon, root=ROOT, today=TODAY, cache=kept)
            seconds.append(time.perf_counter() - begun)
        median, best = statistics.median(seconds), min(seconds)
        files = len(website.artifacts)
        sys.stdout.write(f"{name}: {files} files, median {median:.2f} s, best {best:.2f} s of {runs} runs\n")


if __name__ == "__main__":
    main()
