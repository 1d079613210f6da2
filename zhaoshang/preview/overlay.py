"""Lays the findings over a page, and lets the page hear of the next one."""

from __future__ import annotations

import re
from html import escape
from importlib import resources

from zhaoshang.diagnostics.diagnostic import Findings
from zhaoshang.diagnostics.excerpt import SourceText
from zhaoshang.diagnostics.labels import LABELS, summary
from zhaoshang.diagnostics.overlay import findings_html

STYLE_PATH = "preview/overlay.css"
SCRIPT_PATH = "livereload.js"

_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)', re.IGNORECASE)


def overlay_style() -> bytes:
    """The style sheet of the overlay, at `STYLE_PATH`."""
    return (resources.files("zhaoshang.preview") / "overlay.css").read_bytes()


def dress(page: bytes, findings: Findings, *, origin: str, lang: str, source: SourceText) -> bytes:
    """A finished page as the preview shows it: it reloads by itself, and findings lie over it.

    The page's own content security policy stays, and admits just what is added here.
    """
    text = page.decode("utf-8")
    text = _POLICY.sub(lambda match: match[1] + escape(_admitting(match[2], origin)), text)
    text = text.replace("</head>", f"{_additions()}</head>", 1)
    over = _overlay(findings, lang, source) if findings else ""
    return text.replace("</body>", f"{over}</body>", 1).encode()


def findings_page(findings: Findings, *, lang: str, source: SourceText) -> bytes:
    """The findings alone, while there is no page to lay them over."""
    title = escape(summary(findings, lang=lang))
    return (
        f'<!DOCTYPE html><html lang="{LABELS[lang].html_lang}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title>{_additions()}</head>'
        f'<body class="preview-alone">{_overlay(findings, lang, source)}</body></html>'
    ).encode()


def _additions() -> str:
    return f'<link rel="stylesheet" href="/{STYLE_PATH}"><script src="/{SCRIPT_PATH}"></script>'


def _overlay(findings: Findings, lang: str, source: SourceText) -> str:
    failing, unfolded = (" failing", " open") if findings.has_errors else ("", "")
    return (
        f'<aside class="preview-findings{failing}"><details{unfolded}>'
        f'<summary lang="{LABELS[lang].html_lang}">{escape(summary(findings, lang=lang))}</summary>'
        f"{findings_html(findings, lang=lang, source=source)}</details></aside>"
    )


def _admitting(policy: str, origin: str) -> str:
    """The policy with the one thing the preview adds that 'self' does not cover: its socket."""
    rules = [rule.strip() for rule in _unescaped(policy).split(";") if rule.strip()]
    kept = [rule for rule in rules if rule.split()[0] != "connect-src"]
    return "; ".join([*kept, f"connect-src 'self' {origin.replace('http', 'ws', 1)}"])


def _unescaped(text: str) -> str:
    return text.replace("&#39;", "'").replace("&quot;", '"').replace("&amp;", "&")
