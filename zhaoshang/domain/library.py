"""The whole content as one frozen value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from zhaoshang.diagnostics.diagnostic import Span
from zhaoshang.domain.costs import CostClass
from zhaoshang.domain.facts import Fact, Facts
from zhaoshang.domain.guide import Guide, Visit
from zhaoshang.domain.industry import Industry
from zhaoshang.domain.kinds import KINDS, Layout
from zhaoshang.domain.location import Location
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.procedure import Procedure
from zhaoshang.domain.project import Project
from zhaoshang.domain.prose import Case, News, Page, Questions
from zhaoshang.domain.record import Record
from zhaoshang.domain.register import Release
from zhaoshang.domain.restriction import Restrictions
from zhaoshang.domain.reward import Reward
from zhaoshang.domain.site import Contact, Site
from zhaoshang.domain.sites import Park, Plot
from zhaoshang.domain.vocabularies import Vocabularies
from zhaoshang.domain.waiver import Waivers
from zhaoshang.values import Prose


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Names a record: `Key("projects", "anode-materials")`. A singleton's id is its kind."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}"


class Locator(Protocol):
    """Finds where a path inside a record stands in its file (`reading.Node` is one)."""

    def span(self, *path: str | int) -> Span:
        """The place of the value at `path`, or of its nearest parent that exists."""

    def key_span(self, *path: str | int) -> Span:
        """The place of the key at `path`."""


class Manuscript(Protocol):
    """Finds where words of a long prose stand in its file (`reading.manuscript` has one)."""

    def span(self, words: str) -> Span:
        """The first place that reads so, or the start of the file."""


@dataclass(frozen=True, slots=True)
class Library:
    """Every record of a project, decoded and in a fixed order: by id, whatever the file system says."""

    site: Site
    facts: Facts
    vocabularies: Vocabularies
    location: Location
    restrictions: Restrictions
    faq: Questions
    pages: Mapping[str, Page] = field(default_factory=dict)
    news: Mapping[str, News] = field(default_factory=dict)
    industries: Mapping[str, Industry] = field(default_factory=dict)
    costs: Mapping[str, CostClass] = field(default_factory=dict)
    parks: Mapping[str, Park] = field(default_factory=dict)
    plots: Mapping[str, Plot] = field(default_factory=dict)
    projects: Mapping[str, Project] = field(default_factory=dict)
    policies: Mapping[str, Policy] = field(default_factory=dict)
    rewards: Mapping[str, Reward] = field(default_factory=dict)
    procedures: Mapping[str, Procedure] = field(default_factory=dict)
    cases: Mapping[str, Case] = field(default_factory=dict)
    guides: Mapping[str, Guide] = field(default_factory=dict)
    editions: Mapping[str, Release] = field(default_factory=dict)
    """The register of released editions by number."""
    visits: Mapping[str, Visit] = field(default_factory=dict)
    waivers: Waivers = field(default_factory=lambda: Waivers(id="waivers"))
    prose: Mapping[tuple[Key, str], Prose] = field(default_factory=dict)
    """Long prose by record and language."""
    manuscripts: Mapping[tuple[Key, str], Manuscript] = field(default_factory=dict)
    """Where long prose was typed, by record and language."""
    media: Mapping[str, str] = field(default_factory=dict)
    """Files under `content/media/` by name, with the SHA-256 of their bytes."""
    locators: Mapping[Key, Locator] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        """The site's languages; the first is the original."""
        return self.site.languages

    def records(self, kind: str) -> Mapping[str, Record]:
        """All records of a kind by id; a singleton is a mapping of one."""
        found = getattr(self, kind)
        return {kind: found} if KINDS[kind].layout is Layout.FILE else found

    def documents(self) -> Mapping[str, Mapping[str, Policy | Reward]]:
        """The kinds whose records are documents of an authority, with their records."""
        return {"policies": dict(self.policies), "rewards": dict(self.rewards)}

    @property
    def cost_classes(self) -> tuple[CostClass, ...]:
        """The classes of factor costs in the order the bureau gives."""
        return tuple(sorted(self.costs.values(), key=lambda each: (int(each.order), each.id)))

    def all_records(self) -> Iterator[tuple[Key, Record]]:
        """Every record with its key but those of the past, kinds in the order of `KINDS`, ids sorted."""
        for kind in (name for name, one in KINDS.items() if not one.past):
            for id_, record in self.records(kind).items():
                yield Key(kind, id_), record

    def span(self, key: Key, *path: str | int) -> Span | None:
        """Where the value at `path` of a record stands."""
        locator = self.locators.get(key)
        return locator.span(*path) if locator else None

    def key_span(self, key: Key, *path: str | int) -> Span | None:
        """Where the key at `path` of a record stands."""
        locator = self.locators.get(key)
        return locator.key_span(*path) if locator else None

    def fact(self, id_: str) -> Fact:
        """A fact of the register; raises KeyError where it does not exist."""
        return self.facts.facts[id_]

    def contact(self, id_: str | None) -> Contact:
        """A contact, or the default one where a record names none."""
        return self.site.contacts[id_ or self.site.default_contact]

    def prose_span(self, key: Key, language: str, words: str) -> Span | None:
        """Where words of a record's long prose stand."""
        manuscript = self.manuscripts.get((key, language))
        return manuscript.span(words) if manuscript else None
