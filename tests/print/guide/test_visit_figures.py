"""What a visitor's figures would be paid, and where the visitor goes on a day."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.print.guide.conftest import TODAY
from zhaoshang.domain.guide import Stay, Visit
from zhaoshang.domain.library import Library
from zhaoshang.print.visit.amounts import Amount, amounts, clauses_of, mistakes
from zhaoshang.print.visit.stops import strip_of
from zhaoshang.reading.words import Lexicon
from zhaoshang.voice import Voice

POLICIES = ("manufacturing-2025", "rd-2025", "land-2025")


def visitor(library: Library, figures: Mapping[str, str]) -> Visit:
    return library.visits["2026-12-anode-maker"].model_copy(update={"figures": figures})


def told(library: Library, lexicon: Lexicon, language: str = "en", **figures: str) -> tuple[Amount, ...]:
    visit = visitor(library, {name.replace("_", "-"): typed for name, typed in figures.items()})
    clauses = clauses_of(library, POLICIES, today=TODAY)
    return tuple(amounts(clauses, visit, Voice(language, library, lexicon)))


def test_a_clause_is_worked_out_for_the_visitors_figure(library: Library, lexicon: Lexicon) -> None:
    # In slices: 40 million at 5%, 50 million at 8%, 20 million at 10%; the first 10 million bear nothing.
    (amount,) = told(library, lexicon, equipment_investment="1.2亿元")
    assert amount.policy.id == "manufacturing-2025"
    assert amount.pays == "RMB\u00a08\u00a0million"
    assert amount.given == ("equipment investment RMB\u00a0120\u00a0million",)
    assert amount.missing == ()


def test_what_is_not_known_is_asked_for_and_not_guessed(library: Library, lexicon: Lexicon) -> None:
    (amount,) = told(library, lexicon, research="4200万元")
    assert amount.pays == ""
    assert any("the year before" in name for name in amount.missing)


def test_clauses_that_ask_nothing_the_visitor_has_said_are_left_out(
    library: Library, lexicon: Lexicon
) -> None:
    assert told(library, lexicon) == ()


def test_a_policy_out_of_force_pays_nothing(library: Library, lexicon: Lexicon) -> None:
    assert clauses_of(library, ("manufacturing-2022", "logistics-2023"), today=TODAY) == ()


@pytest.mark.parametrize(
    ("figures", "code"),
    [
        ({"equipment-investmnet": "1亿元"}, "Z874"),
        ({"equipment-investment": "一亿"}, "Z663"),
        ({"equipment-investment": "1.2亿元"}, None),
    ],
)
def test_a_figure_that_cannot_be_used_is_a_finding_at_its_place(
    figures: Mapping[str, str], code: str | None, library: Library
) -> None:
    clauses = clauses_of(library, POLICIES, today=TODAY)
    found = list(mistakes(clauses, visitor(library, figures), library))
    assert [one.code for one in found] == ([code] if code else [])
    for one in found:
        assert one.span is not None
        assert one.span.path == "content/visits/2026-12-anode-maker.yaml"


def test_the_figures_of_the_demonstration_can_be_used(library: Library) -> None:
    for visit in library.visits.values():
        clauses = clauses_of(library, visit.select.policies, today=TODAY)
        assert not list(mistakes(clauses, visit, library))


def stay(library: Library, **changes: object) -> Stay:
    return library.visits["2026-12-anode-maker"].agenda[1].model_copy(update=changes)


def test_a_day_is_drawn_from_place_to_place_with_the_time_of_the_way(
    library: Library, lexicon: Lexicon
) -> None:
    visit = library.visits["2026-12-anode-maker"]
    first = [one for one in visit.agenda if one.day == visit.arrives]
    route = strip_of(first, library, Voice("en", library, lexicon), title="8 December")
    assert route is not None
    assert [(stop.name, stop.shown) for stop in route.stops] == [
        ("Lanchuan North Station", ""),
        ("Hekou Park, plot A01", "14:45–15:10"),
        ("Hekou Park, pilot-test building", "16:40–16:50"),
    ]


def test_two_stays_at_one_place_are_one_stop_and_one_place_is_no_way(
    library: Library, lexicon: Lexicon
) -> None:
    voice = Voice("en", library, lexicon)
    twice = [stay(library), stay(library, start="17:00", end="17:30")]
    assert strip_of(twice, library, voice, title="x") is None
    third = strip_of([*twice, stay(library, plot=None, start="18:00")], library, voice, title="x")
    assert third is not None
    assert [one.name for one in third.stops] == ["Hekou Park, plot A01", "Hekou New Materials Park"]
    assert third.stops[1].shown == "17:30–18:00"
