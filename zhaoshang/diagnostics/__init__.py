"""What was found, where, and what to do about it: one value, several printers.

The value and the guess at a near name are offered here; each printer is its own module (`terminal`,
`machine`, `overlay`), so that whoever makes findings does not load what prints them.
"""

from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings, Refusal, Severity, Span
from zhaoshang.diagnostics.nearest import nearest

__all__ = ["Diagnostic", "Findings", "Refusal", "Severity", "Span", "nearest"]
