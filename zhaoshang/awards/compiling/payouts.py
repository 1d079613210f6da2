"""Instalments and recipients, as the interpreters take them."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import Any

from zhaoshang.awards.award import Award
from zhaoshang.awards.compiling.asking import figure_number
from zhaoshang.awards.compiling.draft import Draft, Place, Unfit
from zhaoshang.awards.compiling.number import YUAN
from zhaoshang.awards.payout import Instalment, Manner, Payout
from zhaoshang.awards.speaker import Speaker
from zhaoshang.awards.speech import say_label
from zhaoshang.values import Text


def compile_payout(draft: Draft, award: Award) -> list[dict[str, Any]]:
    """The instalments: a `share` as two whole numbers, a `sum` in fen, or the `rest`, each with the note of its label.

    Shares that do not add up are no statement of how the sum is paid; then, as where nothing is said, there is one
    part whose label says so.
    """
    payout = award.payout or draft.terms.payout
    place: Place = ("payout",)
    if payout is None or payout.manner or not adds_up(payout):
        manner = payout.manner if payout and payout.manner else Manner.UNSTATED
        note = draft.note(place, "payout", lambda speaker: speaker.say("award", f"paid_{manner.value}"))
        return [{"rest": True, "note": note}]
    return [_instalment(draft, part, (*place, index)) for index, part in enumerate(payout.instalments)]


def adds_up(payout: Payout) -> bool:
    """Whether the instalments make up the whole: shares of 100 %, or one part that is the rest."""
    rests = sum(part.rest for part in payout.instalments)
    shares = share_total(payout)
    if rests:
        return rests == 1 and payout.instalments[-1].rest and shares <= 1
    return shares == 1 and not any(part.sum for part in payout.instalments)


def share_total(payout: Payout) -> Fraction:
    """What the shares of all instalments add up to."""
    return sum((figure_number(part.share)[0] for part in payout.instalments if part.share), Fraction(0))


def _instalment(draft: Draft, part: Instalment, place: Place) -> dict[str, Any]:
    note = draft.note(place, "payout", lambda speaker: say_instalment(speaker, part))
    if part.share:
        share = figure_number(part.share)[0]
        return {"share": [str(share.numerator), str(share.denominator)], "note": note}
    if part.sum:
        value, dimension = figure_number(part.sum)
        if dimension != YUAN or (value * 100).denominator != 1:
            raise Unfit((*place, "sum"), "Z629")
        return {"sum": str(value * 100), "note": note}
    return {"rest": True, "note": note}


def say_instalment(speaker: Speaker, part: Instalment) -> str:
    """`40% upon start of construction`."""
    figure = part.share or part.sum
    words = speaker.figure(figure) if figure else speaker.say("award", "rest")
    if part.year:
        words = speaker.say("award", "instalment_year", part=words, year=str(part.year))
    if part.at:
        at = say_label(speaker, part.at, speaker.vocabulary.milestones)
        return speaker.say("award", "instalment_at", part=words, at=at)
    return words


def compile_split(draft: Draft, award: Award) -> list[dict[str, Any]]:
    """Who gets which share of the sum (Z626 where the shares do not add up to the whole)."""
    parts = []
    for index, part in enumerate(award.split):
        share = figure_number(part.share)[0]
        note = draft.note(("split", index), "split", partial(_say_recipient, to=part.to))
        parts.append({"share": [str(share.numerator), str(share.denominator)], "note": note})
    if award.split and sum((figure_number(part.share)[0] for part in award.split), Fraction(0)) != 1:
        raise Unfit(("split",), "Z626")
    return parts


def _say_recipient(speaker: Speaker, *, to: str | Text) -> str:
    return say_label(speaker, to, speaker.vocabulary.recipients)
