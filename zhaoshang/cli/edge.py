"""The outer edge: whatever happens inside, the person at the desk reads a finding and the shell an exit code."""

from __future__ import annotations

import os
import platform
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import click

import zhaoshang
from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings, Refusal

SUCCESS, FAILURE, MISUSE, INTERRUPTED = 0, 1, 2, 130


class Misuse(Refusal):
    """An argument of the command line that cannot be understood."""


def guarded(run: Callable[[], int], *, lang: str, workshop: Path) -> int:
    """Runs the program and answers with its exit code: 1 for errors, 2 for misuse, 130 for Ctrl+C."""
    try:
        return run()
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.UsageError as misuse:
        return _report(misused(misuse), lang, MISUSE)
    except Refusal as refusal:
        code = MISUSE if isinstance(refusal, Misuse) else FAILURE
        return _report(Diagnostic(refusal.code, None, refusal.arguments), lang, code)
    except BrokenPipeError:
        # Whoever read this output has gone; let nothing more be written while Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILURE
    except Exception as error:
        return _report(unexpected(error, workshop=workshop), lang, FAILURE)


def misused(misuse: click.UsageError) -> Diagnostic:
    """The finding for a command line that cannot be understood."""
    match misuse:
        case click.NoSuchOption():
            near = (misuse.possibilities or [""])[0]
            return Diagnostic("Z930", None, {"option": misuse.option_name, "near": near})
        case click.NoSuchCommand():
            near = (misuse.possibilities or [""])[0]
            return Diagnostic("Z931", None, {"command": misuse.command_name, "near": near})
        case click.BadOptionUsage():
            return Diagnostic("Z932", None, {"option": misuse.option_name})
        case click.BadParameter() if misuse.param is not None:
            return Diagnostic("Z933", None, {"option": "/".join(misuse.param.opts)})
        case _:
            return Diagnostic("Z934", None, {"reason": misuse.format_message()})


def unexpected(error: Exception, *, workshop: Path) -> Diagnostic:
    """The finding for an error nobody foresaw; its details go to a file, by content, so that one error is one
    file.
    """
    trace = "".join(traceback.format_exception(error))
    details = f"zhaoshang {zhaoshang.__version__}, Python {platform.python_version()}, {platform.platform()}\n\n{trace}"
    log = workshop / f"error-{sha256(trace.encode()).hexdigest()[:8]}.log"
    with suppress(OSError):
        workshop.mkdir(parents=True, exist_ok=True)
        log.write_text(details, encoding="utf-8")
    reason = traceback.format_exception_only(error)[-1].strip()
    return Diagnostic("Z920", None, {"reason": reason, "log": str(log) if log.exists() else trace})


def _report(finding: Diagnostic, lang: str, code: int) -> int:
    from zhaoshang.diagnostics.terminal import (
        print_findings,  # and with it rich, for those who are told something
    )

    print_findings(Findings((finding,)), lang=lang, file=sys.stderr)
    return code
