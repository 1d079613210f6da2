"""How long a procedure takes and what it costs: computed from its steps, never typed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from zhaoshang.domain.procedure import Procedure, ProcedureStep
from zhaoshang.domain.reward import Reward
from zhaoshang.values import Marker, Quantity, Text, Unit, total

WORKING_DAY = Unit.of("working_day")
MINUTE = Unit.of("minute")
MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A step with the working day it starts after and the working days it takes (of a range the longer)."""

    step: ProcedureStep
    start: Fraction
    days: Fraction

    @property
    def on_the_spot(self) -> bool:
        """Whether the step is said to take no time; of a step without a time nothing is said."""
        time = self.step.time
        return time is not None and not time.base_low and not time.base_high


@dataclass(frozen=True, slots=True)
class Schedule:
    """All steps laid on working days; `days` is the end of the last, `fee` the sum of the fees that are stated.

    `days_stated` is false where a step counts calendar days or months, `fees_stated` where a fee is a range or is given
    in words only: then the sum is no total and must not be shown as one. `all_timed` is false where a step has no
    time: the sum leaves it out, and must say so.
    """

    steps: tuple[Scheduled, ...]
    days: Fraction
    days_stated: bool
    all_timed: bool
    fee: Quantity | None
    fees_stated: bool


def schedule(procedure: Procedure) -> Schedule:
    """Lays the steps one after the other; a parallel step starts with the one before it."""
    laid: list[Scheduled] = []
    start = end = Fraction(0)
    for step in procedure.steps:
        start = start if step.parallel else end
        days = working_days(step.time)
        laid.append(Scheduled(step, start, days))
        end = max(end, start + days)
    fees = [step.fee for step in procedure.steps if step.fee is not None]
    return Schedule(
        steps=tuple(laid),
        days=end,
        days_stated=all(_in_working_days(step.time) for step in procedure.steps),
        all_timed=all(step.time is not None for step in procedure.steps),
        fee=total(fees) if fees and all(map(_certain, fees)) else None,
        fees_stated=all(map(_certain, fees))
        and all(step.fee is not None or step.fee_note is None for step in procedure.steps),
    )


@dataclass(frozen=True, slots=True)
class Steps:
    """The working days of the authorities' own steps on the way to a reward, summed.

    `stated` is false where a step counts calendar days or months: then there is no sum. `open_steps` names the steps
    without a time, which take as long as the project or the claimant takes; the sum leaves them out.
    """

    days: Fraction
    stated: bool
    open_steps: tuple[Text, ...]


def reward_steps(reward: Reward) -> Steps:
    """Sums the steps of a reward scheme, which follow one another."""
    return Steps(
        days=sum((working_days(step.time) for step in reward.steps), Fraction(0)),
        stated=all(_in_working_days(step.time) for step in reward.steps),
        open_steps=tuple(step.name for step in reward.steps if step.time is None),
    )


def working_days(time: Quantity | None) -> Fraction:
    """A promised time in working days, of a range the longer; minutes and hours count as done on the spot."""
    if time is None or time.unit.base != WORKING_DAY:
        return Fraction(0)
    bound = time.base_high if time.base_high is not None else time.base_low
    return bound if bound is not None else Fraction(0)


def _certain(fee: Quantity) -> bool:
    """Whether a fee can be summed: one figure, neither a range nor a bound."""
    return fee.marker is Marker.EXACT and not fee.is_range


def _in_working_days(time: Quantity | None) -> bool:
    """Whether a time can be summed: working days, or less than a day."""
    if time is None or time.unit.base == WORKING_DAY:
        return True
    bound = time.base_high if time.base_high is not None else time.base_low
    return time.unit.base == MINUTE and bound is not None and bound < MINUTES_A_DAY
