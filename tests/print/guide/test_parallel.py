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


def test_cells_of_a_row_follow_each_other_those_beside_with_their_language() -> None:
    one = "<!--once--><tr><!--cells--><th>县</th><td>1</td><!--once--></tr>"
    other = '<!--once--><tr><!--cells--><th>County</th><td class="figure">1</td><!--once--></tr>'
    assert in_parallel(one, other, language="en") == (
        '<tr><th>县</th><td>1</td><th lang="en">County</th><td lang="en" class="figure">1</td></tr>'
    )


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
    lead = in_parallel('<!--pair--><p class="lead">一</p>', '<!--pair--><p class="lead">1</p>', language="en")
    assert 'class="pair head"' in lead


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


def test_every_chapter_can_be_set_in_two_languages(editions: dict[str, Edition]) -> None:
    edition = with_format(editions["zh"], Format.A4, parallel=True)
    assert tuple(heading.chapter for heading in edition.headings) == tuple(Chapter)
    left_out = [finding.code for finding in edition.omissions().items]
    assert left_out == [finding.code for finding in editions["zh"].omissions().items]
    assert edition.name == "investment-guide"


def row_of(document: Document, *names: str) -> str:
    """The row of a table that has all of these names."""
    (row,) = (
        row for row in re.findall(r"<tr>.*?</tr>", document.html, re.DOTALL) if all(n in row for n in names)
    )
    return row


def test_a_figure_stands_in_both_languages_in_one_row_of_a_table(document: Document) -> None:
    row = row_of(document, "<th>港口货物吞吐量", '<th lang="en">Port throughput')
    cells = re.findall(r"<td([^>]*)>([^<]*)</td>", row)
    assert [text for _, text in cells[:2]] == ["1186", "万吨"]
    assert [text for attributes, text in cells if 'lang="en"' in attributes][:2] == [
        "11.86",
        "million\u00a0tonnes",
    ]


def test_every_row_of_a_table_in_two_languages_has_as_many_cells_as_its_head(document: Document) -> None:
    tables = re.findall(r'<table class="both.*?</table>', document.html, re.DOTALL)
    assert len(tables) > 20
    for table in tables:
        widths = {
            sum(int(span or 1) for span in re.findall(r'<t[hd]\b(?:[^>]*colspan="(\d+)")?', row))
            for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)
        }
        assert len(widths) == 1
        assert table.count("<col ") in widths


@pytest.mark.parametrize("chapter", [Chapter.LOCATION, Chapter.INDUSTRIES, Chapter.PROCEDURES])
def test_a_drawing_stands_once_and_names_everything_in_both_languages(
    chapter: Chapter, document: Document
) -> None:
    part = document.html.split(f'id="chapter-{chapter}"')[1].split('<section class="chapter')[0]
    drawings = re.findall(r"<svg.*?</svg>", part, re.DOTALL)
    drawn = [one for one in drawings if "graphic-" in one and "opening" not in one]
    assert drawn
    for one in drawn:
        title = re.search(r"<title>(.*?)</title>", one, re.DOTALL)
        assert title is not None
        assert re.search("[\u4e00-\u9fff]", title[1])
        assert re.search("[a-z]{3}", title[1])
        texts = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", one))
        assert re.search("[\u4e00-\u9fff]{2}", texts)
        assert re.search("[A-Za-z]{3}", texts)


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
