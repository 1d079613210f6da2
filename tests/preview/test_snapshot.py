"""One rebuild for a burst of saves, and none is missed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from zhaoshang.preview.snapshot import Snapshot, bursts, take_snapshot


def states(letters: Iterable[str]) -> list[Snapshot]:
    return [{"file": (ord(letter), 0, 0)} for letter in letters]


def seen_bursts(looks: str) -> str:
    """The states that are acted on when one look after the other sees these, beginning from state `a`."""
    left = iter(states(looks))
    pauses = iter([True] * len(looks) + [False] * 2)
    acted = bursts(states("a")[0], look=lambda: next(left), pause=lambda: next(pauses))
    return "".join(chr(snapshot["file"][0]) for snapshot in acted)


def test_nothing_happens_while_nothing_changes() -> None:
    assert seen_bursts("aaaa") == ""


def test_a_change_is_acted_on_once_it_rests() -> None:
    assert seen_bursts("abb") == "b"
    assert seen_bursts("abbbb") == "b"


def test_a_burst_of_saves_is_one_change() -> None:
    assert seen_bursts("abcdeeee") == "e"


def test_two_bursts_are_two_changes() -> None:
    assert seen_bursts("abbcc") == "bc"


def test_a_change_taken_back_within_a_burst_still_counts() -> None:
    assert seen_bursts("abaa") == "a"


def test_a_snapshot_sees_saving_adding_and_removing(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    file = tmp_path / "deep" / "a.yaml"
    file.write_text("1", encoding="utf-8")
    first = take_snapshot([tmp_path])
    file.write_text("2", encoding="utf-8")
    os.utime(file, ns=(1, 1))
    second = take_snapshot([tmp_path])
    file.unlink()
    third = take_snapshot([tmp_path, tmp_path / "missing"])
    assert list(first) == list(second) == [str(file)]
    assert first != second
    assert third == {}


def test_what_editors_leave_behind_does_not_count(tmp_path: Path) -> None:
    for name in (".a.yaml.swp", "a.yaml~", "~$ledger.xlsx", "4913", "a.tmp"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert take_snapshot([tmp_path]) == {}
