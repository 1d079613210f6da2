"""What an edition changed, article by article."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhaoshang.domain.editions import Change, compare
from zhaoshang.domain.library import Library
from zhaoshang.domain.policy import Article, Policy
from zhaoshang.reading.library import read_project
from zhaoshang.values import Text


@pytest.fixture(scope="module")
def library() -> Library:
    found, findings = read_project(Path(__file__).parents[2])
    assert found is not None, findings
    return found


@pytest.fixture
def policy(library: Library) -> Policy:
    """A policy with at least one article that pays."""
    found = library.policies["manufacturing-2025"]
    assert any(article.awards for article in found.articles.values())
    return found


def paying(policy: Policy) -> str:
    return next(id_ for id_, article in policy.articles.items() if article.awards)


def with_articles(policy: Policy, articles: dict[str, Article]) -> Policy:
    return policy.model_copy(update={"articles": articles})


def changes(old: Policy, new: Policy) -> dict[str, Change]:
    return {one.id: one.change for one in compare(old, new).clauses}


def test_an_edition_does_not_differ_from_itself(policy: Policy) -> None:
    assert compare(policy, policy).differing == ()
    assert set(changes(policy, policy).values()) == {Change.SAME}


def test_an_article_is_added_one_way_and_gone_the_other(policy: Policy) -> None:
    extra = Article(label=Text.of(zh="第九条", en="Article 9"), text=Text.of(zh="新增。", en="New."))
    longer = with_articles(policy, {"extra": extra, **policy.articles})
    assert changes(policy, longer)["extra"] is Change.ADDED
    assert changes(longer, policy)["extra"] is Change.GONE
    assert next(one.id for one in compare(policy, longer).clauses) == "extra"
    assert [one.id for one in compare(longer, policy).clauses][-1] == "extra"


def test_a_new_number_alone_is_no_change(policy: Policy) -> None:
    renumbered = {
        id_: article.model_copy(update={"label": Text.of(zh="第九十条", en="Article 90")})
        for id_, article in policy.articles.items()
    }
    assert compare(policy, with_articles(policy, renumbered)).differing == ()


def test_other_words_are_a_change_that_does_not_touch_the_sum(policy: Policy) -> None:
    id_ = paying(policy)
    reworded = policy.articles[id_].model_copy(update={"text": Text.of(zh="另一种写法。", en="Other words.")})
    (change,) = compare(policy, with_articles(policy, {**policy.articles, id_: reworded})).differing
    assert (change.id, change.change, change.pays) == (id_, Change.CHANGED, False)


def test_another_award_is_a_change_of_what_is_paid(policy: Policy) -> None:
    id_ = paying(policy)
    doubled = policy.articles[id_].model_copy(update={"awards": policy.articles[id_].awards * 2})
    (change,) = compare(policy, with_articles(policy, {**policy.articles, id_: doubled})).differing
    assert (change.change, change.pays) == (Change.CHANGED, True)


def test_another_rule_of_the_document_changes_what_every_award_pays(policy: Policy) -> None:
    ruled = policy.terms.model_copy(update={"exclusions": (Text.of(zh="某类企业", en="some firms"),)})
    found = compare(policy, policy.model_copy(update={"terms": ruled})).differing
    assert {one.id for one in found} == {id_ for id_, one in policy.articles.items() if one.awards}
    assert all(one.pays for one in found)


def test_the_grant_of_the_county_that_is_shown_changed_and_keeps_its_name(library: Library) -> None:
    old, new = library.policies["manufacturing-2022"], library.policies["manufacturing-2025"]
    found = {one.id: one for one in compare(old, new).clauses}
    assert found["equipment"].pays
    assert found["second-hand"].change is Change.ADDED
    assert found["not-twice"].change is Change.SAME
