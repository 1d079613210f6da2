"""What the command line says, by language, and which language it speaks."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import cache
from importlib import resources

import yaml

LANGUAGES = ("zh", "en")


@cache
def words(lang: str) -> Mapping[str, str]:
    """The sentences of the command line in one language."""
    text = (resources.files("zhaoshang.cli") / "words" / f"{lang}.yaml").read_text("utf-8")
    return dict(yaml.safe_load(text))


def language_of_locale(environment: Mapping[str, str]) -> str:
    """The language this account works in: Chinese if its locale says so, else English."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(variable):
            return "zh" if value.lower().startswith("zh") else "en"
    return "zh" if _windows_speaks_chinese() else "en"


def _windows_speaks_chinese() -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    # The primary language is in the low ten bits; 0x04 is Chinese (winnt.h, LANG_CHINESE).
    return ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == 0x04


def value_of(option: str, arguments: list[str]) -> str | None:
    """The value an option is given in unparsed arguments, as `--option value` or `--option=value`."""
    for at, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == option:
            return value if equals else next(iter(arguments[at + 1 :]), None)
    return None


def split_language(arguments: list[str]) -> tuple[str, list[str]]:
    """The language asked for with `--lang`, wherever it stands, and the arguments without it.

    An unknown language is left where it is, to be refused like any other bad value.
    """
    for at, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--lang" and (equals or arguments[at + 1 : at + 2]):
            after = at + 1 if equals else at + 2
            value = value if equals else arguments[at + 1]
            if value in LANGUAGES:
                return value, arguments[:at] + arguments[after:]
    return language_of_locale(os.environ), arguments
