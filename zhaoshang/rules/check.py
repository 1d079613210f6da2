"""All rules, in the order in which an editor would want to hear of them."""

from __future__ import annotations

from datetime import date
from itertools import chain

from zhaoshang.diagnostics.diagnostic import Findings
from zhaoshang.domain.library import Library
from zhaoshang.rules.clauses import dated_applications, resolved_clauses, unambiguous_awards
from zhaoshang.rules.compliance import complies
from zhaoshang.rules.dates import dates_in_the_past, documents_in_order, lapsed_projects, stale_plots
from zhaoshang.rules.duplicates import distinct_numbers, distinct_titles, succession
from zhaoshang.rules.estimates import estimates_fit
from zhaoshang.rules.guides import settable_guides
from zhaoshang.rules.projects import (
    links_of_their_sector,
    permitted_projects,
    phases_add_up,
    sites_fit,
    thresholds_met,
)
from zhaoshang.rules.references import (
    listed_prices,
    present_pictures,
    resolved_prose,
    resolved_references,
    resolved_texts,
)
from zhaoshang.rules.register import unaltered_editions
from zhaoshang.rules.rule import Rule
from zhaoshang.rules.translations import translated_prose, translated_texts

RULES: tuple[Rule, ...] = (
    resolved_references,
    listed_prices,
    resolved_prose,
    resolved_texts,
    present_pictures,
    translated_texts,
    translated_prose,
    distinct_titles,
    distinct_numbers,
    succession,
    dates_in_the_past,
    documents_in_order,
    unambiguous_awards,
    resolved_clauses,
    dated_applications,
    complies,
    lapsed_projects,
    stale_plots,
    permitted_projects,
    thresholds_met,
    sites_fit,
    phases_add_up,
    links_of_their_sector,
    estimates_fit,
    settable_guides,
    unaltered_editions,
)


def check(library: Library, *, today: date) -> Findings:
    """Every finding of every rule about the library on a day."""
    return Findings.of(chain.from_iterable(rule(library, today) for rule in RULES))
