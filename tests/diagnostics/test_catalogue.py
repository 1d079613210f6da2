"""The words of the findings: complete in every language, and one meaning to a code."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import zhaoshang
from zhaoshang.diagnostics import Diagnostic, Severity
from zhaoshang.diagnostics.catalogue import CatalogueError, Wording, catalogue, read_messages, terms
from zhaoshang.diagnostics.explained import explain
from zhaoshang.diagnostics.labels import LABELS

WORDS = "{title: t, found: 'a {key}', expected: e, remedy: r}"
SOURCES = Path(zhaoshang.__file__).parent


def test_every_message_speaks_every_language_of_the_tool() -> None:
    for message in catalogue().values():
        assert set(message.wordings) == set(LABELS), message.code
    for name, words in terms().items():
        assert set(words) == set(LABELS), name


def test_every_code_in_the_sources_has_its_words() -> None:
    used = {
        node.value
        for file in SOURCES.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) == 4
        if node.value[0] == "Z" and node.value[1:].isdigit()
    }
    assert used - set(catalogue()) == set()


def test_codes_come_in_order() -> None:
    assert list(catalogue()) == sorted(catalogue())


def test_a_message_knows_its_placeholders() -> None:
    messages = read_messages([("a.yaml", f"Z001: {{severity: note, zh: {WORDS}, en: {WORDS}}}")])
    assert messages["Z001"].severity is Severity.NOTE
    assert messages["Z001"].placeholders() == {"key"}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (f"Z001: {{severity: error, zh: {WORDS}}}\nZ001: {{severity: error, zh: {WORDS}}}", "twice"),
        ("Z001: {severity: error, zh: {title: t, found: f, expected: e}}", "exactly title, found"),
        (f"Z001: {{severity: error, zh: {WORDS}, en: {WORDS.replace('key', 'name')}}}", "placeholders"),
        (f"Z001: {{severity: fatal, zh: {WORDS}}}", "severity"),
        ("Z001: {severity: error}", "severity and its words"),
        (f"Z1: {{severity: error, zh: {WORDS}}}", "not a code"),
        (f"Z001: {{severity: error, zh: {WORDS.replace('e, r', ', r')}}}", "each a text"),
        ("Z001", "one mapping"),
        ("Z001: [", "a.yaml"),
    ],
)
def test_a_mistake_in_the_catalogue_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(CatalogueError, match=complaint):
        read_messages([("a.yaml", text)])


def test_a_code_stands_in_one_file_only() -> None:
    text = f"Z001: {{severity: error, zh: {WORDS}}}"
    with pytest.raises(CatalogueError, match=r"b\.yaml: Z001 stands twice"):
        read_messages([("a.yaml", text), ("b.yaml", text)])


@pytest.mark.parametrize(
    ("remedy", "lang", "arguments", "spoken"),
    [
        ("是否想写 {near}？改名或删去该行。", "zh", {"near": "title"}, "是否想写 title？改名或删去该行。"),
        ("是否想写 {near}？改名或删去该行。", "zh", {"near": ""}, "改名或删去该行。"),
        ("Did you mean {near}? Delete it.", "en", {"near": ""}, "Delete it."),
        ("{key} or {near}. Done.", "en", {"key": "a", "near": ""}, "a or . Done."),
        ("only {near}", "en", {"near": ""}, "only"),
        ("{unknown} stays", "en", {}, "{unknown} stays"),
        ("{key}", "en", {"key": "{near}", "near": "x"}, "{near}"),
        ("{form}", "zh", {"form": "term:list|mapping"}, "列表 / 若干“键: 值”"),
        ("{form}", "en", {"form": "term:list"}, "a list"),
        ("{form}", "en", {"form": "term:nonsense"}, "term:nonsense"),
    ],
)
def test_placeholders_are_filled(remedy: str, lang: str, arguments: dict[str, str], spoken: str) -> None:
    assert Wording("t", "f", "e", remedy).filled(arguments, lang=lang).remedy == spoken


def test_a_finding_is_explained_in_the_language_asked_for() -> None:
    finding = Diagnostic("Z204", None, {"key": "kimd", "keys": "kind", "near": "kind"})
    assert explain(finding, lang="zh").words.title == "未知的键"
    assert explain(finding, lang="en").words.remedy == "Did you mean kind? Rename or delete the line."
    with pytest.raises(LookupError):
        explain(Diagnostic("Z000"), lang="en")
