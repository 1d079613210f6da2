"""The build-time pass: spaces between Han and Latin, joiners before what may not begin a line."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhaoshang.print.spacing import HALVED, space_text, space_tree

JOINER = "\u2060"
HALF = f'<span style="{escape(HALVED, {chr(34): "&quot;"})}">'


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("总投资9.7亿元，占地652亩", "总投资 9.7 亿元，占地 652 亩"),
        ("执行GB/T 4754标准", "执行 GB/T 4754 标准"),
        ("增长5%左右", "增长 5% 左右"),
        ("不低于25℃时", "不低于 25℃ 时"),
        ("（2026）年", "（2026）年"),
        ("总投资 9.7 亿元", "总投资 9.7 亿元"),
        ("新材料——负极", f"新材料{JOINER}——负极"),
        ("等等……及其他", f"等等{JOINER}……及其他"),
        ("7～9米", f"7{JOINER}～9 米"),
        ("约翰·史密斯", f"约翰{JOINER}·史密斯"),
        ("plain English", "plain English"),
        ("第一行\n第二行", "第一行第二行"),
        ("到期，\n  续签", "到期，续签"),
        ("见GB\n标准", "见 GB\n标准"),
    ],
)
def test_a_text_is_spaced(typed: str, printed: str) -> None:
    assert space_text(typed) == printed


@given(st.text(alphabet="招商9aA%，。—…·～ （）", max_size=30))
def test_spacing_twice_is_spacing_once_and_loses_nothing(text: str) -> None:
    once = space_text(text)
    assert space_text(once) == once
    assert once.replace(" ", "").replace(JOINER, "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('<p lang="zh">见<a>GB/T</a>标准</p>', '<p lang="zh">见 <a>GB/T</a> 标准</p>'),
        ('<p lang="zh"><b>投资</b><i>ABC</i></p>', '<p lang="zh"><b>投资 </b><i>ABC</i></p>'),
        ('<p lang="zh">CO<sub>2</sub>减排</p>', '<p lang="zh">CO<sub>2</sub> 减排</p>'),
        ('<p lang="zh">增长<sup>1</sup>后</p>', '<p lang="zh">增长<sup>1</sup>后</p>'),
        ('<p lang="zh">运行<code>make全部</code>即可</p>', '<p lang="zh">运行<code>make全部</code>即可</p>'),
        (
            '<p lang="zh">甲<span lang="en">in中文</span>乙</p>',
            '<p lang="zh">甲<span lang="en">in中文</span>乙</p>',
        ),
        ('<p lang="en">in中文</p>', '<p lang="en">in中文</p>'),
        ('<div lang="zh"><p>甲</p><p>A</p></div>', '<div lang="zh"><p>甲</p><p>A</p></div>'),
        ('<p lang="zh">甲<b>——乙</b></p>', f'<p lang="zh">甲{JOINER}<b>——乙</b></p>'),
        ('<p lang="zh">甲\n<b>乙</b>\n丙</p>', '<p lang="zh">甲<b>乙</b>丙</p>'),
        ('<p lang="zh">甲\n<b>B</b></p>', '<p lang="zh">甲\n<b>B</b></p>'),
        ('<p lang="zh"><b>总则。</b>（一）</p>', f'<p lang="zh"><b>总则{HALF}。</span></b>（一）</p>'),
        (
            '<p lang="zh">见<i>乙</i>《丙》<b>：</b></p>',
            f'<p lang="zh">见<i>乙</i>《丙{HALF}》</span><b>：</b></p>',
        ),
        ('<p lang="zh"><b>总则。</b>甲</p>', '<p lang="zh"><b>总则。</b>甲</p>'),
    ],
)
def test_a_tree_is_spaced_across_its_inline_elements(typed: str, printed: str) -> None:
    root = ElementTree.fromstring(typed)
    space_tree(root)
    assert ElementTree.tostring(root, encoding="unicode") == printed
