"""What the sheet of a project says beyond the project itself: its site, the policies that apply, who answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from zhaoshang.domain.library import Library
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.project import Project
from zhaoshang.domain.site import Contact
from zhaoshang.domain.sites import Park, Plot
from zhaoshang.domain.standing import Status
from zhaoshang.values import Quantity, Style, show
from zhaoshang.voice import Voice
from zhaoshang.voice.clauses import Clauses


@dataclass(frozen=True, slots=True)
class Support:
    """A policy that applies, and what each of its awards pays: as firm as the text and no firmer."""

    policy: Policy
    status: Status
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A project in one language. `statuses` says of each policy where it stands, `online` is the project's page."""

    project: Project
    voice: Voice
    statuses: dict[str, Status]
    online: str

    @property
    def library(self) -> Library:
        """Where everything else stands."""
        return self.voice.library

    @property
    def plot(self) -> Plot | None:
        """The site that comes with it; none where it has its investor."""
        return self.library.plots.get(self.project.plot or "") if self.project.stage.open else None

    @property
    def park(self) -> Park | None:
        """The park it would be placed in, with what that asks; none where it has its investor."""
        return self.library.parks.get(self.project.park or "") if self.project.stage.open else None

    @property
    def contact(self) -> Contact:
        """Who answers."""
        return self.library.contact(self.project.contact)

    @property
    def address(self) -> str:
        """The project's page as it is read out: without what every address begins with."""
        return self.online.partition("://")[2]

    @cached_property
    def support(self) -> tuple[Support, ...]:
        """The policies in force or about to be; of what has an investor, none: they are offers to the next."""
        return tuple(self._support()) if self.project.stage.open else ()

    def _support(self) -> Iterator[Support]:
        clauses = Clauses(self.voice)
        for id_ in self.project.policies:
            policy, status = self.library.policies[id_], self.statuses[id_]
            if status.listed:
                yield Support(policy, status, clauses.line(policy))

    def beside(self, quantity: Quantity) -> str:
        """A quantity in another unit or currency, where the language gives one: 约13.3公顷, about US$ 169 million."""
        short = show(quantity, self.voice.language, style=Style.SHORT)
        whole = self.voice.converted(quantity)
        return whole.removeprefix(short).strip(" ()（）") if whole.startswith(short) else ""

    @cached_property
    def dated(self) -> date:
        """The latest day that anything on the sheet is of: it is the same until the content changes."""
        days = [self.project.updated]
        days += [place.as_of for place in (self.plot, self.park) if place is not None]
        days += [one.policy.document.issued for one in self.support]
        return max(days)
