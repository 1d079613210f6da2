"""Click's commands, speaking the language of the person at the desk."""

from __future__ import annotations

from typing import Any

import click

from zhaoshang.cli.words import words


class Command(click.Command):
    """A command whose help has its headings in `lang`."""

    def __init__(self, *args: Any, lang: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self.words = words(lang)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, f"[{self.words['options']}]", f"{self.words['usage']}: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_options(self, ctx, formatter, self.words["options"])

    def get_help_option(self, ctx: click.Context) -> click.Option:
        return help_option(self.words["help"])


class Group(click.Group):
    """The program as a whole. Arguments that name no command belong to the default one."""

    def __init__(self, *args: Any, lang: str, default: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self.words = words(lang)
        self.default = default

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] not in ("--help", "--version")):
            args = [self.default, *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, self.words["usage_pieces"], f"{self.words['usage']}: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_options(self, ctx, formatter, self.words["options"])
        rows = [(name, command.help or "") for name, command in sorted(self.commands.items())]
        with formatter.section(self.words["commands"]):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option:
        return help_option(self.words["help"])


def write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, heading: str
) -> None:
    """The options of a command under a heading."""
    records = [record for one in command.get_params(ctx) if (record := one.get_help_record(ctx))]
    with formatter.section(heading):
        formatter.write_dl(records)


def help_option(text: str) -> click.Option:
    """`--help`, described in `text`."""

    def show(ctx: click.Context, _option: click.Parameter, value: bool) -> None:
        if value:
            click.echo(ctx.get_help())
            ctx.exit()

    return click.Option(["--help"], is_flag=True, is_eager=True, expose_value=False, help=text, callback=show)
