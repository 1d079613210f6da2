"""Templates that say everything in one language: how they are read, and the filters that all media share."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from zhaoshang.reading.words import Words
from zhaoshang.voice.voice import Voice


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
    by = sha256(jinja2.__version__.encode() + Path(__file__).read_bytes())
    folder = workshop / "templates" / by.hexdigest()[:12]
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


def strict_templates(folder: Path, *, compiled: BytecodeCache | None = None) -> Environment:
    """The templates under a folder: every value is escaped, an undefined name is an error.

    `compiled` keeps them compiled; nobody edits a template while something is being made from it.
    """
    return Environment(
        loader=FileSystemLoader(folder),
        bytecode_cache=compiled,
        auto_reload=False,
        optimized=False,  # what filters say of constants depends on the language, and is not to be compiled in
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def speaking_templates(folder: Path, voice: Voice, *, compiled: BytecodeCache | None = None) -> Environment:
    """The same with a voice: what a medium says differently it puts in place of a filter, or beside it."""
    environment = strict_templates(folder, compiled=compiled)
    environment.filters |= {
        "say": voice.say,
        "plain": voice.plain,
        "original": voice.original,
        "originals": voice.originals,
        "show": voice.show,
        "converted": voice.converted,
        "number": voice.number,
        "unit": voice.unit,
        "before": voice.before,
        "after": voice.after,
        "day": voice.date,
        "prose": voice.prose,
        "travel_time": voice.travel_time,
        "working_days": voice.working_days,
        "fill": fill,
    }
    environment.globals |= {"words": voice.words, "document_facts": voice.document_facts}
    return environment


def fill(words: str | Words, **values: object) -> Markup:
    """Interface words with their places filled: `words.badge.days_left | fill(n=24)`; `n` chooses the form.

    Values that are markup stay markup; everything else is escaped.
    """
    if isinstance(words, Words):
        words = str(words.get("one" if values["n"] == 1 else "other", words["other"]))
    return escape(words).format(**values)
