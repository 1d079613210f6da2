"""Wide tables on a narrow sheet: every cell says which column it was of, and the table stays one."""

from __future__ import annotations

import re

from zhaoshang.print.guide.narrow import as_cards

TABLE = (
    '<table class="prices"><thead><tr><th>项目</th><th class="figure">价格<span>元</span></th><th>税</th></tr></thead>'
    '<tbody><tr class="group"><th colspan="3">水电</th></tr>'
    "<tr><th>水</th>\n<td>3.2</td>\n<td>–</td></tr></tbody></table>"
)


def cards(html: str, *, widest: int = 2) -> str:
    return as_cards(html, widest=widest, blank="–")


def test_a_table_that_fits_is_left_alone() -> None:
    assert cards(TABLE, widest=3) == TABLE


def test_every_cell_bears_the_head_of_its_column() -> None:
    assert '<td data-label="价格元">3.2</td>' in cards(TABLE)
    assert '<table class="cards prices">' in cards(TABLE)


def test_of_the_head_only_what_the_rows_are_is_said() -> None:
    assert "<thead><tr><th>项目</th><th></th><th></th></tr></thead>" in cards(TABLE)


def test_what_is_blank_is_left_out_but_keeps_its_cell() -> None:
    assert "–" not in cards(TABLE)


def test_all_rows_stay_equally_long() -> None:
    rows = re.findall(r"<tr.*?</tr>", cards(TABLE), re.DOTALL)
    assert {len(re.findall(r"<t[hd][ >]", row)) for row in rows} == {3}
    assert "colspan" not in cards(TABLE)


def test_nothing_stands_between_cells() -> None:
    assert re.search(r"</t[hd]>\s", cards(TABLE)) is None


def test_words_that_look_like_markup_stay_words() -> None:
    table = TABLE.replace("<th>税</th>", "<th>a &lt;b&gt; &#34;c&#34;</th>").replace("–", "1")
    assert 'data-label="a &lt;b&gt; &#34;c&#34;"' in cards(table)
