"""What is said at the end: the findings, then in a few lines what was done."""

from __future__ import annotations

import sys
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import click

from zhaoshang.cli.words import words

if TYPE_CHECKING:
    from zhaoshang.diagnostics.excerpt import SourceText
    from zhaoshang.pipeline.outcome import Build
    from zhaoshang.pipeline.project import Project


def source_of(project: Project, build: Build) -> SourceText:
    """Shows the lines findings point at: of the project's files, and of finished pages that were never
    written.
    """
    from zhaoshang.reading.library import source_text

    files = source_text(project.root)
    finished = {f"site/{artifact.path}": artifact.content for artifact in build.artifacts}

    def text(path: str) -> str | None:
        return finished[path].decode("utf-8", "replace") if path in finished else files(path)

    return text


def report_findings(project: Project, build: Build, *, lang: str, as_json: bool) -> None:
    """The findings: as JSON on the standard output, for people on the standard error."""
    from zhaoshang.diagnostics.machine import findings_json
    from zhaoshang.diagnostics.terminal import print_findings

    if as_json:
        click.echo(findings_json(build.findings, lang=lang), nl=False)
    elif build.findings:
        print_findings(build.findings, lang=lang, file=sys.stderr, source=source_of(project, build))


def summarize(project: Project, build: Build, *, seconds: float, lang: str) -> str:
    """What a build did: pages, guides, files, warnings and seconds; or that it left the site alone."""
    say = words(lang)
    figures = {"site": project.site.name, "seconds": f"{seconds:.1f}"}
    if build.publication is None:
        return say["untouched"].format_map(figures)
    done = build.publication
    pages = say["between"].join(
        say["pages_of"].format(language=language, count=count) for language, count in build.pages().items()
    )
    guides = _guides(build, lang)
    count = len(done.manifest.entries)
    lines = [
        say["pages"].format(pages=pages),
        say["guides_of"].format(guides=guides) if guides else "",
        say["files"].format(count=count, written=done.written, removed=done.removed),
        _kept(build, lang),
        say["warnings"].format(count=len(build.findings.warnings)),
    ]
    return "\n".join([say["done"].format_map(figures), *(f"  {line}" for line in lines if line)])


def summarize_guides(project: Project, build: Build, *, seconds: float, lang: str) -> str:
    """Which guides were made, with their pages, and where they lie."""
    folder = f"{project.private.name}/{PurePosixPath(build.guides[0].path).parent}"
    return words(lang)["visited"].format(folder=folder, files=_guides(build, lang), seconds=f"{seconds:.1f}")


def _kept(build: Build, lang: str) -> str:
    """What browsers keep for reading without a network, by language; '' where they keep nothing."""
    say = words(lang)
    parts = say["between"].join(
        say["kept_of"].format(language=one.language, count=one.files, size=f"{one.size / 1_000_000:.1f}")
        for one in build.kept
    )
    return say["kept"].format(parts=parts) if parts else ""


def _guides(build: Build, lang: str) -> str:
    """The guides by their files, with their pages."""
    say = words(lang)
    return say["between"].join(
        say["guide"].format(name=PurePosixPath(guide.path).name, pages=guide.pages) for guide in build.guides
    )
