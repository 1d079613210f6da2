"""Findings for programs: stable JSON."""

from __future__ import annotations

import json
from typing import Any

from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings, Span
from zhaoshang.diagnostics.explained import explain


def findings_json(findings: Findings, *, lang: str) -> str:
    """An object `{errors, warnings, notes, findings: [...]}` in reading order; same findings, same bytes."""
    document = {
        "errors": len(findings.errors),
        "warnings": len(findings.warnings),
        "notes": len(findings.notes),
        "findings": [_finding(item, lang) for item in findings.sorted()],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(item: Diagnostic, lang: str) -> dict[str, Any]:
    explained = explain(item, lang=lang)
    return {
        "code": item.code,
        "severity": explained.severity.value,
        "place": _place(item.span) if item.span else None,
        "title": explained.words.title,
        "found": explained.words.found,
        "expected": explained.words.expected,
        "remedy": explained.words.remedy,
        "arguments": dict(sorted(item.arguments.items())),
        "also": [_place(span) for span in item.also],
    }


def _place(span: Span) -> dict[str, Any]:
    return {"path": span.path, "line": span.line, "column": span.column, "end_column": span.end_column}
