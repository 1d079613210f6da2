"""Several awards of one firm: what may be added up, what excludes what, and that no sum is shown beyond the text."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from chance import make
from javascript import run_javascript

from zhaoshang.awards import (
    Answer,
    AnswerKind,
    Award,
    Figure,
    Placed,
    Rule,
    Sum,
    Terms,
    combine,
    evaluate,
    groups,
)


def placed(**awards: Any) -> list[Placed]:
    """Awards of document `d`, or of the document before the double underscore; each in an article of its name."""
    found = []
    for name, keys in awards.items():
        *document, article = name.split("__")
        home = document[0] if document else "d"
        terms = Terms.model_validate(keys.pop("terms", {}))
        award = Award.model_validate({"pay": "5万元", **keys})
        found.append(Placed(f"{home}-{article}", home, article, award, terms))
    return found


def shown(awards: list[Placed]) -> list[tuple[Rule, tuple[str, ...], Figure]]:
    return [(group.rule, group.ids, group.figure) for group in groups(awards)]


def named(rule: str, *refs: str) -> dict[str, Any]:
    return {"stacking": {"rule": rule, "with": list(refs)}}


def test_awards_that_say_nothing_of_each_other_form_no_group() -> None:
    assert shown(placed(a={}, b={})) == []


def test_what_the_text_says_may_be_combined_is_added_up() -> None:
    assert shown(placed(a=named("cumulative", "b"), b={})) == [
        (Rule.CUMULATIVE, ("d-a", "d-b"), Figure.TOTAL)
    ]
    assert shown(placed(a=named("on_top_of", "b"), b={})) == [(Rule.ON_TOP_OF, ("d-a", "d-b"), Figure.TOTAL)]


def test_a_document_that_lets_all_be_combined_warrants_their_total() -> None:
    terms = {"terms": {"stacking": "cumulative"}}
    assert shown(placed(a=dict(terms), b=dict(terms), c=dict(terms))) == [
        (Rule.CUMULATIVE, ("d-a", "d-b", "d-c"), Figure.TOTAL)
    ]


def test_three_are_added_up_only_where_each_may_stand_beside_each() -> None:
    two = placed(a=named("cumulative", "b", "c"), b={}, c={})
    assert shown(two) == [(Rule.CUMULATIVE, ("d-a", "d-b", "d-c"), Figure.NONE)]
    three = placed(a=named("cumulative", "b", "c"), b=named("cumulative", "c"), c={})
    assert shown(three)[0] == (Rule.CUMULATIVE, ("d-a", "d-b", "d-c"), Figure.TOTAL)


def test_of_two_that_exclude_each_other_the_highest_is_stated_where_the_text_says_so() -> None:
    assert shown(placed(a=named("highest_only", "b"), b={})) == [
        (Rule.HIGHEST_ONLY, ("d-a", "d-b"), Figure.HIGHEST)
    ]
    assert shown(placed(a=named("not_with", "b"), b={})) == [(Rule.NOT_WITH, ("d-a", "d-b"), Figure.NONE)]
    assert shown(placed(a=named("less_received", "b"), b={}))[0][2] is Figure.NONE
    assert shown(placed(a=named("pay_difference", "b"), b={}))[0][2] is Figure.NONE


def test_a_rule_about_the_same_matter_gives_no_figure() -> None:
    terms = {"terms": {"stacking": "highest_only"}}
    assert shown(placed(a=dict(terms), b=dict(terms))) == [(Rule.HIGHEST_ONLY, ("d-a", "d-b"), Figure.NONE)]


def test_a_document_with_several_awards_is_no_single_alternative() -> None:
    awards = placed(a=named("highest_only", "other"), other__x={}, other__y={})
    assert shown(awards) == [(Rule.HIGHEST_ONLY, ("d-a", "other-x", "other-y"), Figure.NONE)]


def test_clauses_that_contradict_each_other_warrant_no_total() -> None:
    awards = placed(a=named("cumulative", "b"), b=named("not_with", "a"))
    assert [figure for _, _, figure in shown(awards)] == [Figure.NONE, Figure.NONE]


def test_the_same_group_is_shown_once() -> None:
    awards = placed(a=named("cumulative", "b"), b=named("cumulative", "a"))
    assert shown(awards) == [(Rule.CUMULATIVE, ("d-a", "d-b"), Figure.TOTAL)]


@pytest.mark.parametrize(
    "keys",
    [
        {"terms": {"cap": {"firm": {"amount": "8万元", "span": "total"}}}},
        {"cap": {"group": {"amount": "8万元", "together": ["b"]}}},
        {"recipient": "employee"},
    ],
)
def test_a_shared_ceiling_or_another_recipient_warrants_no_total(keys: dict[str, Any]) -> None:
    awards = placed(a=named("cumulative", "b") | keys, b={})
    assert shown(awards)[0][2] is Figure.NONE


EXACT, MORE = Answer(AnswerKind.EXACT, Sum(500, 500)), Answer(AnswerKind.EXACT, Sum(700, 700))
UP_TO, FROM = Answer(AnswerKind.UP_TO, Sum(0, 900)), Answer(AnswerKind.AT_LEAST, Sum(100, None))
RANGE, NOTHING = Answer(AnswerKind.RANGE, Sum(200, 600)), Answer(AnswerKind.NONE, Sum(0, 0))
BY_CASE, THING = Answer(AnswerKind.CASE_BY_CASE, Sum(0, None)), Answer(AnswerKind.IN_KIND, Sum(0, 0))
TWO_WAYS = Answer(AnswerKind.READINGS, Sum(100, 300))


@pytest.mark.parametrize(
    ("figure", "answers", "kind", "due"),
    [
        (Figure.TOTAL, [EXACT, MORE], AnswerKind.EXACT, Sum(1200, 1200)),
        (Figure.TOTAL, [EXACT, NOTHING, THING], AnswerKind.EXACT, Sum(500, 500)),
        (Figure.TOTAL, [EXACT, UP_TO], AnswerKind.RANGE, Sum(500, 1400)),
        (Figure.TOTAL, [NOTHING, UP_TO], AnswerKind.UP_TO, Sum(0, 900)),
        (Figure.TOTAL, [EXACT, BY_CASE], AnswerKind.AT_LEAST, Sum(500, None)),
        (Figure.TOTAL, [EXACT, FROM], AnswerKind.AT_LEAST, Sum(600, None)),
        (Figure.TOTAL, [EXACT, TWO_WAYS], AnswerKind.RANGE, Sum(600, 800)),
        (Figure.TOTAL, [NOTHING, NOTHING], AnswerKind.NONE, Sum(0, 0)),
        (Figure.TOTAL, [BY_CASE, NOTHING], AnswerKind.UNSTATED, Sum(0, None)),
        (Figure.HIGHEST, [EXACT, MORE], AnswerKind.EXACT, Sum(700, 700)),
        (Figure.HIGHEST, [EXACT, RANGE], AnswerKind.RANGE, Sum(500, 600)),
        (Figure.HIGHEST, [MORE, RANGE], AnswerKind.EXACT, Sum(700, 700)),
        (Figure.HIGHEST, [EXACT, BY_CASE], AnswerKind.AT_LEAST, Sum(500, None)),
    ],
)
def test_a_group_is_as_firm_as_its_least_firm_part(
    figure: Figure, answers: list[Answer], kind: AnswerKind, due: Sum
) -> None:
    found = combine(figure, answers)
    assert found is not None
    assert (found.kind, found.sum) == (kind, due)


def test_a_group_asks_as_long_as_one_of_its_awards_asks() -> None:
    asking = Answer(AnswerKind.ASKS, Sum(0, None), missing=("rent", "loan"))
    found = combine(Figure.TOTAL, [EXACT, asking, asking])
    assert found is not None
    assert (found.kind, found.missing) == (AnswerKind.ASKS, ("rent", "loan"))


def test_a_group_without_a_figure_has_none_whatever_the_answers() -> None:
    assert combine(Figure.NONE, [EXACT, MORE]) is None


def test_both_interpreters_combine_alike(request: pytest.FixtureRequest) -> None:
    chance = Random(5)
    made = [
        (program, [maker.inputs(program) for _ in range(4)])
        for _, _, program, maker in filter(None, map(make, range(120)))
    ]
    asked = [
        (
            chance.choice(tuple(Figure)),
            [(chance.randrange(len(made)), chance.randrange(4)) for _ in range(chance.randint(1, 4))],
        )
        for _ in range(3000)
    ]
    programs = [
        {
            "program": program.data,
            "inputs": [{id_: str(value) for id_, value in given.items()} for given in inputs],
        }
        for program, inputs in made
    ]
    work = {
        "programs": programs,
        "entries": [],
        "groups": [{"figure": figure.value, "of": of} for figure, of in asked],
    }
    found = run_javascript(work, request)["groups"]
    answers = [[evaluate(program, given) for given in inputs] for program, inputs in made]
    kinds = set()
    for (figure, of), theirs in zip(asked, found, strict=True):
        ours = combine(figure, [answers[program][given] for program, given in of])
        assert theirs == (json.loads(json.dumps(ours.data)) if ours else None), (figure, of)
        kinds.add(ours.kind if ours else None)
    assert len(kinds) > 6
