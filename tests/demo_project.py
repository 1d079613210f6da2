"""The demo county as the tests build it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parents[1]

DEMO_DAY = "2026-11-20"
"""The day the demo county is built for in tests."""


def copy_project(to: Path) -> Path:
    """A copy of the demo project, to be built or broken at will."""
    shutil.copytree(HERE / "content", to / "content")
    shutil.copytree(HERE / "templates", to / "templates")
    return to


def build_project(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Builds a project for the day of the demo, in a process of its own."""
    command = [
        sys.executable,
        str(HERE / "build.py"),
        "--project",
        str(root),
        "--today",
        DEMO_DAY,
        *arguments,
    ]
    return subprocess.run(
        command, cwd=root, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
