"""The dialect of Markdown: what it makes, what it refuses, and that nothing hostile passes."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhaoshang.diagnostics import Findings, Span
from zhaoshang.reading.markdown import Compiled, ProseCompiler
from zhaoshang.reading.prose_tree import ELEMENTS
from zhaoshang.reading.source import Source
from zhaoshang.values import Heading

COMPILER = ProseCompiler(kinds=("project", "policy", "cost"), media=("river.jpg",))


def compiled(text: str) -> tuple[Compiled, Findings]:
    return COMPILER.compile(Source("content/pages/a.zh.md", text), language="zh")


def html(text: str) -> str:
    result, findings = compiled(text)
    assert not findings
    return result.prose.html


def codes(text: str) -> list[str]:
    return [finding.code for finding in compiled(text)[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("澜川县\n位于长江", "<p>澜川县位于长江</p>"),
        ("**澜川县**\n**位于**长江", "<p><strong>澜川县</strong><strong>位于</strong>长江</p>"),
        ("他说：\n“好。”\n然后", "<p>他说：“好。”然后</p>"),
        ("GDP\n增长", "<p>GDP\n增长</p>"),
        ("two\nlines", "<p>two\nlines</p>"),
        ("达到\n{fact:gdp}\n亿元", '<p>达到<data class="fact" value="gdp"></data>亿元</p>'),
        ("甲  \n乙", "<p>甲<br>乙</p>"),
    ],
)
def test_line_ends_between_chinese_characters_vanish(text: str, expected: str) -> None:
    assert html(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**重点**后文", "<p><strong>重点</strong>后文</p>"),
        ("前**“重点”**后", "<p>前<strong>“重点”</strong>后</p>"),
        ("前**《办法》**，后", "<p>前<strong>《办法》</strong>，后</p>"),
        ("*a* _b_ `c` snake_case_word", "<p><em>a</em> <em>b</em> <code>c</code> snake_case_word</p>"),
        ("CO<sub>2</sub> m<sup>2</sup>甲<br>乙", "<p>CO<sub>2</sub> m<sup>2</sup>甲<br>乙</p>"),
        ('<span lang="ja">ようこそ</span>', '<p><span lang="ja">ようこそ</span></p>'),
        ("> 引用", "<blockquote><p>引用</p></blockquote>"),
        ("甲\n\n---\n\n乙", "<p>甲</p>\n<hr>\n<p>乙</p>"),
        ("5 < 6 & 7 > 3，<5%", "<p>5 &lt; 6 &amp; 7 &gt; 3，&lt;5%</p>"),
        ("&lt;b&gt; &copy; &nope;", "<p>&lt;b&gt; © &amp;nope;</p>"),
        ("\\*甲\\* \\{乙\\} \\<b\\>", "<p>*甲* {乙} &lt;b&gt;</p>"),
        ("    缩进的段落", "<p>缩进的段落</p>"),
        ("术语\n:   解释", "<dl><dt>术语</dt><dd>解释</dd></dl>"),
    ],
)
def test_the_marks_of_the_dialect(text: str, expected: str) -> None:
    assert html(text) == expected


def test_a_list_needs_no_empty_line_and_two_spaces_a_level() -> None:
    text = "包括：\n- 甲\n  - 乙\n    - 丙\n- 丁\n  续行\n\n结束。"
    inner = "<ul><li>乙<ul><li>丙</li></ul></li></ul>"
    assert html(text) == f"<p>包括：</p>\n<ul><li>甲{inner}</li><li>丁续行</li></ul>\n<p>结束。</p>"


def test_a_list_may_be_numbered_and_start_anywhere() -> None:
    assert html("3. 甲\n4. 乙") == '<ol start="3"><li>甲</li><li>乙</li></ol>'


def test_a_list_of_paragraphs_keeps_them() -> None:
    text = "1. 甲\n\n   甲的第二段\n\n2. 乙\n"
    assert html(text) == "<ol><li><p>甲</p><p>甲的第二段</p></li><li><p>乙</p></li></ol>"


def test_a_table_keeps_its_alignment_without_styles() -> None:
    rows = html("| 名称 | 数 |\n|---|--:|\n| 甲 \\| 乙 | {fact:gdp} |")
    assert '<th scope="col">名称</th><th class="right" scope="col">数</th>' in rows
    assert '<td>甲 | 乙</td><td class="right"><data class="fact" value="gdp"></data></td>' in rows


def test_links_to_records_wait_for_their_address() -> None:
    result, findings = compiled("见[负极](project:anode)、<https://a.cn/?x=1&y=2>、[电话](tel:+86-23-5550)。")
    assert not findings
    assert result.prose.links == ("project:anode", "https://a.cn/?x=1&y=2", "tel:+86-23-5550")
    assert '<a href="record:project/anode">负极</a>' in result.prose.html
    assert '<a href="https://a.cn/?x=1&amp;y=2">https://a.cn/?x=1&amp;y=2</a>' in result.prose.html


def test_pictures_come_from_the_project() -> None:
    result, findings = compiled("![澜江](media/river.jpg)")
    assert not findings
    assert result.prose.html == '<p><img src="image:river.jpg" alt="澜江"></p>'
    assert result.prose.links == ("image:river.jpg",)


def test_facts_are_named_once_in_order() -> None:
    result, _ = compiled("{fact:gdp}与{fact:area}，再说{fact:gdp}")
    assert result.prose.facts == ("gdp", "area")
    assert result.prose.text == "{fact:gdp}与{fact:area}，再说{fact:gdp}"


def test_headings_are_named_by_place_or_by_hand_never_by_words() -> None:
    text = "## 用地\n### 出让\n### 租赁 {#lease}\n## 用电\n### 电价\n"
    result, findings = compiled(text)
    assert not findings
    assert result.prose.headings == (
        Heading("s1", 2, "用地"),
        Heading("s1-1", 3, "出让"),
        Heading("lease", 3, "租赁"),
        Heading("s2", 2, "用电"),
        Heading("s2-1", 3, "电价"),
    )
    assert [place.line for _, place in result.outline] == [1, 2, 3, 4, 5]


def test_a_heading_may_hold_marks() -> None:
    result, _ = compiled("## **用地** {fact:area} {#land}\n")
    assert result.prose.headings == (Heading("land", 2, "用地 {fact:area}"),)


def test_the_text_is_fit_for_search() -> None:
    text = "## 题\n\n甲**乙**\n丙<br>丁\n\n- 一\n- 二\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n![江](image:river.jpg)"
    assert compiled(text)[0].prose.text == "题\n甲乙丙\n丁\n一\n二\nA B\n1 2\n江"


def test_findings_point_at_the_words_not_at_their_twins() -> None:
    text = "`{facts:gdp}`里的不算。\n\n用地\n\n## 用地 {#B!}\n\n[甲](../a) 与 [乙](../a)，{facts:gdp}\n"
    _, findings = compiled(text)
    places = [(item.code, item.span.line, item.span.column) for item in findings if item.span]
    assert places == [("Z304", 5, 1), ("Z311", 7, 5), ("Z311", 7, 17), ("Z331", 7, 23)]


def test_one_text_leaves_no_trace_in_the_next() -> None:
    first = compiled("## 甲 {#a}\n\n[x](#a) {fact:gdp}\n")
    compiled("# 坏\n\n{坏} [x](bad:y)\n")
    assert compiled("## 甲 {#a}\n\n[x](#a) {fact:gdp}\n") == first
    assert compiled("")[0].prose.html == ""


HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<!-- <script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<div\n onclick=alert(1)>x</div>",
    "<style>body{background:url(//x)}</style>",
    "<iframe src=//x></iframe>",
    '<span lang="zh" onclick="alert(1)">x</span>',
    '<span lang="zh"><script>alert(1)</script></span>',
    "<sub onclick=alert(1)>x</sub>",
    "<br onclick=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](<java\nscript:alert(1)>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox)",
    "[x](//evil.example)",
    "[x](https://evil.example@good.example/)",
    '[x](https://a.cn/" onmouseover="alert(1))',
    "[x](https://a.cn 'onmouseover=alert(1)')",
    "[x](record:project/a)",
    "[x](image:river.jpg)",
    "[x](project:a\" onclick=\"alert(1))",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "![x](javascript:alert(1))",
    '![x" onerror="alert(1)](image:river.jpg)',
    "![<script>](image:river.jpg)",
    "![x](image:../../etc/passwd)",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    "<javascript:alert(1)>",
    "<https://a.cn/\"onclick=alert(1)>",
    "`<script>alert(1)</script>`",
    "## x {#a\" onclick=\"alert(1)}",
    "## <script>alert(1)</script>",
    "{fact:gdp\" onclick=\"alert(1)}",
    "{{ 7*7 }} {% raw %}",
    "| <script> | b |\n|---|---|\n| <img onerror=x> | c |",
    "\x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03 **x**",
    "&#2;klzzwxh:0000&#3; **x**",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
)  # fmt: skip


SAFE = re.compile(r"https?://[^/@]+(/|$|[?#])|mailto:|tel:|#[a-z]|record:project/")


class Auditor(HTMLParser):
    """Reads HTML as a browser would, and keeps what is not on the list."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.offences: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        allowed = {*ELEMENTS.get(tag, ()), *(("class", "scope") if tag in ("td", "th") else ())}
        if tag not in ELEMENTS:
            self.offences.append(tag)
        for name, value in attrs:
            if name not in allowed:
                self.offences.append(f"{tag} {name}")
            if name == "href" and not re.match(
                r"https?://[^/@]+(/|$|[?#])|mailto:|tel:|#[a-z]|record:project/", value or ""
            ):
                self.offences.append(f"{tag} {name} {value}")
            if name == "src" and value != "image:river.jpg":
                self.offences.append(f"{tag} {name} {value}")

    def handle_comment(self, data: str) -> None:
        self.offences.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.offences.append(f"declaration {decl}")

    def handle_pi(self, data: str) -> None:
        self.offences.append(f"instruction {data}")


def offences(text: str) -> list[str]:
    auditor = Auditor()
    auditor.feed(compiled(text)[0].prose.html)
    auditor.close()
    return auditor.offences


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_passes(text: str) -> None:
    assert offences(text) == []


@settings(derandomize=True, max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(HOSTILE), min_size=2, max_size=4),
    st.sampled_from(["", " ", "\n", "**", "`", "[", "> "]),
)
def test_nothing_hostile_passes_in_company(texts: list[str], joint: str) -> None:
    assert offences(joint.join(texts)) == []


MARKS = (
    *("甲", "word", "1. ", "- ", "  ", "    ", "\n", "\n\n", "## ", "# ", "> ", "|", "|---|", ":   "),
    *("**", "*", "_", "`", "```", "[", "]", "(", ")", "![", "](", "{", "}", "{fact:gdp}", "{#a}"),
    *("<", ">", "<br>", "<sub>", "</sub>", "&", "&lt;", "\\", "https://a.cn", "project:a", "#a", "---", "\t"),
)  # fmt: skip


@settings(derandomize=True, max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(MARKS), max_size=30).map("".join))
def test_no_text_breaks_it(text: str) -> None:
    result, findings = compiled(text)
    assert all(finding.span for finding in findings)
    assert len(result.outline) == len(result.prose.headings)
    assert offences(text) == []


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_no_characters_break_it(text: str) -> None:
    compiled(text)


@pytest.mark.parametrize(
    "piece", ["> ", "- ", "[", "*", "**a", "(", "`", "{", "<", "| ", "![", "  - a\n", "<sub>"]
)
def test_repetition_ends_in_time(piece: str) -> None:
    result, _ = compiled(piece * 2000)
    assert result.prose.language == "zh"


def test_deep_lists_end_in_a_finding() -> None:
    assert codes("\n".join("  " * depth + "- 甲" for depth in range(200))) == ["Z300"]


def test_ordinary_prose_is_silent() -> None:
    text = "## 园区\n\n园区面积（2025年）为5%～10%，详见《办法》第3条；A|B 两区。\n\n1. 甲\n2. 乙\n\n2026年1月1日起执行。\n"
    assert codes(text) == []


def test_the_place_of_a_finding_is_in_the_file() -> None:
    _, findings = compiled("正文\n\n[x](bad:y)\n")
    (finding,) = findings
    assert finding.span == Span("content/pages/a.zh.md", 3, 5, 10)
