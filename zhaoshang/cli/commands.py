"""The commands, each a few lines over the pipeline: a command loads only what it does its work with."""

from __future__ import annotations

import gc
import time
import webbrowser
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

import zhaoshang
from zhaoshang.cli.calendar import Day, calendar
from zhaoshang.cli.edge import FAILURE, SUCCESS
from zhaoshang.cli.report import report_findings, summarize, summarize_guides
from zhaoshang.cli.spoken import Command, Group
from zhaoshang.cli.words import LANGUAGES, words
from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.pipeline.project import Project
from zhaoshang.print.visit import VisitPaper

if TYPE_CHECKING:
    from zhaoshang.pipeline.outcome import Build


def program(lang: str, *, root: Path) -> click.Group:
    """The whole command line in one language; `root` is the project where none is named."""
    say = words(lang)
    commands = (
        build_command(lang, root),
        check_command(lang, root),
        calculate_command(lang, root),
        serve_command(lang, root),
        guides_command(lang, root),
        visit_command(lang, root),
        release_command(lang, root),
        posters_command(lang, root),
    )
    return Group(
        "zhaoshang",
        lang=lang,
        default="build",
        help=say["about"],
        commands={command.name or "": command for command in commands},
        params=[_version(say["version"])],
    )


def build_command(lang: str, root: Path) -> Command:
    """`build`: everything, published."""

    def run(project: Path, today: date | None, as_json: bool) -> int:
        from zhaoshang.pipeline.building import build

        started = time.perf_counter()
        place = project_at(project)
        built = build(place, calendar=calendar(today))
        report_findings(place, built, lang=lang, as_json=as_json)
        if not as_json:
            click.echo(summarize(place, built, seconds=time.perf_counter() - started, lang=lang))
        return _code(built)

    return _command("build", run, lang, root, json=True)


def check_command(lang: str, root: Path) -> Command:
    """`check`: the findings, nothing written."""

    say = words(lang)

    def run(project: Path, today: date | None, as_json: bool, as_report: bool) -> int:
        from zhaoshang.pipeline.building import examine
        from zhaoshang.pipeline.papers import report

        started = time.perf_counter()
        place = project_at(project)
        written: tuple[Path, ...] = ()
        if as_report:
            examined, written = report(place, calendar=calendar(today))
        else:
            examined = examine(place, calendar=calendar(today))
        report_findings(place, examined, lang=lang, as_json=as_json)
        if not as_json:
            for path in written:
                click.echo(say["reported"].format(file=path.relative_to(place.root).as_posix()))
            click.echo(say["checked"].format(seconds=f"{time.perf_counter() - started:.1f}"))
        return _code(examined)

    more: list[click.Parameter] = [click.Option(["--report", "as_report"], is_flag=True, help=say["report"])]
    return _command("check", run, lang, root, json=True, more=more)


def serve_command(lang: str, root: Path) -> Command:
    """`serve`: the live preview, until Ctrl+C."""
    say = words(lang)

    def run(project: Path, today: date | None, port: int, open_: bool) -> int:
        from zhaoshang.cli.live import preview_of  # tornado and livereload: only where they serve
        from zhaoshang.preview.server import serve

        place = project_at(project)
        gc.enable()  # a preview runs for weeks

        def ready(url: str) -> None:
            click.echo(say["serving"].format(url=url))
            if open_:
                webbrowser.open(url)

        serve(preview_of(place, calendar=calendar(today), lang=lang), port=port, ready=ready)
        return SUCCESS

    more: list[click.Parameter] = [
        click.Option(
            ["--port"], type=click.IntRange(0, 65535), default=8000, show_default=True, help=say["port"]
        ),
        click.Option(["--open", "open_"], is_flag=True, help=say["open"]),
    ]
    return _command("serve", run, lang, root, more=more)


def guides_command(lang: str, root: Path) -> Command:
    """`guides [ID…]`: the PDFs of these guides, or of all, in `private/guides/`."""
    say = words(lang)

    def run(project: Path, today: date | None, as_json: bool, ids: tuple[str, ...]) -> int:
        from zhaoshang.pipeline.papers import print_editions

        started = time.perf_counter()
        place = project_at(project)
        made = print_editions(place, ids, calendar=calendar(today))
        report_findings(place, made, lang=lang, as_json=as_json)
        if made.guides and not as_json:
            click.echo(summarize_guides(place, made, seconds=time.perf_counter() - started, lang=lang))
        return _code(made)

    argument = click.Argument(["ids"], metavar=say["guide_ids"], nargs=-1)
    return _command("guides", run, lang, root, json=True, more=[argument])


def visit_command(lang: str, root: Path) -> Command:
    """`visit ID [PAPER…]`: these papers of one visit, or all of them, in `private/`."""
    say = words(lang)

    def run(project: Path, today: date | None, as_json: bool, visit: str, papers: tuple[str, ...]) -> int:
        from zhaoshang.pipeline.visiting import print_visit

        started = time.perf_counter()
        place = project_at(project)
        made = print_visit(place, visit, tuple(map(VisitPaper, papers)), calendar=calendar(today))
        report_findings(place, made, lang=lang, as_json=as_json)
        if made.artifacts and not as_json:
            files = say["between"].join(str(artifact.path) for artifact in made.artifacts)
            seconds = f"{time.perf_counter() - started:.1f}"
            click.echo(say["visited"].format(folder=place.private.name, files=files, seconds=seconds))
        return _code(made)

    names = [paper.value for paper in VisitPaper]
    more: list[click.Parameter] = [
        click.Argument(["visit"], metavar="ID"),
        click.Argument(["papers"], type=click.Choice(names), nargs=-1, metavar=f"[{'|'.join(names)}]..."),
    ]
    return _command("visit", run, lang, root, json=True, more=more)


def posters_command(lang: str, root: Path) -> Command:
    """`posters [KIND/ID …]`: posters for chats, in `private/posters/`."""
    say = words(lang)

    def run(project: Path, today: date | None, as_json: bool, records: tuple[str, ...]) -> int:
        from zhaoshang.pipeline.papers import print_posters

        started = time.perf_counter()
        place = project_at(project)
        made = print_posters(place, records, calendar=calendar(today))
        report_findings(place, made, lang=lang, as_json=as_json)
        if made.artifacts and not as_json:
            seconds = f"{time.perf_counter() - started:.1f}"
            click.echo(
                say["postered"].format(folder=place.private.name, n=len(made.artifacts), seconds=seconds)
            )
        return _code(made)

    records = click.Argument(["records"], metavar="[KIND/ID]...", nargs=-1)
    return _command("posters", run, lang, root, json=True, more=[records])


def release_command(lang: str, root: Path) -> Command:
    """`release GUIDE`: the guide's edition, in the register for good."""
    say = words(lang)

    def run(project: Path, today: date | None, as_json: bool, guide: str) -> int:
        from zhaoshang.pipeline.papers import release_guide

        place = project_at(project)
        made, file = release_guide(place, guide, calendar=calendar(today))
        report_findings(place, made, lang=lang, as_json=as_json)
        if not as_json and not made.findings.has_errors:
            said = say["released"].format(file=file.relative_to(place.root).as_posix()) if file else None
            click.echo(said or say["released_before"])
        return _code(made)

    return _command("release", run, lang, root, json=True, more=[click.Argument(["guide"], metavar="GUIDE")])


def calculate_command(lang: str, root: Path) -> Command:
    """`calculate DOCUMENT [ARTICLE] --with id=value`: what the awards of a document pay for these figures."""
    say = words(lang)

    def run(
        project: Path, today: date | None, document: str, article: str | None, given: tuple[str, ...]
    ) -> int:
        from zhaoshang.cli.calculating import calculate, document_of, figures
        from zhaoshang.pipeline.outcome import Build
        from zhaoshang.reading.library import read_project

        place, typed = project_at(project), figures(given)
        library, findings = read_project(place.root)
        if library is None:
            report_findings(place, Build(findings), lang=lang, as_json=False)
            return FAILURE
        record = document_of(library, document)
        day = calendar(today)(library.site.time_zone)
        lines = tuple(calculate(library, record, article, typed, lang, today=day))
        click.echo("\n".join(lines))
        return SUCCESS

    more: list[click.Parameter] = [
        click.Argument(["document"], metavar=say["document"]),
        click.Argument(["article"], metavar=say["article"], required=False),
        click.Option(["--with", "given"], multiple=True, metavar="ID=…", help=say["with"]),
    ]
    return _command("calculate", run, lang, root, more=more)


def project_at(root: Path) -> Project:
    """The project in this folder. Refuses with Z921 where there is none."""
    project = Project(root.resolve())
    if not (project.content / "site.yaml").exists():
        raise Refusal("Z921", path=str(root))
    return project


def _command(
    name: str,
    run: Callable[..., int],
    lang: str,
    root: Path,
    *,
    json: bool = False,
    more: list[click.Parameter] | None = None,
) -> Command:
    """A command with the options all commands have, and `--json` where it makes sense."""
    say = words(lang)
    options: list[click.Parameter] = [
        click.Option(["--project"], type=click.Path(path_type=Path), default=root, help=say["project"]),
        click.Option(["--today"], type=Day(), help=say["today"]),
        *([click.Option(["--json", "as_json"], is_flag=True, help=say["json"])] if json else []),
        *(more or []),
        # Taken out of the arguments before click sees them, so that even its own messages speak that
        # language.
        click.Option(["--lang"], type=click.Choice(LANGUAGES), expose_value=False, help=say["lang"]),
    ]
    return Command(name, callback=run, params=list(options), help=say[name], lang=lang)


def _version(text: str) -> click.Option:
    def show(ctx: click.Context, _option: click.Parameter, value: bool) -> None:
        if value:
            click.echo(f"zhaoshang {zhaoshang.__version__}")
            ctx.exit()

    return click.Option(
        ["--version"], is_flag=True, is_eager=True, expose_value=False, help=text, callback=show
    )


def _code(build: Build) -> int:
    return FAILURE if build.findings.has_errors else SUCCESS
