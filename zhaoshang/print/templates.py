"""The templates of everything printed: those that say things in a language, with what paper says differently."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from markupsafe import Markup, escape

from zhaoshang.voice import Voice
from zhaoshang.voice.templates import speaking_templates

_BRACKETED = re.compile(r"(.+?) ?([（(].+[）)])$")
_CHINESE = re.compile(r"[\u4e00-\u9fff〔〕][\u4e00-\u9fff〔〕0-9]*")


def printed_templates(folder: Path, voice: Voice, *, compiled: BytecodeCache | None = None) -> Environment:
    """The templates under a folder, in a voice; the library and its site are at hand."""
    environment = speaking_templates(folder, voice, compiled=compiled)
    environment.filters["marked"] = lambda text: marked(text, voice.language)
    environment.filters |= {"amid": amid, "at_start": at_start, "parted": parted, "whole": whole}
    environment.globals |= {"library": voice.library, "site": voice.library.site}
    return environment


def amid(word: str) -> str:
    """A word or phrase as it stands in the middle of a sentence: with a small letter, unless it is an acronym."""
    return word if word[1:2].isupper() else word[:1].lower() + word[1:]


def at_start(words: str) -> str:
    """Words as they stand at the beginning of a sentence or a cell."""
    return words[:1].upper() + words[1:]


def parted(amount: str) -> Markup:
    """An amount and, in an element of its own, the same in another unit, which stands in brackets behind it."""
    cut = _BRACKETED.match(amount)
    return Markup('{}<span class="again">{}</span>').format(*cut.groups()) if cut else escape(amount)


def whole(number: str) -> str:
    """A telephone number whose groups of figures no line end parts."""
    return number.replace(" ", "\u00a0")


def marked(text: str, language: str) -> Markup:
    """A text with the Chinese words in it marked as such, where the language around them is another."""
    if isinstance(text, Markup) or language.startswith("zh"):
        return escape(text)
    return Markup(_CHINESE.sub(r'<span lang="zh">\g<0></span>', str(escape(text))))
