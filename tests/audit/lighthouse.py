"""Lighthouse as on a middling phone: scores and times of the pages most readers come by."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

PAGES = (
    "index.html",
    "projects/index.html",
    "projects/anode-materials.html",
    "policies/index.html",
    "rewards/introducer-2026.html",
)
LANGUAGES = ("zh", "en")
SCORES = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The least of each category."""
TIMES = {
    "largest-contentful-paint": 1_500,
    "cumulative-layout-shift": 0.01,
    "total-blocking-time": 50,
}
"""The most of each: milliseconds, and a share of the window for the shift."""
TRIES = 3
"""A reading that is too slow is taken again, since another program may have had the processor; one good one counts.

What blocks is the first layout, 25 to 45 ms of a desktop's processor; scripts take a tenth of that.
"""


def lighthouse_faults(base: str, *, tools: Path, chromium: str) -> Iterator[str]:
    """What Lighthouse objects to, and the figures of every page on the way."""
    for language in LANGUAGES:
        for page in PAGES:
            faults: list[str] = []
            for _ in range(TRIES):
                report = measure(f"{base}{language}/{page}", tools=tools, chromium=chromium)
                load = f"{os.getloadavg()[0]:.1f} programs running"
                sys.stdout.write(f"Lighthouse {language}/{page}: {said(report)}, {load}\n")
                sys.stdout.flush()
                if not (faults := list(faults_of(report))):
                    break
            yield from (f"{language}/{page}: {fault}" for fault in faults)


def measure(url: str, *, tools: Path, chromium: str) -> dict[str, dict[str, dict[str, object]]]:
    """Lighthouse's own report."""
    command = [
        str(tools / "node_modules" / ".bin" / "lighthouse"),
        url,
        "--quiet",
        "--output=json",
        "--output-path=stdout",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu --no-first-run",
    ]
    done = subprocess.run(
        command, env={**os.environ, "CHROME_PATH": chromium}, capture_output=True, check=True, text=True
    )
    found: dict[str, dict[str, dict[str, object]]] = json.loads(done.stdout)
    return found


def said(report: dict[str, dict[str, dict[str, object]]]) -> str:
    """The scores and times of a report in a line."""
    scores = [f"{name} {_score(report, name)}" for name in SCORES]
    times = [f"{name} {report['audits'][name]['displayValue']}" for name in TIMES]
    return ", ".join((*scores, *times))


def faults_of(report: dict[str, dict[str, dict[str, object]]]) -> Iterator[str]:
    """The scores that are too low, the times that are too long."""
    for name, least in SCORES.items():
        if _score(report, name) < least:
            yield f"{name} {_score(report, name)}, at least {least}"
    for name, most in TIMES.items():
        value = report["audits"][name]["numericValue"]
        if not isinstance(value, int | float) or value > most:
            yield f"{name} {value}, at most {most}"


def _score(report: dict[str, dict[str, dict[str, object]]], name: str) -> int:
    score = report["categories"][name]["score"]
    return round(score * 100) if isinstance(score, int | float) else 0
