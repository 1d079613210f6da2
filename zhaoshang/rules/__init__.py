"""What must hold for the whole of the content, beyond what each file can say of itself."""

from __future__ import annotations

from zhaoshang.rules.check import check

__all__ = ["check"]
