"""How each language says figures, units and days: one YAML file per language, no language in the code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

import yaml

from zhaoshang.diagnostics.diagnostic import Refusal


@cache
def languages() -> tuple[str, ...]:
    """The languages there are words for, sorted."""
    files = resources.files(__package__).iterdir()
    return tuple(sorted(file.name.removesuffix(".yaml") for file in files if file.name.endswith(".yaml")))


@cache
def wording(language: str) -> Mapping[str, Any]:
    """The words of a language. A variant such as `zh-Hant` without a file of its own uses that of `zh`."""
    for candidate in (language, language.partition("-")[0]):
        if candidate in languages():
            text = resources.files(__package__).joinpath(f"{candidate}.yaml").read_text(encoding="utf-8")
            return MappingProxyType(yaml.safe_load(text))
    raise Refusal("Z250", language=language, languages=", ".join(languages()))


def kind_words(role: str, kind: str) -> dict[str, str]:
    """What a kind of quantity is called in every language, as arguments of a message: `is_zh`, `is_en`, …"""
    return {f"{role}_{language}": wording(language)["kinds"][kind] for language in languages()}
