"""Cases, news and questions: what has happened and what people ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zhaoshang.domain.library import Key
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.project import Project
from zhaoshang.domain.prose import Case, News
from zhaoshang.domain.sites import Park
from zhaoshang.values import Text
from zhaoshang.web.page import PageSpec
from zhaoshang.web.plan.material import Material
from zhaoshang.web.plan.place import HOME, latest_news
from zhaoshang.web.views.stories import CasesView, CaseView, NewsListView, NewsView, QuestionsView


def plan_stories(m: Material) -> Iterator[PageSpec]:
    """Cases, news, questions."""
    yield from plan_cases(m)
    yield from plan_news(m)
    yield plan_questions(m)


def plan_cases(m: Material) -> Iterator[PageSpec]:
    """The list of cases and a page each."""
    index = "cases/index.html"
    cases = tuple(sorted(m.library.cases.values(), key=lambda c: (-int(c.year), c.id)))
    yield PageSpec(
        index,
        "cases.html",
        m.words("pages.cases.title"),
        m.words("pages.cases.lead"),
        CasesView(cases),
        "news",
        parent=HOME,
    )
    for case in cases:
        key = Key("cases", case.id)
        yield PageSpec(
            f"cases/{case.id}.html",
            "case.html",
            case.title,
            case.summary,
            case_view(m, case, cases),
            "news",
            kind="case",
            parent=index,
            key=key,
            states=m.states(key),
            updated=case.as_of,
        )


def case_view(m: Material, case: Case, cases: tuple[Case, ...]) -> CaseView:
    """One case with its park and up to two others, of its sector where there are such."""
    others = sorted((c for c in cases if c.id != case.id), key=lambda c: (c.sector != case.sector, c.id))
    return CaseView(case, m.library.parks.get(case.park or ""), tuple(others[:2]))


def plan_news(m: Material) -> Iterator[PageSpec]:
    """The list of news and a page each."""
    index = "news/index.html"
    news = latest_news(m)
    yield PageSpec(
        index,
        "news-list.html",
        m.words("pages.news.title"),
        m.words("pages.news.lead"),
        NewsListView(news),
        "news",
        parent=HOME,
        updated=news[0].date if news else None,
    )
    for place, item in enumerate(news):
        key = Key("news", item.id)
        view = NewsView(
            news=item,
            newer=news[place - 1] if place else None,
            older=news[place + 1] if place + 1 < len(news) else None,
            related=related(item, m),
        )
        yield PageSpec(
            f"news/{item.id}.html",
            "news.html",
            item.title,
            item.summary,
            view,
            "news",
            kind="news",
            parent=index,
            key=key,
            states=m.states(key, item.languages),
            updated=item.date,
        )


def related(item: News, m: Material) -> tuple[tuple[Key, Text], ...]:
    """The records a news item speaks of, with their titles; a policy that is still a draft has no page."""
    library, published = m.library, {entry.policy.id for entry in m.policies}
    named: tuple[tuple[str, tuple[str, ...], Mapping[str, Project | Policy | Park]], ...] = (
        ("projects", item.projects, dict(library.projects)),
        ("policies", tuple(p for p in item.policies if p in published), dict(library.policies)),
        ("parks", item.parks, dict(library.parks)),
    )
    return tuple((Key(kind, id_), records[id_].title) for kind, ids, records in named for id_ in ids)


def plan_questions(m: Material) -> PageSpec:
    """Questions and answers."""
    faq = m.library.faq
    return PageSpec(
        "questions.html",
        "questions.html",
        m.words("pages.questions.title"),
        m.words("pages.questions.lead"),
        QuestionsView(tuple(faq.groups.items())),
        "contact",
        parent=HOME,
        key=Key("faq", "faq"),
        updated=faq.updated,
    )
