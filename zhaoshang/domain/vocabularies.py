"""Closed lists with labels in every language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from zhaoshang.domain.record import Part, Record, Slug
from zhaoshang.values import Text


class Term(Part):
    """An entry of a closed list."""

    label: Text
    note: Text | None = None


class Sector(Part):
    """A sector with its codes in GB/T 4754-2017 (国民经济行业分类): section letter, or 2 to 4 digits."""

    label: Text
    codes: tuple[str, ...]


class Vocabularies(Record):
    """`vocabularies.yaml`."""

    kind: ClassVar[str] = "vocabularies"

    sectors: Mapping[Slug, Sector]
    modes: Mapping[Slug, Term]
    """Modes of cooperation (合作方式): sole investment, joint venture, …"""
    plot_kinds: Mapping[Slug, Term]
    """Kinds of sites and premises (载体): land, standard plant, office, …"""
    benefits: Mapping[Slug, Term]
    """Kinds of benefit a policy gives: grant, interest subsidy, rent support, talent, …"""
    tags: Mapping[Slug, Term] = {}
