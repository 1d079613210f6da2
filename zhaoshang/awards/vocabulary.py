"""The words every document may use without defining them: measures, ranks, milestones, recipients.

They are data (`vocabulary.yaml`); a document's `terms` may add to them and may redefine them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from zhaoshang.awards.measure import Measure
from zhaoshang.awards.terms import Terms
from zhaoshang.values import Text

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What ids stand for in one document."""

    measures: Mapping[str, Measure]
    ranks: Mapping[str, Text]
    milestones: Mapping[str, Text]
    recipients: Mapping[str, Text]

    @classmethod
    def of(cls, terms: Terms) -> Vocabulary:
        """The standard words, with those of the document."""
        own = standard()
        return cls(
            measures={**own.measures, **terms.measures},
            ranks={**own.ranks, **terms.ranks},
            milestones={**own.milestones, **terms.milestones},
            recipients={**own.recipients, **terms.recipients},
        )

    def rank_name(self, measure: Measure, rank: str) -> Text | None:
        """The name of a rank or an option of `measure`."""
        return measure.options.get(rank) or self.ranks.get(rank)


@cache
def standard() -> Vocabulary:
    """The words of `vocabulary.yaml`."""
    text = resources.files(__package__).joinpath("vocabulary.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=_LOADER)
    return Vocabulary(
        measures={name: Measure.model_validate(entry) for name, entry in data["measures"].items()},
        ranks={name: Text(entry) for name, entry in data["ranks"].items()},
        milestones={name: Text(entry) for name, entry in data["milestones"].items()},
        recipients={name: Text(entry) for name, entry in data["recipients"].items()},
    )
