"""What fits each link of an industry's chain, as far as the content says."""

from __future__ import annotations

from collections.abc import Iterator

from zhaoshang.domain.industry import Industry, Placed
from zhaoshang.web.plan.material import Material
from zhaoshang.web.views.place import LinkEntry


def link_entries(m: Material, industry: Industry) -> Iterator[LinkEntry]:
    """The links of a chain from raw material to customer, each with what fits it."""
    return (link_entry(m, placed) for placed in industry.chain.placed())


def link_entry(m: Material, placed: Placed) -> LinkEntry:
    """The listed projects of a link, and what those on offer name: free plots, listed policies, who answers.

    What only fits the whole sector is not said of a link.
    """
    projects = tuple(p for p in m.projects if p.id in placed.link.projects)
    on_offer = tuple(p for p in projects if p.stage.open)
    plots = {p.plot for p in on_offer}
    policies = dict.fromkeys(id_ for p in on_offer for id_ in p.policies)
    return LinkEntry(
        placed,
        projects,
        plots=tuple(plot for plot in m.free_plots if plot.id in plots),
        policies=tuple(m.library.policies[id_] for id_ in policies if m.policy_standings[id_].listed),
        contacts=tuple(m.person(id_) for id_ in dict.fromkeys(p.contact for p in on_offer)),
    )
