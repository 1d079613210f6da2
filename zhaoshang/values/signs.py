"""One form for every sign that is typed in several: full-width forms, exotic spaces, look-alike dashes and dots."""

from __future__ import annotations

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACES = dict.fromkeys(map(ord, "\u3000\u00a0\u2009\u202f\t"), " ")
_SAME_SIGN = {"−": "-", "﹣": "-", "﹪": "%", "•": "·", "・": "·", "⋅": "·"}
_PLAIN = str.maketrans(_FULL_WIDTH | _SPACES | {ord(sign): plain for sign, plain in _SAME_SIGN.items()})


def half_width(text: str) -> str:
    """The text in half-width signs with plain spaces; nothing that tells two figures apart is lost."""
    return text.translate(_PLAIN)
