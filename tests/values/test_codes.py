"""Every refusal of a value has its words and its test."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import yaml

import zhaoshang.values

CODE = re.compile(r"Z2[1-5]\d")


def codes_in(folder: Path) -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")))
    return {code for text in texts for code in CODE.findall(text)}


def codes_with_words() -> set[str]:
    catalogue = resources.files("zhaoshang.diagnostics") / "catalogue" / "values.yaml"
    return set(yaml.safe_load(catalogue.read_text(encoding="utf-8")))


def test_the_codes_of_values_are_those_of_their_catalogue():
    assert codes_in(Path(zhaoshang.values.__file__).parent) == codes_with_words()


def test_every_code_of_values_is_tested():
    assert codes_with_words() - codes_in(Path(__file__).parent) == set()
