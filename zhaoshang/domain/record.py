"""What every record of the content has in common, and how records name each other."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import refusing

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_URL = re.compile(r"https?://[^\s\"'<>\\]+")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PHONE = re.compile(r"\+?[0-9][0-9 -]{4,18}[0-9]")
_OLD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*|(?:[a-z0-9-]+/)*[a-z0-9-]+\.html")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")


def _matching(pattern: re.Pattern[str], code: str) -> Callable[[str], str]:
    """A parser that accepts the whole of `pattern` and refuses anything else with `code`."""

    def parse(text: str) -> str:
        if not pattern.fullmatch(text):
            raise Refusal(code, value=text)
        return text

    return parse


type_slug = _matching(_SLUG, "Z280")

Slug = Annotated[str, refusing(type_slug)]
"""An id: lower-case Latin letters, digits and single hyphens."""

Url = Annotated[str, refusing(_matching(_URL, "Z281"))]
"""An absolute http or https address."""

Colour = Annotated[str, refusing(_matching(_COLOUR, "Z282"))]
"""A colour as `#rrggbb`."""

Mail = Annotated[str, refusing(_matching(_MAIL, "Z283"))]
"""An e-mail address."""

Phone = Annotated[str, refusing(_matching(_PHONE, "Z284"))]
"""A telephone number: digits, spaces and hyphens, optionally with a leading +."""

Language = Annotated[str, refusing(_matching(_LANGUAGE, "Z285"))]
"""A language tag such as `zh`, `en`, `zh-Hant`."""


Alias = Annotated[str, refusing(_matching(_OLD, "Z291"))]
"""An old address: an old id, or a path below the language's folder such as `projects/old.html`."""


def _page_path(text: str) -> str:
    if not text.endswith(".html"):
        raise Refusal("Z291", value=text)
    return _matching(_OLD, "Z291")(text)


PagePath = Annotated[str, refusing(_page_path)]
"""The path of a page below the language's folder: `costs/index.html`."""


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a string field as the id of a record of `kind`; `rules.references` follows these marks.

    `kind` is the name of a kind (`parks`) or, with a dot, of a list inside a singleton (`vocabularies.sectors`).
    """

    kind: str


PageRef = Annotated[Slug, RefersTo("pages")]
NewsRef = Annotated[Slug, RefersTo("news")]
IndustryRef = Annotated[Slug, RefersTo("industries")]
CostsRef = Annotated[Slug, RefersTo("costs")]
ParkRef = Annotated[Slug, RefersTo("parks")]
PlotRef = Annotated[Slug, RefersTo("plots")]
ProjectRef = Annotated[Slug, RefersTo("projects")]
PolicyRef = Annotated[Slug, RefersTo("policies")]
RewardRef = Annotated[Slug, RefersTo("rewards")]
ProcedureRef = Annotated[Slug, RefersTo("procedures")]
CaseRef = Annotated[Slug, RefersTo("cases")]
GuideRef = Annotated[Slug, RefersTo("guides")]
FactGroupRef = Annotated[Slug, RefersTo("facts.groups")]
FactRef = Annotated[Slug, RefersTo("facts.facts")]
ContactRef = Annotated[Slug, RefersTo("site.contacts")]
NodeRef = Annotated[Slug, RefersTo("location.nodes")]
SectorRef = Annotated[Slug, RefersTo("vocabularies.sectors")]
ModeRef = Annotated[Slug, RefersTo("vocabularies.modes")]
PlotKindRef = Annotated[Slug, RefersTo("vocabularies.plot_kinds")]
BenefitRef = Annotated[Slug, RefersTo("vocabularies.benefits")]
TagRef = Annotated[Slug, RefersTo("vocabularies.tags")]


class Part(BaseModel):
    """A frozen piece of a record. Unknown keys are refused; every scalar arrives as a string."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Record(Part):
    """One record: one YAML file. `id` is the file's name and is never typed in the file."""

    kind: ClassVar[str] = ""

    id: Slug
    aliases: tuple[Alias, ...] = ()
    """Old ids or addresses of its page, which lead to it."""
