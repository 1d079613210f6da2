"""How hard a file is pressed: a step short of WeasyPrint's own, which takes three times as long for the last hundredth.

The one shortcut that changes the file: its streams say the same in one or two bytes more of a hundred.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from weasyprint.pdf import pydyf

from zhaoshang.print.shortcuts import Shortcut

LEVEL = 7


def shortcuts() -> list[Shortcut]:
    """What a stream of a file is pressed with."""
    return [Shortcut(pydyf, "zlib", lighter)]


def lighter(_: Any) -> Any:
    """`zlib` as far as the writer of files uses it."""
    press: Callable[..., Any] = zlib.compressobj
    return SimpleNamespace(compress=zlib.compress, compressobj=lambda level: press(min(level, LEVEL)))
