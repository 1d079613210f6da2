"""What several views list: a record with its id or where it stands, and a finished file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from zhaoshang.domain.facts import Fact
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.reward import Reward
from zhaoshang.domain.site import Contact
from zhaoshang.domain.standing import Status
from zhaoshang.values import Text


class Person(NamedTuple):
    """A contact with its id."""

    id: str
    contact: Contact


class FactEntry(NamedTuple):
    """A fact with its id."""

    id: str
    fact: Fact


class FactGroup(NamedTuple):
    """The facts of one group."""

    id: str
    title: Text
    facts: tuple[FactEntry, ...]


class PolicyEntry(NamedTuple):
    """A policy with where it stands."""

    policy: Policy
    status: Status


class RewardEntry(NamedTuple):
    """A reward scheme with where it stands."""

    reward: Reward
    status: Status


@dataclass(frozen=True, slots=True)
class Download:
    """A finished file of a guide: `path` from the site's root, `size` in bytes, `beside` its second language if any.

    Size and page count are None in the preview, which builds a guide only when it is opened.
    """

    guide: str
    language: str
    path: str
    beside: str = ""
    size: int | None = None
    pages: int | None = None
