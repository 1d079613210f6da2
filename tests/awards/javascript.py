"""Runs awards.js: under Node where there is one, else in Chromium."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

SCRIPT = Path(__file__).parents[2] / "templates/assets/js/awards.js"
RUNNER = Path(__file__).parent / "run_awards.js"

IN_A_PAGE = """(work) => {
  const { evaluate, read } = ZhaoshangAwards;
  const whole = (given) => Object.fromEntries(Object.entries(given).map(([id, value]) => [id, BigInt(value)]));
  const answers = work.programs.map(({ program, inputs }) => inputs.map((given) => evaluate(program, whole(given))));
  const entries = work.entries.map(({ input, typed }) => {
    const { value, problem } = read(input, typed);
    return problem ? problem : { value: String(value) };
  });
  return JSON.stringify({ answers, entries });
}"""


def run_javascript(work: Mapping[str, Any], request: pytest.FixtureRequest) -> Any:
    """The answers and entries that awards.js gives for `work`."""
    node = shutil.which("node")
    return json.loads(_in_node(node, work) if node else in_a_page(work, request.getfixturevalue("page")))


def _in_node(node: str, work: Mapping[str, Any]) -> str:
    command = [node, str(RUNNER), str(SCRIPT)]
    done = subprocess.run(command, input=json.dumps(work), capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def in_a_page(work: Mapping[str, Any], page: Page) -> str:
    """As JSON, from a real browser page without a network."""
    page.add_script_tag(path=str(SCRIPT))
    return str(page.evaluate(IN_A_PAGE, work))
