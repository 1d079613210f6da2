"""The preview at the command line: drafts as they come, and errors of the program as findings among them."""

from __future__ import annotations

import sys
import time

import click

from zhaoshang.cli.edge import unexpected
from zhaoshang.cli.words import words
from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings, Refusal
from zhaoshang.diagnostics.terminal import print_findings
from zhaoshang.pipeline.project import Calendar, Project
from zhaoshang.preview.drafting import Drafting
from zhaoshang.preview.server import Preview
from zhaoshang.preview.showing import Draft


def preview_of(project: Project, *, calendar: Calendar, lang: str) -> Preview:
    """The preview of a project, which tells each draft at the terminal too."""
    drafting = Drafting(project, calendar)
    seconds = 0.0

    def make() -> Draft:
        nonlocal seconds
        started = time.perf_counter()
        draft = _guarded(drafting, project)
        seconds = time.perf_counter() - started
        return draft

    def tell(draft: Draft) -> None:
        if draft.findings:
            print_findings(draft.findings, lang=lang, file=sys.stderr, source=draft.source)
        click.echo(words(lang)["drafted"].format(seconds=f"{seconds:.2f}"))

    return Preview(make, (project.content, project.templates), lang, tell)


def _guarded(drafting: Drafting, project: Project) -> Draft:
    """A draft whatever happens: the preview outlives an error of the program, and recovers with the next
    save.
    """
    try:
        return drafting.draft()
    except Refusal as refusal:
        return Draft(None, Findings((Diagnostic(refusal.code, None, refusal.arguments),)))
    except Exception as error:
        return Draft(None, Findings((unexpected(error, workshop=project.workshop),)))
