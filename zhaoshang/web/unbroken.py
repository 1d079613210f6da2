"""Ranges that stay on one line: 15–18 and 14:00—17:30 never end a line with their dash, or begin one."""

import re

_JOINER = "\u2060"
_RANGE = re.compile(r"[–—～](?<=[\d%万亿元].)(?=\d)(?=[^<>]*<(?!/(?:script|style|title|option)>))")
"""A dash between figures in the text of a page: what follows first is a tag, and not the end of what is no text. The dash
comes first in the pattern, because there are few: what stands before it is asked only there.
"""


def with_unbroken_ranges(html: str) -> str:
    """The page with a word joiner on either side of the dash of every range that a reader sees; attributes, scripts and
    what is typed back into forms stay as they are.
    """
    return _RANGE.sub(lambda dash: f"{_JOINER}{dash[0]}{_JOINER}", html)
