"""The tier table of an award: bands, ranks, components or phases, a row each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zhaoshang.awards.award import Award
from zhaoshang.awards.base import Base
from zhaoshang.awards.cap import Caps
from zhaoshang.awards.compiling.grants import can_be_sliced
from zhaoshang.awards.grant import Grant, Shape
from zhaoshang.awards.sentence import say_grant, shared_base
from zhaoshang.awards.speaker import NO_ARTICLES, Speaker
from zhaoshang.awards.speech import inherited, say_base, say_cap, say_limit, say_rank, say_test, say_top_up
from zhaoshang.awards.terms import Terms
from zhaoshang.values import Text


@dataclass(frozen=True, slots=True)
class TierTable:
    """A table in words. Columns that would be empty in every row are left out."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    """Whether the bands apply to the whole or in slices; what all rows are reckoned on."""


Row = tuple[str, str, str, str]
"""What it is for, what is paid, the ceiling, the condition."""


def table(
    award: Award, terms: Terms, language: str, *, articles: Mapping[str, Text] = NO_ARTICLES
) -> TierTable | None:
    """The table of an award that has bands, ranks, components or phases; None for any other."""
    speaker = Speaker.of(language, terms, articles)
    head, rows = _rows(speaker, award)
    if not rows:
        return None
    heads = (head, *(speaker.say("table", key) for key in ("pay", "cap", "condition")))
    kept = [index for index in range(4) if any(row[index] for row in rows)]
    cells = tuple(tuple(row[index] for index in kept) for row in rows)
    notes = filter(None, (_mode(speaker, award), _based(speaker, award)))
    return TierTable(tuple(heads[index] for index in kept), cells, speaker.listed(notes))


def _rows(speaker: Speaker, award: Award) -> tuple[str, list[Row]]:
    if award.phases:
        return speaker.say("table", "year"), list(_phases(speaker, award))
    if award.tiers:
        by = award.by or award.of
        head = say_base(speaker, by) if by else speaker.say("table", "condition")
        return head, [_tier(speaker, award, index, by) for index in range(len(award.tiers))]
    if award.ranks and award.by:
        measure = award.by.measure or ""
        rows = [
            _row(
                speaker,
                say_rank(speaker, measure, rank),
                inner,
                award,
                shared_base(award, award.ranks.values()),
            )
            for rank, inner in award.ranks.items()
        ]
        return say_base(speaker, award.by), rows
    sums = speaker.say("table", "sum")
    return sums, [
        _row(speaker, speaker.text(part.name) if part.name else str(number), part, award)
        for number, part in enumerate(award.components, 1)
    ]


def _phases(speaker: Speaker, award: Award) -> Iterator[Row]:
    first, shared = 1, shared_base(award, award.phases)
    for phase in award.phases:
        yield _row(speaker, speaker.span(first, first + phase.years - 1), phase, award, shared)
        first += phase.years


def _tier(speaker: Speaker, award: Award, index: int, by: Base | None) -> Row:
    tier = award.tiers[index]
    if tier.from_ or tier.to:
        return _row(speaker, speaker.band(tier.from_, tier.to), tier, award, by)
    test = say_test(speaker, tier.when) if tier.when else speaker.say("band", "any")
    return _row(speaker, test, tier.model_copy(update={"when": None}), award, by)


def _row(speaker: Speaker, head: str, part: Grant, around: Shape, known: Base | None = None) -> Row:
    inner = inherited(part, around)
    words = say_grant(speaker, inner, known)
    for top_up in part.top_ups:
        words = speaker.say("grant", "more", pay=words, more=say_top_up(speaker, top_up))
    tests = [say_test(speaker, part.when)] if part.when else []
    tests += [speaker.text(text) for text in part.conditions]
    return head, words, _ceiling(speaker, part.cap), speaker.listed(tests)


def _ceiling(speaker: Speaker, caps: Caps | None) -> str:
    if caps is None:
        return ""
    if caps.unscoped and len(list(caps.stated())) == 1:
        return say_limit(speaker, caps.unscoped)
    return speaker.listed((say_cap(speaker, scope, cap) for scope, cap in caps.stated()), "comma")


def _based(speaker: Speaker, award: Award) -> str:
    """The formula that every row is a share or a multiple of, said once."""
    parts: tuple[Grant, ...] = award.phases or tuple(award.ranks.values())
    base = shared_base(award, parts) if parts else None
    return speaker.say("table", "based", base=say_base(speaker, base)) if base else ""


def _mode(speaker: Speaker, award: Award) -> str:
    if not can_be_sliced(award):
        return ""
    return speaker.say("grant", award.mode.value if award.mode else "open")
