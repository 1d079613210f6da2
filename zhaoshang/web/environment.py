"""The templates of the site in one language, with the filters that pages have beside those of all media."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from markupsafe import Markup

from zhaoshang.voice import Voice
from zhaoshang.voice.templates import speaking_templates

_MARKS = frozenset("，、：；。！？")
"""Where a Chinese title may break before anything else."""


def make_environment(templates: Path, voice: Voice, compiled: BytecodeCache) -> Environment:
    """Templates that say everything in the voice's language; an undefined name is an error."""
    environment = speaking_templates(templates, voice, compiled=compiled)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True, "default": dict}
    environment.filters |= {"day": marked_day(voice), "filesize": filesize, "json_block": json_block}
    environment.tests["phrased"] = lambda text: not _MARKS.isdisjoint(voice.plain(text))
    return environment


def filesize(size: int) -> str:
    """A number of bytes as people say it: 640 KB, 2.3 MB."""
    if size < 1_000_000:
        return f"{-(-size // 1000)} KB"
    tenths = (size + 50_000) // 100_000
    return f"{tenths // 10}.{tenths % 10} MB"


def json_block(data: object) -> Markup:
    """Data as JSON inside a script element, which it cannot end: `<` is written as an escape."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=dict)
    return Markup(text.replace("<", "\\u003c"))


def marked_day(voice: Voice) -> Callable[[date], Markup]:
    """The filter that writes a day so that machines can read it too."""
    return lambda day: Markup('<time datetime="{}">{}</time>').format(day.isoformat(), voice.date(day))
