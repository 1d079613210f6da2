"""What every test may lean on: the built demo, a real Chromium when there is one, and silence in the log."""

from __future__ import annotations

import fcntl
import logging
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from demo_project import build_project, copy_project
from playwright.sync_api import Browser, Page, sync_playwright

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site of the demo county, built once for all workers of a run. Not to be changed.

    What the command said stands beside it in `said.txt`.
    """
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    said = shared / "said.txt"
    with (shared / "demo.lock").open("w") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        if not said.exists():
            done = build_project(copy_project(shared / "demo"), "--lang", "en")
            said.write_text(done.stdout + done.stderr, encoding="utf-8")
    assert (shared / "demo" / "site").exists(), said.read_text(encoding="utf-8")
    return shared / "demo" / "site"


def find_chromium() -> str | None:
    """The browser named by CHROMIUM, or the first one installed."""
    candidates = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    names = (os.environ.get("CHROMIUM", ""), *candidates)
    return next(filter(None, (shutil.which(name) for name in names if name)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all browser tests of this worker."""
    path = find_chromium()
    if path is None:
        pytest.skip("no Chromium is installed; CHROMIUM may name one")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page in a fresh context, so that tests share no storage."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(autouse=True)
def nothing_unexpected_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails a test that logged a warning; a test that expects one ends with `caplog.clear()`."""
    yield
    loud = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert loud == [], "unexpected log lines"
