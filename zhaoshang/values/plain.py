"""Values that are neither words nor measures: yes or no, and whole numbers."""

from __future__ import annotations

import re
from typing import Annotated

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values.schema import refusing

_WHOLE = re.compile(r"-?(0|[1-9]\d{0,17})", re.ASCII)
_FLAGS = {"true": True, "false": False}


def parse_flag(text: str) -> bool:
    """Only `true` and `false` are read; `yes`, `NO`, `是`, `1` are refused (Z218)."""
    if text not in _FLAGS:
        raise Refusal("Z218", text=text)
    return _FLAGS[text]


def parse_whole(text: str) -> int:
    """A whole number in plain digits, such as `12` or `-3`; `010`, `1,200` and `3.0` are refused (Z219)."""
    if not _WHOLE.fullmatch(text.strip()):
        raise Refusal("Z219", text=text)
    return int(text)


Flag = Annotated[bool, refusing(parse_flag)]
Whole = Annotated[int, refusing(parse_whole)]
