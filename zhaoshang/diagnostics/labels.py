"""The printers' own few words, by language."""

from __future__ import annotations

from dataclasses import dataclass

from zhaoshang.diagnostics.diagnostic import Findings
from zhaoshang.diagnostics.severity import Severity


@dataclass(frozen=True, slots=True)
class Labels:
    """Words around a finding. `counts` holds (one, many) per severity, with `{n}`."""

    html_lang: str
    severities: dict[Severity, str]
    counts: dict[Severity, tuple[str, str]]
    found: str
    expected: str
    remedy: str
    also: str
    nothing: str
    colon: str
    comma: str


LABELS = {
    "zh": Labels(
        html_lang="zh-Hans",
        severities={Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"},
        counts={
            Severity.ERROR: ("{n} 个错误", "{n} 个错误"),
            Severity.WARNING: ("{n} 个警告", "{n} 个警告"),
            Severity.NOTE: ("{n} 条提示", "{n} 条提示"),
        },
        found="发现",
        expected="应为",
        remedy="办法",
        also="另见",
        nothing="没有发现问题",
        colon="：",
        comma="，",
    ),
    "en": Labels(
        html_lang="en",
        severities={Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"},
        counts={
            Severity.ERROR: ("{n} error", "{n} errors"),
            Severity.WARNING: ("{n} warning", "{n} warnings"),
            Severity.NOTE: ("{n} note", "{n} notes"),
        },
        found="found",
        expected="expected",
        remedy="remedy",
        also="see also",
        nothing="nothing to report",
        colon=": ",
        comma=", ",
    ),
}
"""The languages the tool itself speaks; those of a project's content are its own affair."""


def summary(findings: Findings, *, lang: str) -> str:
    """One line such as `3 个错误，1 个警告` or `3 errors, 1 warning`."""
    labels = LABELS[lang]
    tally = dict.fromkeys(Severity, 0)
    for item in findings:
        tally[item.severity] += 1
    counted = [labels.counts[severity][n != 1].format(n=n) for severity, n in tally.items() if n]
    return labels.comma.join(counted) or labels.nothing
