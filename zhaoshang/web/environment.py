"""The templates of one language: how they are compiled, and the filters that have no voice of their own."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket
from markupsafe import Markup

from zhaoshang.voice import Voice
from zhaoshang.voice import templates as speaking

_MARKS = frozenset("，、：；。！？")
"""Where a Chinese title may break before anything else."""


class Compiled(BytecodeCache):
    """Compiled templates, kept in memory, so that each is compiled once for all languages."""

    def __init__(self) -> None:
        self._buckets: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills a template's bucket if it has been compiled before."""
        if bucket.key in self._buckets:
            bucket.bytecode_from_string(self._buckets[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a compiled template."""
        self._buckets[bucket.key] = bucket.bytecode_to_string()


def compiled_templates(workshop: Path | None) -> BytecodeCache:
    """Where compiled templates are kept: in the workshop from one build to the next, else in memory.

    A template is known by its text; the folder is named by what else decides how it is compiled.
    """
    if workshop is None:
        return Compiled()
    by = sha256(jinja2.__version__.encode())
    for code in (__file__, speaking.__file__):
        by.update(Path(code).read_bytes())
    folder = workshop / "templates" / by.hexdigest()[:12]
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


def make_environment(templates: Path, voice: Voice, compiled: BytecodeCache) -> Environment:
    """Templates that say everything in the voice's language; an undefined name is an error."""
    environment = speaking.speaking_templates(templates, voice, compiled=compiled)
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
