"""How two languages are put together: what belongs together stands together, and nothing slips."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from tests.print.guide.conftest import ROOT, with_format
from zhaoshang.domain.guide import Chapter, Format
from zhaoshang.print.document import Document
from zhaoshang.print.guide.composer import compose
from zhaoshang.print.guide.edition import Edition
from zhaoshang.print.guide.outline import IN_PARALLEL
from zhaoshang.print.guide.parallel import in_parallel, matched
from zhaoshang.reading.words import Lexicon


def test_a_pair_is_a_row_of_two_cells_and_neighbouring_pairs_share_a_table() -> None:
    made = in_parallel(
        "<!--pair--><p>一</p><!--pair--><p>二</p>", "<!--pair--><p>1</p><!--pair--><p>2</p>", language="en"
    )
    assert made == (
        '<div class="pairs">'
        '<div class="pair"><div><p>一</p></div><div class="beside" lang="en"><p>1</p></div></div>'
        '<div class="pair"><div><p>二</p></div><div class="beside" lang="en"><p>2</p></div></div>'
        "</div>"
    )


def test_a_frame_is_taken_from_the_leading_language_once() -> None:
    assert in_parallel("<!--once--><hr>", "<!--once--><br>", language="en") == "<hr>"


def test_words_and_blocks_follow_each_other_in_their_languages() -> None:
    assert in_parallel("<!--word-->县", "<!--word-->County", language="en") == (
        '县 <span class="beside" lang="en">County</span>'
    )
    assert in_parallel("<!--stack--><p>县</p>", "<!--stack--><p>C</p>", language="en") == (
        '<p>县</p><div class="beside" lang="en"><p>C</p></div>'
    )


def test_a_heading_stays_with_what_follows_and_a_text_that_begins_with_one_does_not_count() -> None:
    alone = in_parallel("<!--pair--><h2>一</h2>", "<!--pair--><h2>1</h2>", language="en")
    begun = in_parallel("<!--pair--><h2>一</h2><p>。</p>", "<!--pair--><h2>1</h2><p>.</p>", language="en")
    assert 'class="pair head"' in alone
    assert 'class="pair head"' not in begun


@pytest.mark.parametrize("beside", ["<!--pair-->1", "<!--pair-->1<!--pair-->2<!--pair-->3", "x<!--pair-->1"])
def test_runs_of_different_length_are_never_put_together(beside: str) -> None:
    with pytest.raises(ValueError):
        in_parallel("<!--pair-->一<!--pair-->二", beside, language="en")


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        ("<p>一</p><p>二</p>", "<p>1</p><p>2</p>", 2),
        ("<h2>甲</h2><p>一</p><p>二</p><h2>乙</h2>", "<h2>A</h2><p>1 2</p><h2>B</h2>", 2),
        ("<p>一</p><p>二</p>", "<p>1 2</p>", 1),
        ('<ul><li><p>一</p></li></ul><p><img src="a">二<br></p>', "<ul><li>1</li></ul><p>2</p>", 2),
        ("", "", 0),
    ],
    ids=["block by block", "section by section", "as a whole", "by outermost elements", "nothing"],
)
def test_a_long_text_is_cut_into_as_many_parts_as_both_languages_have(
    one: str, other: str, parts: int
) -> None:
    left, right = matched((Markup(one), Markup(other)))
    assert len(left) == len(right) == parts
    assert ("".join(left), "".join(right)) == (one, other)


@pytest.fixture(scope="module")
def document(editions: dict[str, Edition], lexicon: Lexicon) -> Document:
    return compose(with_format(editions["zh"], Format.A4, parallel=True), lexicon, root=ROOT)


def test_every_chapter_of_words_can_be_set_and_the_others_are_reported(editions: dict[str, Edition]) -> None:
    edition = with_format(editions["zh"], Format.A4, parallel=True)
    assert {heading.chapter for heading in edition.headings} == set(IN_PARALLEL)
    left_out = next(finding for finding in edition.omissions() if finding.code == "Z862")
    assert set(left_out.arguments["chapters"].split(", ")) == set(Chapter) - set(IN_PARALLEL)
    assert edition.name == "investment-guide"


def test_what_an_article_says_stands_beside_its_translation(
    document: Document, editions: dict[str, Edition]
) -> None:
    article = editions["zh"].library.rewards["introducer-2026"].articles["payment"]
    row = next(row for row in document.html.split('<div class="pair') if article.text["en"] in row)
    assert article.text["zh"] in row
    assert row.index(article.text["zh"]) < row.index('lang="en"') < row.index(article.text["en"])


def test_no_id_stands_twice_and_every_link_has_its_target(document: Document) -> None:
    ids = re.findall(r' id="([^"]+)"', document.html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', document.html)) <= set(ids)


def test_the_marks_of_the_blocks_leave_no_trace(document: Document) -> None:
    assert "<!--" not in document.html
    assert document.metadata.title == "澜川投资指南 / Lanchuan investment guide"
