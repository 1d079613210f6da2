"""The templates of one language: how they are compiled, and the filters that have no voice of their own."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from zhaoshang.reading.words import Words
from zhaoshang.voice import Voice

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
    by = sha256(f"{jinja2.__version__}\n".encode() + Path(__file__).read_bytes()).hexdigest()[:12]
    folder = workshop / "templates" / by
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


def make_environment(templates: Path, voice: Voice, compiled: BytecodeCache) -> Environment:
    """Templates that say everything in the voice's language; an undefined name is an error."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        bytecode_cache=compiled,
        auto_reload=False,  # nobody edits a template while a site is being built from it
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True, "default": dict}
    environment.filters |= {
        "say": voice.say,
        "plain": voice.plain,
        "original": voice.original,
        "originals": voice.originals,
        "show": voice.show,
        "converted": voice.converted,
        "number": voice.number,
        "before": voice.before,
        "after": voice.after,
        "day": marked_day(voice),
        "prose": voice.prose,
        "travel_time": voice.travel_time,
        "working_days": voice.working_days,
        "fill": fill,
        "filesize": filesize,
        "json_block": json_block,
    }
    environment.tests["phrased"] = lambda text: not _MARKS.isdisjoint(voice.plain(text))
    return environment


def filesize(size: int) -> str:
    """A number of bytes as people say it: 640 KB, 2.3 MB."""
    if size < 1_000_000:
        return f"{-(-size // 1000)} KB"
    tenths = (size + 50_000) // 100_000
    return f"{tenths // 10}.{tenths % 10} MB"


def fill(words: str | Words, **values: object) -> Markup:
    """Interface words with their places filled: `words.badge.days_left | fill(n=24)`; `n` chooses the form.

    Values that are markup stay markup; everything else is escaped.
    """
    if isinstance(words, Words):
        words = str(words.get("one" if values["n"] == 1 else "other", words["other"]))
    return escape(words).format(**values)


def json_block(data: object) -> Markup:
    """Data as JSON inside a script element, which it cannot end: `<` is written as an escape."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=dict)
    return Markup(text.replace("<", "\\u003c"))


def marked_day(voice: Voice) -> Callable[[date], Markup]:
    """The filter that writes a day so that machines can read it too."""
    return lambda day: Markup('<time datetime="{}">{}</time>').format(day.isoformat(), voice.date(day))
