"""Views of what is told: cases, news, questions."""

from __future__ import annotations

from dataclasses import dataclass

from zhaoshang.domain.library import Key
from zhaoshang.domain.prose import Case, News, QuestionGroup
from zhaoshang.domain.sites import Park
from zhaoshang.values import Text


@dataclass(frozen=True, slots=True)
class CasesView:
    """All cases, the latest first."""

    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case with its park and others of its sector."""

    case: Case
    park: Park | None
    others: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class NewsListView:
    """All news, the latest first."""

    news: tuple[News, ...]


@dataclass(frozen=True, slots=True)
class NewsView:
    """One news item with the older and the newer one and what it speaks of."""

    news: News
    newer: News | None
    older: News | None
    related: tuple[tuple[Key, Text], ...]
    """The records it speaks of, with their titles."""


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """All questions by group."""

    groups: tuple[tuple[str, QuestionGroup], ...]
