"""What every piece of a clause has in common, and the two small types most of them use: ids and labels."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainValidator

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import Text, refusing
from zhaoshang.values.schema import translating

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Form(BaseModel):
    """A frozen piece of a clause. Unknown keys are refused; every scalar arrives as a string."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def read_id(text: str) -> str:
    """An id: lower-case Latin letters, digits, single hyphens. Refuses anything else (Z601)."""
    if not _ID.fullmatch(text):
        raise Refusal("Z601", value=text)
    return text


def is_id(text: str) -> bool:
    """Whether a string is spelled like an id. No quantity is: 5 alone has no unit, 5% has a sign."""
    return bool(_ID.fullmatch(text)) and not text.isdigit()


Id = Annotated[str, refusing(read_id)]
"""The id of a measure, a rank, a milestone, a recipient or an option."""

Ref = Annotated[str, refusing(read_id)]
"""The id of an article of the same document, or of another policy or reward."""


def _read_label(value: object) -> str | Text:
    if isinstance(value, Text):
        return value
    if isinstance(value, Mapping):
        return Text({str(tag): words for tag, words in value.items()})
    if isinstance(value, str):
        return read_id(value)
    raise Refusal("Z602")


def _label(value: object) -> str | Text:
    return translating(_read_label)(value)


Label = Annotated[str | Text, PlainValidator(_label)]
"""A word of the vocabulary by its id (`production-start`), or the words themselves (`{zh: 投产, en: …}`)."""
