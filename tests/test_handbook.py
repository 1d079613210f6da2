"""The handbook tells the truth: its examples pass the check, and its findings are printed as it shows them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from demo_project import DEMO_DAY, HERE, copy_project

from zhaoshang.cli import run

LANGUAGES = ("zh", "en")
PROJECT = "content/projects/citrus-peel.yaml"
NEWS = "content/news/2026-11-20-pectin-project"


def blocks(language: str, kind: str) -> list[str]:
    """The fenced blocks of one kind, without the indentation of a list they stand in."""
    text = (HERE / "docs" / f"handbook.{language}.md").read_text(encoding="utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def example(language: str, start: str) -> str:
    """The one YAML block that begins with these words."""
    (found,) = (block for block in blocks(language, "yaml") if block.startswith(start))
    return found


@pytest.fixture
def project(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The demo county with what the handbook adds to it, typed as the handbook of a language has it."""
    root = copy_project(tmp_path)
    language = request.param
    (root / PROJECT).write_text(example(language, "title: {zh: 年产800吨"), encoding="utf-8")
    (root / f"{NEWS}.yaml").write_text(example(language, "title: {zh: 柑橘果胶项目开始"), encoding="utf-8")
    for of, prose in zip(LANGUAGES, blocks(language, "markdown"), strict=True):
        (root / f"{NEWS}.{of}.md").write_text(prose, encoding="utf-8")
    return root


@pytest.mark.parametrize(("language", "project"), [(one, one) for one in LANGUAGES], indirect=["project"])
def test_what_the_handbook_adds_passes_the_check(
    language: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--today", DEMO_DAY, "--lang", language], root=project) == 0
    told = capsys.readouterr().err
    assert "citrus-peel" not in told
    assert "pectin" not in told


@pytest.mark.parametrize(("language", "project"), [(one, one) for one in LANGUAGES], indirect=["project"])
@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("Z411", ', en: "Citrus pectin, 800 tonnes a year"}', "}"),
        ("Z433", "investment: 6600万元", "investment: 4200万元"),
        ("Z110", "investment: ", "investment："),
    ],
)
def test_a_finding_is_printed_as_the_handbook_shows_it(
    language: str, project: Path, code: str, old: str, new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (project / PROJECT).read_text(encoding="utf-8")
    assert old in text
    (project / PROJECT).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert run(["check", "--today", DEMO_DAY, "--lang", language], root=project) == 1
    (shown,) = (block for block in blocks(language, "text") if f" {code} " in block)
    finding, _, count = shown.rstrip().rpartition("\n\n")
    told = capsys.readouterr().err
    assert finding in told
    assert count in told


def test_the_handbooks_have_the_same_sections() -> None:
    numbers = [
        re.findall(
            r"^## (\d+) ",
            (HERE / "docs" / f"handbook.{language}.md").read_text(encoding="utf-8"),
            re.MULTILINE,
        )
        for language in LANGUAGES
    ]
    assert numbers[0] == numbers[1] == [str(number) for number in range(1, len(numbers[0]) + 1)]
