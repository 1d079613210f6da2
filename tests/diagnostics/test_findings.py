"""Findings as values: counted, sorted, guessed at."""

from __future__ import annotations

import pytest

from zhaoshang.diagnostics import Diagnostic, Findings, Severity, Span, nearest
from zhaoshang.diagnostics.labels import summary

ERROR = Diagnostic("Z125", Span("b.yaml", 2, 1))
WARNING = Diagnostic("Z313", Span("a.md", 9, 4), {"url": "http://a.cn"})


def test_findings_know_what_weighs() -> None:
    findings = Findings.of([WARNING, ERROR])
    assert findings.errors == (ERROR,)
    assert findings.warnings == (WARNING,)
    assert findings.notes == ()
    assert findings.has_errors
    assert not Findings((WARNING,)).has_errors
    assert ERROR.severity is Severity.ERROR


def test_findings_are_true_when_there_are_any() -> None:
    assert Findings((WARNING,))
    assert not Findings()
    assert len(Findings((WARNING,)) + Findings((ERROR,))) == 2
    assert list(Findings((WARNING, ERROR))) == [WARNING, ERROR]


def test_findings_are_sorted_by_place_and_code() -> None:
    no_place = Diagnostic("Z022")
    later = Diagnostic("Z110", Span("a.md", 10, 1))
    same_place = Diagnostic("Z112", Span("a.md", 9, 4))
    unsorted = Findings((ERROR, later, WARNING, no_place, same_place))
    assert unsorted.sorted().items == (no_place, same_place, WARNING, later, ERROR)


@pytest.mark.parametrize(
    ("findings", "zh", "en"),
    [
        ((), "没有发现问题", "nothing to report"),
        ((ERROR,), "1 个错误", "1 error"),
        ((ERROR, ERROR, ERROR, WARNING), "3 个错误，1 个警告", "3 errors, 1 warning"),
        ((WARNING, WARNING), "2 个警告", "2 warnings"),
    ],
)
def test_the_count_reads_like_a_sentence(findings: tuple[Diagnostic, ...], zh: str, en: str) -> None:
    assert summary(Findings(findings), lang="zh") == zh
    assert summary(Findings(findings), lang="en") == en


@pytest.mark.parametrize(
    ("name", "candidates", "near"),
    [
        ("tilte", ("title", "kind"), "title"),
        ("valid-until", ("valid_until", "validity"), "valid_until"),
        ("Title", ("title",), "title"),
        ("xyz", ("title", "kind"), ""),
        ("ab", ("abd", "abc"), "abc"),
        ("标题", ("标题一", "摘要"), "标题一"),
        ("", (), ""),
    ],
)
def test_the_nearest_name_is_guessed_with_care(name: str, candidates: tuple[str, ...], near: str) -> None:
    assert nearest(name, candidates) == near
    assert nearest(name, reversed(candidates)) == near
