"""The page that lists every code: `docs/diagnostics.md`, made from the catalogue.

`python -m zhaoshang.diagnostics.reference docs/diagnostics.md` writes it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from zhaoshang.diagnostics.catalogue import Message, Wording, catalogue
from zhaoshang.diagnostics.labels import LABELS, Labels

_CHAPTERS = {
    "Z0": "文件与项目 · Files and the project",
    "Z1": "YAML 写法 · YAML",
    "Z2": "字段的值 · Values",
    "Z3": "Markdown 正文 · Prose in Markdown",
    "Z4": "全部内容的一致 · The content as a whole",
    "Z5": "合规 · Compliance",
    "Z6": "兑现条款 · Awards",
    "Z7": "网页 · Web pages",
    "Z8": "PDF 指南 · PDF guides",
    "Z9": "命令、发布与环境 · Commands, publishing and the environment",
}

_OPENING = """\
# 提示一览 · All findings

由 `zhaoshang/diagnostics/catalogue/` 生成，请勿手工修改；重新生成用 `make docs`。
“…”处为运行时填入的内容。编号固定不变；“错误”会中止构建，“警告”和“提示”不会。

Made from `zhaoshang/diagnostics/catalogue/` by `make docs`; do not edit by hand. “…” stands for what is filled in at run
time. Codes are stable. An error stops the build; a warning and a note do not.
"""

_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
_MARKUP = re.compile(r"([\\`*_<\[])")


def reference() -> str:
    """The whole page as Markdown."""
    chapters = groupby(catalogue().values(), key=lambda message: message.code[:2])
    return "\n".join([_OPENING, *(_chapter(prefix, messages) for prefix, messages in chapters)])


def _chapter(prefix: str, messages: Iterator[Message]) -> str:
    return "\n".join([f"## {_CHAPTERS[prefix]}\n", *map(_entry, messages)])


def _entry(message: Message) -> str:
    titles = " · ".join(_shown(wording.title) for wording in message.wordings.values())
    lines = (_line(message, wording, LABELS[lang]) for lang, wording in message.wordings.items())
    return "\n".join([f"### {message.code} {titles}\n", *lines, ""])


def _line(message: Message, wording: Wording, labels: Labels) -> str:
    expected = f"{labels.expected}{labels.colon}{_shown(wording.expected)}"
    remedy = f"{labels.remedy}{labels.colon}{_shown(wording.remedy)}"
    return f"- **{labels.severities[message.severity]}**{labels.colon}{_shown(wording.found)}<br>{expected}<br>{remedy}"


def _shown(words: str) -> str:
    return _MARKUP.sub(r"\\\1", _PLACEHOLDER.sub("…", words))


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(), encoding="utf-8", newline="\n")
