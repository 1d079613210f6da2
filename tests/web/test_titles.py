"""Where long titles break on narrow screens."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from visited import visiting

pytestmark = pytest.mark.browser

LINES = """(title) => {
    const range = document.createRange();
    const lines = [];
    let below = -1;
    const walk = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        for (let at = 0; at < walk.currentNode.length; at += 1) {
            range.setStart(walk.currentNode, at);
            range.setEnd(walk.currentNode, at + 1);
            const { top } = range.getBoundingClientRect();
            if (top > below + 8) lines.push('');
            below = Math.max(below, top);
            lines[lines.length - 1] += walk.currentNode.data[at];
        }
    }
    return lines;
}"""


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("projects/anode-materials.html", ["5万吨", "锂电池", "负极", "材料", "项目"]),
        ("projects/ev-die-castings.html", ["新能源", "汽车", "铝合金", "压铸件", "项目"]),
        ("rewards/introducer-2026.html", ["社会化", "招商", "引荐", "奖励", "办法"]),
        ("policies/manufacturing-2025.html", ["促进", "先进", "制造业", "投资", "措施"]),
    ],
)
def test_a_chinese_title_breaks_between_words(
    browser: Browser, served: str, width: int, path: str, words: list[str]
) -> None:
    with visiting(browser, served, viewport={"width": width, "height": 844}) as visit:
        title = visit.goto(f"zh/{path}").locator("main h1")
        lines = title.evaluate(LINES)
        assert len(lines) > 1
        assert "".join(lines) == title.text_content()
        assert all(any(word in line for line in lines) for word in words), lines
