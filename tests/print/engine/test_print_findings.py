"""Every finding of the print room has its words, and the words have all they ask for."""

from __future__ import annotations

import re
from pathlib import Path

from zhaoshang.diagnostics.catalogue import catalogue
from zhaoshang.print.remark import Remark

ROOM = Path(__file__).parents[3] / "zhaoshang" / "print"


def test_the_codes_used_and_the_codes_worded_are_the_same() -> None:
    used = {
        code for path in ROOM.rglob("*.py") for code in re.findall(r'"(Z8\d\d)"', path.read_text("utf-8"))
    }
    assert used >= {code for code in catalogue() if "Z801" <= code <= "Z816"}


def test_the_words_of_a_code_are_the_same_in_both_languages() -> None:
    for code, message in catalogue().items():
        if "Z801" <= code <= "Z816":
            assert message.wordings["zh"].placeholders() == message.wordings["en"].placeholders(), code


def test_a_remark_becomes_a_finding_with_its_document() -> None:
    finding = Remark.of("Z812", "projects/a", id="x", text="y").finding("guide.zh", {})
    assert finding.span is None
    assert finding.arguments == {"id": "x", "text": "y", "record": "projects/a", "document": "guide.zh"}
