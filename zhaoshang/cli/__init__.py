"""The command: `python build.py …` in a project, `zhaoshang …` where the package is installed."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO, cast

from zhaoshang.cli.commands import program
from zhaoshang.cli.edge import guarded
from zhaoshang.cli.words import split_language, value_of

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None, *, root: Path | None = None) -> None:
    """Runs the command line and ends the process with its exit code.

    `root` is the project where none is named; without it, it is the folder the command is given in.
    """
    code = run(list(sys.argv[1:] if arguments is None else arguments), root=root or Path.cwd())
    gc.freeze()  # the process ends: what is left need not be looked through once more
    sys.exit(code)


def run(arguments: list[str], *, root: Path) -> int:
    """Runs one command line; its exit code.

    Garbage is not collected until a command that goes on for long asks for it: what it loads and reads is used to the
    end, and looking through it costs a tenth of a second.
    """
    gc.disable()
    try:
        return _run(arguments, root)
    finally:
        gc.enable()


def _run(arguments: list[str], root: Path) -> int:
    for stream in (sys.stdout, sys.stderr):
        _never_fail_on(stream)
    lang, rest = split_language(arguments)
    command = program(lang, root=root)
    project = Path(value_of("--project", rest) or root)
    return guarded(
        lambda: cast("int | None", command.main(rest, "zhaoshang", standalone_mode=False)) or 0,
        lang=lang,
        workshop=project / ".zhaoshang",
    )


def _never_fail_on(stream: TextIO) -> None:
    """A character the terminal does not know is shown as a question mark; it never ends a build."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
