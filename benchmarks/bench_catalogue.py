"""A catalogue of 300 projects as a PDF: seconds of CPU, memory and pages, with a few lines and with a page for each.

    python benchmarks/bench_catalogue.py [PROJECTS]

The projects are those of the demonstration county under new names. CPU counts everything from the library to the file:
the templates in this process, the setting in its child.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from zhaoshang.domain.guide import Chapter, Detail, Guide
from zhaoshang.domain.library import Library
from zhaoshang.domain.project import Project
from zhaoshang.print.fonts import prepare_fonts
from zhaoshang.print.guide.guides import build_guides
from zhaoshang.print.press import Press
from zhaoshang.reading.library import read_project
from zhaoshang.reading.words import read_lexicon
from zhaoshang.values import Text

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 20)
CHAPTERS = (Chapter.PROJECTS, Chapter.CONTACTS)


def of_many(library: Library, count: int) -> Library:
    """The library with `count` projects on offer."""
    kept = [p for p in library.projects.values() if p.stage.open and p.valid_until >= TODAY]
    made = (_again(kept[number % len(kept)], number) for number in range(count - len(kept)))
    return replace(library, projects={**library.projects, **{project.id: project for project in made}})


def _again(project: Project, number: int) -> Project:
    title = Text({language: f"{words} {number}" for language, words in project.title.items()})
    return project.model_copy(update={"id": f"{project.id}-{number}", "title": title})


def cpu() -> float:
    """Seconds this process and its finished children have worked."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def measure(library: Library, detail: Detail, cache: Path) -> None:
    lexicon, _ = read_lexicon(ROOT / "templates", library.languages)
    model = library.guides["investment-guide"]
    guide: Guide = model.model_copy(update={"chapters": CHAPTERS, "detail": detail, "languages": ("zh",)})
    begun, worked = time.perf_counter(), cpu()
    with Press(cache=cache) as press:
        made = build_guides(library, lexicon, root=ROOT, today=TODAY, press=press, guides=(guide,))
    file = made.downloads[0]
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    sys.stdout.write(
        f"{detail.value:6} {file.pages:4} pages {(file.size or 0) // 1024:6} KB"
        f" {cpu() - worked:6.1f} s CPU {time.perf_counter() - begun:6.1f} s {megabytes:5} MB\n"
    )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    library, findings = read_project(ROOT)
    if library is None:
        raise SystemExit(f"the demonstration county cannot be read: {len(findings.errors)} errors")
    many = of_many(library, count)
    with tempfile.TemporaryDirectory() as folder:
        prepare_fonts(Path(folder))
        for detail in (Detail.ENTRY, Detail.PAGE):
            measure(many, detail, Path(folder))


if __name__ == "__main__":
    main()
