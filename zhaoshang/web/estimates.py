"""The cost estimate in one language: what the page says, and what estimate.js works with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup, escape

from zhaoshang.diagnostics.catalogue import catalogue
from zhaoshang.domain.costs import Cost
from zhaoshang.domain.estimate import Paid
from zhaoshang.domain.estimating import Amount, Estimate, Line
from zhaoshang.voice import Voice
from zhaoshang.web.pays import PROBLEMS


class Used(NamedTuple):
    """A cost that a line of the example is worked out with, and the figure it is paid for."""

    cost: Cost
    figure: Markup


@dataclass(frozen=True, slots=True)
class Estimates:
    """What the template of the estimator asks for."""

    voice: Voice

    def data(self, estimate: Estimate) -> dict[str, object]:
        """The Programs and the worked example, for estimate.js."""
        programs = {paid.value: program.data for paid, program in estimate.programs.items()}
        return {"programs": programs, "example": dict(estimate.example)}

    def words(self) -> dict[str, object]:
        """What estimate.js says."""
        own = self.voice.words["estimate"]
        said = {code: catalogue()[code].wordings[self.voice.language] for code in PROBLEMS}
        problems = {code: f"{wording.title}: {wording.expected}" for code, wording in said.items()}
        return {"problems": problems, **{key: own[key] for key in ("exact", "range", "mend")}}

    def sum(self, low: int, high: int) -> str:
        """A sum in fen from its low to its high end, as estimate.js writes it."""
        word = self.voice.words.at("estimate.exact" if low == high else "estimate.range")
        return word.format(low=yuan(low), high=yuan(high))

    def amount(self, amount: Amount) -> str:
        """What a line of the example comes to."""
        return self.sum(amount.low, amount.high)

    def used(self, line: Line, estimate: Estimate) -> tuple[Used, ...]:
        """The costs a line of the example is worked out with."""
        if line.line.on:
            base = next(one for one in estimate.lines if one.id == line.line.on)
            words = escape(self.voice.words.at("estimate.of")).format(line=self.voice.say(base.line.name))
            return tuple(Used(cost, words) for cost in line.costs.values())
        return tuple(self._typed(line))

    def _typed(self, line: Line) -> Iterator[Used]:
        for item, figure in line.line.example.items():
            if item in line.costs:
                yield Used(line.costs[item], escape(self.voice.show(figure)))

    def sources(self, line: Line) -> tuple[Cost, ...]:
        """One cost for each basis and day that a line rests on."""
        return tuple({(cost.basis, cost.as_of): cost for cost in line.costs.values()}.values())

    def lines(self, estimate: Estimate, paid: str) -> tuple[Line, ...]:
        """The lines that are paid once, or every year."""
        return tuple(line for line in estimate.lines if line.line.paid is Paid(paid))


def yuan(fen: int) -> str:
    """`1,234.50`; whole yuan without decimals, as `ZhaoshangAwards.yuan` writes them."""
    whole, part = divmod(fen, 100)
    return f"{whole:,}.{part:02}" if part else f"{whole:,}"
