"""How long a procedure takes: what can be summed is summed, what cannot is never shown as a total."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from zhaoshang.domain.procedure import Procedure
from zhaoshang.domain.schedule import Schedule, schedule


def scheduled(*steps: dict[str, Any]) -> Schedule:
    """The schedule of a procedure with these steps, told by time, fee and `parallel` alone."""
    words = {"zh": "步骤", "en": "step"}
    return schedule(
        Procedure.model_validate(
            {
                "id": "filing",
                "title": words,
                "summary": words,
                "order": "1",
                "steps": [{"name": words, "office": words, **step} for step in steps],
                "result": words,
                "as_of": "2026-09-30",
            }
        )
    )


def test_working_days_add_up_and_a_range_counts_with_its_longer_end() -> None:
    found = scheduled({"time": "0.5个工作日"}, {"time": "1～2个工作日"})
    assert (found.days, found.days_stated) == (Fraction(5, 2), True)


def test_a_parallel_step_starts_with_the_one_before() -> None:
    found = scheduled({"time": "3个工作日"}, {"time": "5个工作日", "parallel": "true"}, {"time": "1个工作日"})
    assert [step.start for step in found.steps] == [0, 0, 5]
    assert found.days == 6


def test_hours_count_as_done_on_the_spot() -> None:
    assert scheduled({"time": "3小时"}, {"time": "1个工作日"}).days_stated


def test_calendar_days_leave_no_total_to_state() -> None:
    assert not scheduled({"time": "20天"}, {"time": "1个工作日"}).days_stated


def test_months_leave_no_total_to_state() -> None:
    assert not scheduled({"time": "8～14个月"}, {"time": "8个工作日"}).days_stated


def test_a_fee_in_words_or_in_a_range_leaves_no_total_of_fees() -> None:
    assert scheduled({"fee": "400元"}, {"fee": "100元"}).fees_stated
    assert not scheduled({"fee": "400～800元"}).fees_stated


def test_a_fee_explained_in_words_alone_leaves_no_total_of_fees() -> None:
    note = {"zh": "按面积", "en": "by area"}
    assert not scheduled({"fee": "400元"}, {"fee_note": note}).fees_stated


def test_fees_add_up_and_no_fee_is_no_sum() -> None:
    fee = scheduled({"fee": "400元"}, {}, {"fee": "0.01万元"}).fee
    assert fee is not None
    assert fee.base_low == 500
    assert scheduled({}, {}).fee is None


def test_two_parallel_steps_take_as_long_as_the_longest() -> None:
    found = scheduled(
        {"time": "2个工作日"},
        {"time": "9个工作日", "parallel": "true"},
        {"time": "4个工作日", "parallel": "true"},
        {"time": "1个工作日"},
    )
    assert [step.start for step in found.steps] == [0, 0, 0, 9]
    assert found.days == 10


def test_a_step_without_a_time_is_left_out_of_the_total_and_is_not_said_to_be_done_on_the_spot() -> None:
    found = scheduled({}, {"time": "1个工作日"})
    assert (found.days, found.all_timed) == (1, False)
    assert [step.on_the_spot for step in found.steps] == [False, False]


def test_a_step_said_to_take_no_time_is_done_on_the_spot() -> None:
    found = scheduled({"time": "0个工作日"}, {"time": "1个工作日"})
    assert (found.all_timed, [step.on_the_spot for step in found.steps]) == (True, [True, False])
