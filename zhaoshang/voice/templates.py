"""Templates that say everything in one language: how they are read, and the filters that all media share."""

from __future__ import annotations

from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from zhaoshang.reading.words import Words
from zhaoshang.voice.voice import Voice


def strict_templates(folder: Path, *, compiled: BytecodeCache | None = None) -> Environment:
    """The templates under a folder: every value is escaped, an undefined name is an error.

    `compiled` keeps them compiled; nobody edits a template while something is being made from it.
    """
    return Environment(
        loader=FileSystemLoader(folder),
        bytecode_cache=compiled,
        auto_reload=False,
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
