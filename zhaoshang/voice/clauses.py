"""What the clauses of a document say, in one language: what they pay, to whom, and when one may apply."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zhaoshang.awards import (
    Award,
    Rule,
    Threshold,
    describe,
    describe_briefly,
    describe_clock,
    describe_next,
    describe_rule,
    describe_terms,
    describe_threshold,
    describe_window,
)
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.reach import least_invested, least_land
from zhaoshang.domain.relations import clause_labels
from zhaoshang.domain.reward import Reward
from zhaoshang.domain.standing import Status
from zhaoshang.values import Quantity, Text
from zhaoshang.voice.voice import Voice


@dataclass(frozen=True, slots=True)
class FilingLine:
    """A window in words. `subject` says what it is for, where it is not for all; `clock` how it stands in days
    from the day of the build, `next` the same as a date; both are empty where it depends on an event.
    """

    subject: str
    window: str
    clock: str
    next: str
    opening: str


@dataclass(frozen=True, slots=True)
class Clauses:
    """The same words on the web and in print."""

    voice: Voice

    def labels(self, record: Policy | Reward) -> Mapping[str, Text]:
        """What its awards may refer to."""
        return clause_labels(self.voice.library, record)

    def sentence(self, award: Award, record: Policy | Reward) -> str:
        """An award in a sentence or two."""
        return describe(award, record.terms, self.voice.language, articles=self.labels(record))

    def line(self, record: Policy | Reward) -> tuple[str, ...]:
        """What a document pays, without how it is paid: a sentence an award, as firm as the text and no firmer."""
        labels = self.labels(record)
        return tuple(
            describe_briefly(award, record.terms, self.voice.language, articles=labels)
            for article in record.articles.values()
            for award in article.awards
        )

    def terms(self, record: Policy | Reward) -> tuple[str, ...]:
        """What a document lays down for all its awards."""
        return describe_terms(record.terms, self.voice.language, articles=self.labels(record))

    def rule(self, rule: Rule) -> str:
        """How awards stand beside each other, in a sentence."""
        return describe_rule(rule, self.voice.language)

    def filings(self, record: Policy | Reward, status: Status) -> tuple[FilingLine, ...]:
        """When one may apply, and how that stands."""
        return tuple(
            FilingLine(
                self.voice.plain(filing.subject) if filing.subject else "",
                describe_window(filing.window, record.terms, self.voice.language),
                describe_clock(filing.clock, self.voice.language),
                describe_next(filing.clock, self.voice.language),
                filing.clock.opening.value,
            )
            for filing in status.filings
        )

    def size(self, policy: Policy) -> tuple[tuple[str, str], ...]:
        """The investment and the land of the projects a policy is for: what it says itself, else the least that its
        sums ask for; no words where it is for all.
        """
        return tuple(self._size(policy))

    def _size(self, policy: Policy) -> Iterator[tuple[str, str]]:
        scope = policy.scope
        yield "investment", self._asked(policy, scope.investment, least_invested(policy))
        land = self._asked(policy, scope.land, least_land(policy))
        yield "land", self.voice.words.at("suits.tenants") if scope.tenants else land

    def _asked(self, policy: Policy, stated: Quantity | None, least: Threshold | None) -> str:
        if stated:
            return self.voice.show(stated)
        return describe_threshold(least, policy.terms, self.voice.language) if least else ""
