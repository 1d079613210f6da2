"""A scheme that rewards introducers (引荐人奖励办法)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from zhaoshang.awards import Terms
from zhaoshang.domain.instrument import Instrument
from zhaoshang.domain.policy import Article
from zhaoshang.domain.record import ContactRef, PageRef, Part, Record, Slug
from zhaoshang.values import Duration, Text


class Registration(Part):
    """How an introducer registers a lead, and how long the registration holds."""

    text: Text
    before: Text
    """What must not have happened yet when the lead is registered."""
    holds: Duration | None = None
    materials: tuple[Text, ...] = ()


class RewardStep(Part):
    """A step on the way to the payment."""

    name: Text
    office: Text
    time: Duration | None = None
    detail: Text | None = None


class Reward(Record):
    """`rewards/<id>.yaml`. A published scheme binds the county (行政允诺)."""

    kind: ClassVar[str] = "rewards"

    title: Text
    summary: Text
    document: Instrument
    who: tuple[Text, ...]
    who_not: tuple[Text, ...]
    first_referrer: Text
    registration: Registration
    terms: Terms = Terms()
    articles: Mapping[Slug, Article]
    steps: tuple[RewardStep, ...]
    contact: ContactRef
    interpretation: PageRef | None = None
    internal: Mapping[str, str] = {}
