"""Which records an edition takes, and which it leaves out and why: nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from zhaoshang.domain.costs import CostClass
from zhaoshang.domain.guide import Chapter, Guide, Selection
from zhaoshang.domain.industry import Industry
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.procedure import Procedure
from zhaoshang.domain.project import Project, Stage
from zhaoshang.domain.prose import Case, Page, Role
from zhaoshang.domain.record import Record
from zhaoshang.domain.relations import free_plots, open_projects, page_with, project_order
from zhaoshang.domain.reward import Reward
from zhaoshang.domain.sites import Park, Plot
from zhaoshang.domain.standing import Status, standings


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A record that a chapter of the edition would have shown, and the code of the reason it does not."""

    key: Key
    code: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What an edition shows, in the order in which it shows it."""

    industries: tuple[Industry, ...] = ()
    costs: tuple[CostClass, ...] = ()
    parks: tuple[Park, ...] = ()
    plots: tuple[Plot, ...] = ()
    projects: tuple[Project, ...] = ()
    """On offer; each gets a sheet."""
    under_way: tuple[Project, ...] = ()
    """Signed, building or operating: named, without a sheet."""
    policies: tuple[Policy, ...] = ()
    rewards: tuple[Reward, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    cases: tuple[Case, ...] = ()
    pages: Mapping[Role, Page] = field(default_factory=dict)
    statuses: Mapping[Key, Status] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()

    def status(self, kind: str, id_: str) -> Status:
        """Where a document stands on the day of the edition."""
        return self.statuses[Key(kind, id_)]

    def complete(self, kind: str) -> bool:
        """Whether no record of a kind was left out only because the edition is of others."""
        return not any(left.key.kind == kind and left.code == _OUTSIDE for left in self.left_out)

    def shown(self) -> Iterator[Key]:
        """The records that have a place of their own in the edition, if its chapters are there."""
        for kind in CHAPTER_OF:
            yield from (Key(kind, record.id) for record in getattr(self, kind))


_OUTSIDE = "Z852"
"""Why a record on offer is left out: the edition is of others."""

CHAPTER_OF: Mapping[str, Chapter] = {
    "industries": Chapter.INDUSTRIES,
    "costs": Chapter.COSTS,
    "parks": Chapter.SITES,
    "plots": Chapter.SITES,
    "projects": Chapter.PROJECTS,
    "policies": Chapter.POLICIES,
    "rewards": Chapter.REWARDS,
    "procedures": Chapter.PROCEDURES,
    "cases": Chapter.CASES,
}
"""The kinds whose records have a place of their own, and the chapter they stand in."""

_PAGES: Mapping[Chapter, Role] = {
    Chapter.LETTER: Role.LETTER,
    Chapter.REASONS: Role.REASONS,
    Chapter.LIVING: Role.LIVING,
    Chapter.FOREIGN: Role.FOREIGN,
}

_ALWAYS = frozenset({Chapter.LOCATION, Chapter.FACTS, Chapter.CONTACTS, Chapter.APPENDIX})

_SECTION_KINDS: Mapping[Chapter, tuple[str, ...]] = {
    chapter: tuple(kind for kind, of in CHAPTER_OF.items() if of is chapter)
    for chapter in dict.fromkeys(CHAPTER_OF.values())
}


def choose(library: Library, guide: Guide, *, languages: frozenset[str], today: date) -> Choice:
    """The records of an edition in these languages, after its selection and what is on offer on `today`."""
    return _Chooser(library, guide.select, languages, today).choice(guide.chapters)


def filled_chapters(choice: Choice, chapters: Iterable[Chapter]) -> tuple[Chapter, ...]:
    """The chapters that have something to show."""
    return tuple(chapter for chapter in chapters if _is_filled(choice, chapter))


def _is_filled(choice: Choice, chapter: Chapter) -> bool:
    if chapter in _ALWAYS:
        return True
    if chapter in _PAGES:
        return _PAGES[chapter] in choice.pages
    return any(getattr(choice, kind) for kind in _SECTION_KINDS[chapter])


def anchor_of(key: Key) -> str:
    """The id of a record's place in a guide."""
    return f"{key.kind}-{key.id}"


def _named(record: Record, ids: Collection[str]) -> bool:
    """Whether a list of ids names the record; an empty one names all."""
    return not ids or record.id in ids


@dataclass(frozen=True, slots=True)
class _Chooser:
    """One selection put to one library."""

    library: Library
    select: Selection
    languages: frozenset[str]
    today: date

    def choice(self, chapters: tuple[Chapter, ...]) -> Choice:
        statuses = self._statuses()
        found = Choice(
            industries=self._industries(),
            costs=tuple(sorted(self.library.costs.values(), key=lambda c: (int(c.order), c.id))),
            parks=self._parks(),
            plots=tuple(p for p in free_plots(self.library) if self._takes_plot(p)),
            projects=tuple(p for p in open_projects(self.library, today=self.today) if self._takes(p)),
            under_way=self._under_way(),
            policies=tuple(
                p
                for p in self.library.policies.values()
                if statuses[Key("policies", p.id)].listed and self._takes_policy(p)
            ),
            rewards=tuple(
                r
                for r in self.library.rewards.values()
                if statuses[Key("rewards", r.id)].listed and _named(r, self.select.rewards)
            ),
            procedures=self._procedures(),
            cases=self._cases(),
            pages=self._pages(),
            statuses=statuses,
        )
        return replace(found, left_out=tuple(self._left_out(found, frozenset(chapters))))

    def _statuses(self) -> dict[Key, Status]:
        return {
            Key(kind, id_): status
            for kind, documents in self.library.documents().items()
            for id_, status in standings(documents, today=self.today).items()
        }

    def _industries(self) -> tuple[Industry, ...]:
        found = (i for i in self.library.industries.values() if self._takes_sector(i.sector))
        return tuple(sorted(found, key=lambda i: (int(i.order), i.id)))

    def _parks(self) -> tuple[Park, ...]:
        taken = self.select.parks
        found = (p for p in self.library.parks.values() if not taken or p.id in taken)
        return tuple(sorted(found, key=lambda p: (int(p.order), p.id)))

    def _under_way(self) -> tuple[Project, ...]:
        stages = {Stage.SIGNED, Stage.BUILDING, Stage.OPERATING}
        found = (p for p in self.library.projects.values() if p.stage in stages and self._takes(p))
        return tuple(sorted(found, key=project_order))

    def _procedures(self) -> tuple[Procedure, ...]:
        found = (p for p in self.library.procedures.values() if _named(p, self.select.procedures))
        return tuple(sorted(found, key=lambda p: (int(p.order), p.id)))

    def _cases(self) -> tuple[Case, ...]:
        found = (
            c
            for c in self.library.cases.values()
            if self._takes_sector(c.sector) and _named(c, self.select.cases)
        )
        return tuple(sorted(found, key=lambda c: (-int(c.year), c.id)))

    def _pages(self) -> dict[Role, Page]:
        found = {role: page_with(self.library, role) for role in _PAGES.values()}
        return {
            role: page
            for role, page in found.items()
            if page and (not page.languages or self.languages.intersection(page.languages))
        }

    def _takes_sector(self, sector: str) -> bool:
        return not self.select.sectors or sector in self.select.sectors

    def _takes(self, project: Project) -> bool:
        if self.select.projects:
            return project.id in self.select.projects
        in_park = not self.select.parks or project.park in self.select.parks
        in_stage = not self.select.stages or project.stage in self.select.stages
        return in_park and in_stage and self._takes_sector(project.sector)

    def _takes_plot(self, plot: Plot) -> bool:
        if self.select.plots:
            return plot.id in self.select.plots
        in_park = not self.select.parks or plot.park in self.select.parks
        return in_park and (not plot.sectors or any(map(self._takes_sector, plot.sectors)))

    def _takes_policy(self, policy: Policy) -> bool:
        if self.select.policies:
            return policy.id in self.select.policies
        return not policy.sectors or any(map(self._takes_sector, policy.sectors))

    def _left_out(self, found: Choice, chapters: frozenset[Chapter]) -> Iterator[LeftOut]:
        """The records of the edition's own chapters that it does not show."""
        shown = {*found.shown(), *(Key("projects", p.id) for p in found.under_way)}
        for kind, chapter in CHAPTER_OF.items():
            if chapter in chapters:
                for id_ in self.library.records(kind):
                    if (key := Key(kind, id_)) not in shown:
                        yield LeftOut(key, self._reason(key, found))

    def _reason(self, key: Key, found: Choice) -> str:
        """Z850 not in force, Z851 not on offer, Z852 outside the selection."""
        status = found.statuses.get(key)
        if status is not None and not status.listed:
            return "Z850"
        on_offer = {
            "projects": {p.id for p in open_projects(self.library, today=self.today)},
            "plots": {p.id for p in free_plots(self.library)},
        }
        return "Z851" if key.id not in on_offer.get(key.kind, {key.id}) else _OUTSIDE
