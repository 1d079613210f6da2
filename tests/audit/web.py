"""Measures the finished site with the tools of others: the Nu Html Checker, axe-core, Lighthouse.

    make audit          needs npm and Java; takes minutes, so it is no part of `make test`

The tools are installed from npm into `.zhaoshang/audit/`, in the versions of package.json. Says what was measured and
ends with 1 where something is wrong: an error of the checker on any page, a violation of WCAG 2.2 AA or of axe's best
practices on any kind of page in any width and scheme, a page wider than its window, a message in the console, a page that
Lighthouse finds slow or faulty on a phone. The site is served as docs/publishing.md says: compressed, with the policy.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from lighthouse import lighthouse_faults
from playwright.sync_api import Browser, Page, sync_playwright
from visited import serving

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SITE = ROOT / "site"
TOOLS = ROOT / ".zhaoshang" / "audit"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 390, 768, 1440, 1920)


def main() -> int:
    """Runs every check and prints what each found."""
    if not (SITE / "index.html").is_file():
        say("There is no site/ yet: run make site first.")
        return 1
    install()
    faults = [*html_errors(), *served_faults()]
    say("\n".join(faults) or "Nothing is wrong.")
    return 1 if faults else 0


def install() -> None:
    """Puts the tools where the project keeps what can be made again."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "package.json", TOOLS)
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("make audit needs npm: install Node.js.")
    subprocess.run([npm, "install", "--ignore-scripts", "--no-audit", "--silent"], cwd=TOOLS, check=True)


def html_errors() -> Iterator[str]:
    """The errors of the Nu Html Checker on all pages and style sheets."""
    java = shutil.which("java")
    if java is None:
        raise SystemExit(
            "make audit needs Java for the Nu Html Checker: apt-get install default-jre-headless."
        )
    jar = TOOLS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [java, "-Xss4m", "-jar", str(jar), "--format", "json"]
    pages = [str(path) for path in pages_of_site()]
    styles = [str(path) for path in sorted(SITE.glob("assets/*.css"))]
    say(f"Nu Html Checker: {len(pages)} pages, {len(styles)} style sheets")
    for files, kind in ((pages, "--skip-non-html"), (styles, "--css")):
        done = subprocess.run([*command, kind, *files], capture_output=True, check=False, text=True)
        for one in json.loads(done.stderr)["messages"]:
            if one["type"] == "error":
                yield f"{one['url']}:{one.get('lastLine', '')}: {one['message']}"


def pages_of_site() -> list[Path]:
    """Every page; the fragments for a portal are none."""
    return sorted(path for path in SITE.rglob("*.html") if "fragments" not in path.relative_to(SITE).parts)


def kinds() -> list[Path]:
    """One page of each kind: every page of a language's folder, and of each folder below its list and one record."""
    found: dict[tuple[str, str], Path] = {}
    for path in pages_of_site():
        if 'http-equiv="refresh"' in path.read_text("utf-8"):
            continue  # an old address leads readers on while it is measured
        own = path.name if path.name == "index.html" or len(path.relative_to(SITE).parts) < 3 else "record"
        found.setdefault((str(path.parent), own), path)
    return list(found.values())


def served_faults() -> Iterator[str]:
    """What axe-core, the browser and Lighthouse object to."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("make audit needs Chromium: apt-get install chromium.")
    files = {
        path.relative_to(SITE).as_posix(): path.read_bytes() for path in SITE.rglob("*") if path.is_file()
    }
    with serving(files) as base:
        with sync_playwright() as player:
            browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            yield from _violations(browser, base)
            browser.close()
        yield from lighthouse_faults(base, tools=TOOLS, chromium=chromium)


def say(line: str) -> None:
    """A line for the person who asked."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _violations(browser: Browser, base: str) -> Iterator[str]:
    axe = (TOOLS / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
    context = browser.new_context(reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    shown = kinds()
    for path in shown:
        name = path.relative_to(SITE).as_posix()
        page.goto(base + name)
        yield from (f"{name}: wider than {width}" for width in WIDTHS if _too_wide(page, width))
        page.evaluate(axe)
        for width in (390, 1440):
            for scheme in ("light", "dark"):
                yield from (f"{name} {width} {scheme}: {one}" for one in _axe(page, width, scheme))
        yield from (f"{name}: console: {one}" for one in said)
        said.clear()
    say(f"axe-core: {len(shown)} pages, phone and desktop, light and dark")


def _too_wide(page: Page, width: int) -> bool:
    page.set_viewport_size({"width": width, "height": 900})
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def _axe(page: Page, width: int, scheme: str) -> Iterator[str]:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    options = {"resultTypes": ["violations"], "runOnly": RULES}
    for violation in page.evaluate("options => axe.run(document, options)", options)["violations"]:
        yield f"{violation['id']}: {violation['nodes'][0]['html'][:120]}"


if __name__ == "__main__":
    sys.exit(main())
