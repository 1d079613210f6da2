"""The kinds of records: where each lies under `content/` and which model reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType

from zhaoshang.domain.costs import CostClass
from zhaoshang.domain.facts import Facts
from zhaoshang.domain.guide import Guide, Visit
from zhaoshang.domain.industry import Industry
from zhaoshang.domain.location import Location
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.procedure import Procedure
from zhaoshang.domain.project import Project
from zhaoshang.domain.prose import Case, News, Page, Questions
from zhaoshang.domain.record import Record
from zhaoshang.domain.register import Release
from zhaoshang.domain.restriction import Restrictions
from zhaoshang.domain.reward import Reward
from zhaoshang.domain.site import Site
from zhaoshang.domain.sites import Park, Plot
from zhaoshang.domain.vocabularies import Vocabularies
from zhaoshang.domain.waiver import Waivers


class Layout(Enum):
    """How a kind lies on disk."""

    FILE = auto()
    """One file, `content/<name>.yaml`; its record's id is the kind's name."""
    FOLDER = auto()
    """One file a record, `content/<name>/<id>.yaml`."""


class Need(Enum):
    """Whether a record has long prose beside it, as `<id>.<language>.md`."""

    NEVER = auto()
    OPTIONAL = auto()
    REQUIRED = auto()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record. `name` is the folder, the file and the attribute of `Library`."""

    name: str
    model: type[Record]
    layout: Layout = Layout.FOLDER
    prose: Need = Need.NEVER
    required: bool = False
    """Whether a project without it cannot be built."""
    public: bool = True
    """False for what never reaches `site/`."""
    past: bool = False
    """True for what is kept as it once was: the rules of today do not look at it."""


_KINDS = (
    Kind("site", Site, Layout.FILE, required=True),
    Kind("facts", Facts, Layout.FILE, required=True),
    Kind("vocabularies", Vocabularies, Layout.FILE, required=True),
    Kind("location", Location, Layout.FILE, required=True),
    Kind("restrictions", Restrictions, Layout.FILE, required=True),
    Kind("faq", Questions, Layout.FILE, required=True),
    Kind("pages", Page, prose=Need.REQUIRED),
    Kind("news", News, prose=Need.REQUIRED),
    Kind("industries", Industry, prose=Need.OPTIONAL),
    Kind("costs", CostClass),
    Kind("parks", Park, prose=Need.OPTIONAL),
    Kind("plots", Plot),
    Kind("projects", Project, prose=Need.OPTIONAL),
    Kind("policies", Policy, prose=Need.OPTIONAL),
    Kind("rewards", Reward, prose=Need.OPTIONAL),
    Kind("procedures", Procedure),
    Kind("cases", Case, prose=Need.REQUIRED),
    Kind("guides", Guide),
    Kind("editions", Release, past=True),
    Kind("visits", Visit, public=False),
    Kind("waivers", Waivers, Layout.FILE, public=False),
)

KINDS: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in _KINDS})
"""Every kind by its name, in the order in which they are read and listed."""

SINGULAR: Mapping[str, str] = MappingProxyType(
    {
        "page": "pages",
        "news": "news",
        "industry": "industries",
        "cost": "costs",
        "park": "parks",
        "plot": "plots",
        "project": "projects",
        "policy": "policies",
        "reward": "rewards",
        "procedure": "procedures",
        "case": "cases",
        "guide": "guides",
    }
)
"""The word a link in prose uses (`[…](project:anode-materials)`) to the kind it names."""
