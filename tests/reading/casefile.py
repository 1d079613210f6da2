"""Golden cases: a small input and what the terminal says about it, in one text file.

`cases/<reader>/<code>.<language>.txt` holds the input, a line `-----`, and the findings as printed. An input of
several files names each with a line `=== path`. Run the tests with `REGENERATE=1` to write the second half anew,
then read the difference before committing it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
_CUT = "\n-----\n"
_FILE = "=== "


@dataclass(frozen=True)
class Case:
    """One golden case."""

    file: Path
    code: str
    language: str
    input: str
    expected: str

    @classmethod
    def read(cls, file: Path) -> Case:
        code, language, _ = file.name.split(".")
        text, _, expected = file.read_text("utf-8").partition(_CUT)
        return cls(file, code.split("-")[0], language, text + "\n", expected)

    def files(self) -> dict[str, str]:
        """The input by path, where it holds several files."""
        found: dict[str, str] = {}
        for part in f"\n{self.input}".split(f"\n{_FILE}")[1:]:
            path, _, text = part.partition("\n")
            found[path] = text
        return found

    def holds(self, printed: str) -> None:
        """Compare with what was printed, or write it down when asked to."""
        if os.environ.get("REGENERATE"):
            self.file.write_text(self.input.removesuffix("\n") + _CUT + printed + "\n", "utf-8")
        else:
            assert printed + "\n" == self.expected


def cases(reader: str) -> list[Case]:
    """The cases of a reader, by code."""
    return [Case.read(file) for file in sorted((CASES / reader).glob("*.txt"))]
