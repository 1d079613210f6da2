"""Findings for the preview in the browser: an HTML fragment in which every word is escaped."""

from __future__ import annotations

from html import escape

from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings, Span
from zhaoshang.diagnostics.excerpt import SourceText, excerpt, no_source
from zhaoshang.diagnostics.explained import explain
from zhaoshang.diagnostics.labels import LABELS, Labels, summary


def findings_html(findings: Findings, *, lang: str, source: SourceText = no_source) -> str:
    """A `<section class="findings">` with an `<article>` per finding: no script, style or outside address."""
    labels = LABELS[lang]
    articles = "".join(_article(item, lang, labels, source) for item in findings.sorted())
    heading = f"<h2>{escape(summary(findings, lang=lang))}</h2>"
    return f'<section class="findings" lang="{labels.html_lang}">{heading}{articles}</section>'


def _article(item: Diagnostic, lang: str, labels: Labels, source: SourceText) -> str:
    explained = explain(item, lang=lang)
    words, weight = explained.words, labels.severities[explained.severity]
    title = f"<h3>{weight} <code>{escape(item.code)}</code> {escape(words.title)}</h3>"
    place = _place(item.span, source) if item.span else ""
    rows = ((labels.found, words.found), (labels.expected, words.expected), (labels.remedy, words.remedy))
    advice = "".join(f"<dt>{label}</dt><dd>{escape(text)}</dd>" for label, text in rows)
    also = "".join(f"<p>{labels.also}{labels.colon}</p>{_place(span, source)}" for span in item.also)
    return f'<article class="finding {explained.severity}">{title}{place}<dl>{advice}</dl>{also}</article>'


def _place(span: Span, source: SourceText) -> str:
    shown = excerpt(span, source)
    line = ""
    if shown:
        marked = f"<mark>{escape(shown.marked) or '&#8203;'}</mark>"
        line = f"<pre>{shown.number:>5} | {escape(shown.before)}{marked}{escape(shown.after)}</pre>"
    return f'<p class="place"><code>{escape(str(span))}</code></p>{line}'
