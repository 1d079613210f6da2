"""A finding with its words in one language, ready for any printer."""

from __future__ import annotations

from dataclasses import dataclass

from zhaoshang.diagnostics.catalogue import Wording, catalogue
from zhaoshang.diagnostics.diagnostic import Diagnostic
from zhaoshang.diagnostics.severity import Severity


@dataclass(frozen=True, slots=True)
class Explained:
    """A finding together with its weight and its filled words."""

    finding: Diagnostic
    severity: Severity
    words: Wording


def explain(finding: Diagnostic, *, lang: str) -> Explained:
    """The finding in the words of `lang`. Raises `LookupError` for a code or language the catalogue lacks."""
    message = catalogue()[finding.code]
    return Explained(finding, message.severity, message.wordings[lang].filled(finding.arguments, lang=lang))
