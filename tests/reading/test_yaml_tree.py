"""YAML becomes a tree that knows its places, and nothing typed changes its meaning."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhaoshang.diagnostics import Findings, Span
from zhaoshang.diagnostics.catalogue import catalogue
from zhaoshang.reading.nodes import Mapping, Node, Scalar, Sequence
from zhaoshang.reading.source import Source, decode_source
from zhaoshang.reading.yaml_tree import FastParser, Limits, PureParser, parse_yaml

LAOZI = """\
title: {zh: 负极材料, en: Anode materials}
lots:
  - id: a1
    area: 652亩
  - id: b1
    note: >
      一期，
      二期
empty:
"""


def tree(text: str) -> Node:
    node, findings = parse_yaml(Source("a.yaml", text))
    assert node is not None
    assert not findings
    return node


def both(text: str) -> tuple[tuple[Node | None, Findings], tuple[Node | None, Findings]]:
    source = Source("a.yaml", text)
    return parse_yaml(source, parser=FastParser), parse_yaml(source, parser=PureParser)


def test_plain_values_keep_their_spelling() -> None:
    typed = {
        "answer": "NO",
        "time": "1:30",
        "code": "010020",
        "day": "2026-02-30",
        "sum": "1,200",
        "hex": "0x1F",
        "flag": "true",
        "dot": ".5",
        "exp": "1e3",
    }
    text = "".join(f"{key}: {value}\n" for key, value in typed.items())
    assert tree(text).plain() == typed


def test_only_nothing_is_none() -> None:
    text = "a:\nb: ~\nc: null\nd: ''\ne: 'null'\nf: none\ng: [~, x]\n"
    plain = {"a": None, "b": None, "c": None, "d": "", "e": "null", "f": "none", "g": [None, "x"]}
    assert tree(text).plain() == plain


def test_the_tree_is_made_of_frozen_nodes() -> None:
    root = tree("a: [x, 'y']\n")
    assert isinstance(root, Mapping)
    (entry,) = root.entries
    assert (entry.key, entry.key_place) == ("a", Span("a.yaml", 1, 1, 2))
    assert root.node("a") == Sequence(
        Span("a.yaml", 1, 4),
        (Scalar(Span("a.yaml", 1, 5, 6), "x"), Scalar(Span("a.yaml", 1, 8, 11), "y", quoted=True)),
    )


def test_every_path_has_a_place() -> None:
    root = tree(LAOZI)
    assert root.span("title", "en") == Span("a.yaml", 1, 23, 38)
    assert root.key_span("title", "en") == Span("a.yaml", 1, 19, 21)
    assert root.span("lots", 0, "area") == Span("a.yaml", 4, 11, 15)
    assert root.key_span("lots", 1) == Span("a.yaml", 5, 5)
    assert root.span("lots", 1, "note") == Span("a.yaml", 6, 11, 12)
    assert root.span("empty") == Span("a.yaml", 9, 7)


def test_a_path_that_does_not_exist_falls_back_to_its_parent() -> None:
    root = tree(LAOZI)
    assert root.span("lots", 0, "price", "unit") == root.span("lots", 0)
    assert root.key_span("title", "ja") == root.key_span("title")
    assert root.key_span("nothing") == root.span() == Span("a.yaml", 1, 1)
    assert root.span("lots", 7) == root.span("lots")
    assert root.span("lots", -1) == root.span("lots")


def test_both_parsers_give_the_same_tree() -> None:
    fast, pure = both(LAOZI)
    assert fast == pure
    assert fast[0] is not None


def test_a_comment_with_a_space_is_a_comment() -> None:
    assert tree("# 说明\na: x # 注\nb: # 注\n  c: y\n").plain() == {"a": "x", "b": {"c": "y"}}


@pytest.mark.parametrize(
    "text",
    [
        "a: GDP：1000亿元\n",
        "a:\n  - GDP：1000亿元\n  - project:anode\n",
        "a: 见 https://example.com/a:b\n",
        "a: >\n  zh：负极\n  title:材料\n",
        'a: "zh：负极"\n',
        "a: “引号”里的话\n",
        "a: 甲，乙\n",
        "a: ['甲，乙']\n",
        "a: {zh: 甲，乙, en: 'a, b'}\n",
        "---\na: x\n",
    ],
)
def test_ordinary_chinese_is_no_slip(text: str) -> None:
    tree(text)


def test_a_key_written_twice_keeps_the_first_and_shows_both() -> None:
    node, findings = parse_yaml(Source("a.yaml", "a: 1\nb: 2\na: 3\n"))
    (finding,) = findings
    assert node is not None
    assert node.plain() == {"a": "1", "b": "2"}
    assert finding.span == Span("a.yaml", 3, 1, 2)
    assert finding.also == (Span("a.yaml", 1, 1, 2),)


def test_too_many_values_end_in_a_finding() -> None:
    _, findings = parse_yaml(Source("a.yaml", "[" + "x," * 50 + "x]"), limits=Limits(nodes=20))
    assert [finding.code for finding in findings] == ["Z102"]


STAIRS = "".join(" " * depth + "a:\n" for depth in range(1000))


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, STAIRS])
def test_bottomless_nesting_ends_in_a_finding(text: str) -> None:
    node, findings = parse_yaml(Source("a.yaml", text))
    assert node is None
    assert [finding.code for finding in findings] == ["Z101"]


def test_a_billion_laughs_end_at_the_first() -> None:
    text = 'a: &a ["lol"]\n' + "".join(
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    _, findings = parse_yaml(Source("a.yaml", text))
    assert [finding.code for finding in findings] == ["Z103"]


PIECES = (
    *("a", "键", " ", "　", "\n", "\t", "：", ":", "- ", ",", "，", "?", "~"),
    *("[", "]", "{", "}", "#", "'", '"', "“", "|", ">", "&a", "*a", "!t", "%", "@", "\\", "---", "...", "<<"),
)


@settings(derandomize=True, max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_no_text_breaks_it(text: str) -> None:
    for node, findings in both(text):
        assert node is not None or findings
        lines = [*text.split("\n"), ""]
        for finding in findings:
            message = catalogue()[finding.code]
            assert message.placeholders() <= set(finding.arguments)
            assert finding.span is not None
            assert 1 <= finding.span.line <= len(lines)
            assert 1 <= finding.span.column <= len(lines[finding.span.line - 1]) + 1


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_no_characters_break_it(text: str) -> None:
    source, _ = decode_source(text.encode("utf-8", "surrogatepass"), "a.yaml")
    if source is not None:
        node, findings = parse_yaml(source)
        assert node is not None or findings


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=15).map("".join))
def test_both_parsers_read_the_same_values(text: str) -> None:
    (fast, _), (pure, _) = both(text)
    assert (fast and fast.plain()) == (pure and pure.plain())
