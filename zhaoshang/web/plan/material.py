"""What every section's planner works from: the library on a day, with the questions asked once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from zhaoshang.domain.facts import Fact
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.project import Project
from zhaoshang.domain.register import Contents, Register
from zhaoshang.domain.relations import free_plots, listed_projects
from zhaoshang.domain.sites import Plot
from zhaoshang.domain.standing import Status, standings
from zhaoshang.reading.words import Lexicon
from zhaoshang.values import Rates, Text
from zhaoshang.web.page import State
from zhaoshang.web.views.entries import Download, FactEntry, FactGroup, Person, PolicyEntry, RewardEntry


@dataclass(frozen=True)
class Material:
    """The library, the interface words and the day; what several planners need is worked out once."""

    library: Library
    lexicon: Lexicon
    today: date
    downloads: tuple[Download, ...] = ()
    papers: tuple[Download, ...] = ()
    """What is offered beside the guides: `guide` is `forms/<id>` of a form or the leaflet, `sheets/<id>` of a project's."""

    contents: Mapping[str, Contents] | None = None
    """What each guide states on the day, where the register of editions needs it."""

    def words(self, path: str) -> Text:
        """An interface word in every language."""
        return self.lexicon.text(path)

    @cached_property
    def rates(self) -> Rates | None:
        """What a US dollar costs, where the site says so."""
        rate = self.library.site.exchange.get("usd")
        return Rates("USD", rate.rate.figure, rate.as_of, rate.source) if rate else None

    def forms(self, *names: str) -> tuple[Download, ...]:
        """The files of these forms on paper, in every language; without names, of all."""
        forms = (one for one in self.papers if one.guide.startswith("forms/"))
        return tuple(one for one in forms if not names or one.guide.removeprefix("forms/") in names)

    @cached_property
    def sheets(self) -> Mapping[str, tuple[Download, ...]]:
        """The sheets of the projects that have one, by the projects' ids, in every language."""
        found: dict[str, tuple[Download, ...]] = {}
        for one in self.papers:
            if one.guide.startswith("sheets/"):
                project = one.guide.removeprefix("sheets/")
                found[project] = (*found.get(project, ()), one)
        return found

    @cached_property
    def register(self) -> Register:
        """The editions released until the day."""
        return Register.on(self.today, self.library.editions.values(), self.contents)

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        """The projects the site lists."""
        return listed_projects(self.library, today=self.today)

    @cached_property
    def open_projects(self) -> tuple[Project, ...]:
        """The projects an investor can still take up."""
        return tuple(p for p in self.projects if p.stage.open)

    @cached_property
    def free_plots(self) -> tuple[Plot, ...]:
        """The plots that can be had."""
        return free_plots(self.library)

    @cached_property
    def policy_standings(self) -> Mapping[str, Status]:
        """Where each policy stands."""
        return standings(self.library.documents()["policies"], today=self.today)

    @cached_property
    def policies(self) -> tuple[PolicyEntry, ...]:
        """Every policy with its standing, drafts left out."""
        return tuple(
            PolicyEntry(policy, status)
            for id_, policy in self.library.policies.items()
            if (status := self.policy_standings[id_]).published
        )

    @cached_property
    def rewards(self) -> tuple[RewardEntry, ...]:
        """Every reward scheme with its standing, drafts left out."""
        found = standings(self.library.documents()["rewards"], today=self.today)
        return tuple(
            RewardEntry(reward, found[id_])
            for id_, reward in self.library.rewards.items()
            if found[id_].published
        )

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """The fact register."""
        return self.library.facts.facts

    def entries(self, ids: Iterable[str]) -> tuple[FactEntry, ...]:
        """Facts with their ids, in the order asked for."""
        return tuple(FactEntry(id_, self.facts[id_]) for id_ in ids)

    @cached_property
    def fact_groups(self) -> tuple[FactGroup, ...]:
        """The whole register by group."""
        return tuple(
            FactGroup(id_, title, self.entries(f for f, fact in self.facts.items() if fact.group == id_))
            for id_, title in self.library.facts.groups.items()
        )

    def person(self, id_: str | None) -> Person:
        """A contact, or the default one."""
        id_ = id_ or self.library.site.default_contact
        return Person(id_, self.library.site.contacts[id_])

    @cached_property
    def projects_by_park(self) -> Mapping[str, int]:
        """How many open projects each park has."""
        return Counter(p.park for p in self.open_projects if p.park)

    @cached_property
    def projects_by_sector(self) -> Mapping[str, int]:
        """How many open projects each sector has."""
        return Counter(p.sector for p in self.open_projects)

    @cached_property
    def plots_by_park(self) -> Mapping[str, int]:
        """How many free plots each park has."""
        return Counter(p.park for p in self.free_plots if p.park)

    def states(self, key: Key, languages: tuple[str, ...] = ()) -> dict[str, State]:
        """In which languages a record's page falls back (prose missing) or is absent (not published in it)."""
        found = {}
        have = {lang for (k, lang) in self.library.prose if k == key}
        for language in self.library.languages:
            if languages and language not in languages:
                found[language] = State.ABSENT
            elif have and language not in have:
                found[language] = State.FALLBACK
        return found
