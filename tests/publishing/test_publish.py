"""`site/` is always the last successful build, and nothing of anybody else's is lost."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest

from zhaoshang.diagnostics.diagnostic import Findings, Refusal
from zhaoshang.publishing import swap
from zhaoshang.publishing.manifest import Manifest
from zhaoshang.publishing.publish import Publication, publish
from zhaoshang.publishing.workshop import open_workshop
from zhaoshang.values.artifact import Artifact

HERE = Path(__file__).parent

# As printed by sha256sum.
SHA256_OF_A = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
SHA256_OF_YI = "71530d4c49f12c489dcfc7d6d1b46d53546ca05bfd1775392c9a42b9b7944bbb"


def artifacts(files: Mapping[str, str]) -> tuple[Artifact, ...]:
    return tuple(Artifact(PurePosixPath(path), text.encode()) for path, text in files.items())


def build(root: Path, files: Mapping[str, str]) -> tuple[Publication | None, Findings]:
    with open_workshop(root / ".zhaoshang") as workshop:
        return publish(artifacts(files), site=root / "site", workshop=workshop)


def contents(site: Path) -> dict[str, str]:
    return {
        str(path.relative_to(site)): path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name != "manifest.json"
    }


def codes(findings: Findings) -> list[str]:
    return [finding.code for finding in findings]


def test_the_first_build_makes_the_site(tmp_path: Path) -> None:
    done, findings = build(tmp_path, {"index.html": "a", "zh/home.html": "b"})
    assert not findings
    assert contents(tmp_path / "site") == {"index.html": "a", "zh/home.html": "b"}
    assert done is not None
    assert (done.written, done.kept, done.removed) == (2, 0, 0)


def test_a_later_build_replaces_prunes_and_keeps(tmp_path: Path) -> None:
    build(tmp_path, {"same.html": "a", "zh/changed.html": "b", "zh/gone/deep.html": "c"})
    before = (tmp_path / "site" / "same.html").stat().st_ino
    done, findings = build(tmp_path, {"same.html": "a", "zh/changed.html": "B"})
    assert not findings
    assert contents(tmp_path / "site") == {"same.html": "a", "zh/changed.html": "B"}
    assert not (tmp_path / "site" / "zh" / "gone").exists()
    assert done is not None
    assert (done.written, done.kept, done.removed) == (1, 1, 1)
    assert (tmp_path / "site" / "same.html").stat().st_ino == before


def test_a_build_that_changes_nothing_touches_nothing(tmp_path: Path) -> None:
    build(tmp_path, {"index.html": "a"})
    before = (tmp_path / "site").stat()
    done, findings = build(tmp_path, {"index.html": "a"})
    assert not findings
    assert done is not None
    assert (done.written, done.kept) == (0, 1)
    assert (tmp_path / "site").stat().st_ino == before.st_ino


def test_a_file_deleted_from_the_site_comes_back(tmp_path: Path) -> None:
    build(tmp_path, {"index.html": "a", "b.html": "b"})
    (tmp_path / "site" / "b.html").unlink()
    _, findings = build(tmp_path, {"index.html": "a", "b.html": "b"})
    assert not findings
    assert contents(tmp_path / "site") == {"index.html": "a", "b.html": "b"}


def test_nothing_but_the_lock_stays_in_the_workshop(tmp_path: Path) -> None:
    build(tmp_path, {"index.html": "a"})
    build(tmp_path, {"index.html": "b"})
    assert [path.name for path in (tmp_path / ".zhaoshang").iterdir()] == ["build.lock"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [".zhaoshang", "site"]


def test_the_manifest_lists_every_file_with_digest_and_size(tmp_path: Path) -> None:
    build(tmp_path, {"zh/b.html": "乙", "a.html": "a"})
    text = (tmp_path / "site" / "manifest.json").read_text(encoding="utf-8")
    assert text == (
        '{"files": [\n'
        f'{{"path": "a.html", "sha256": "{SHA256_OF_A}", "size": 1}},\n'
        f'{{"path": "zh/b.html", "sha256": "{SHA256_OF_YI}", "size": 3}}\n'
        "]}\n"
    )
    assert Manifest.parse(text.encode()) == Manifest.of(artifacts({"a.html": "a", "zh/b.html": "乙"}))


@pytest.mark.parametrize(
    "text", [b"", b"[]", b"{}", b'{"files": [1]}', b'{"files": [{"path": "a"}]}', b"\xff"]
)
def test_what_is_not_a_manifest_is_not_read_as_one(text: bytes) -> None:
    assert Manifest.parse(text) is None


def test_a_foreign_file_stops_the_build_and_stays(tmp_path: Path) -> None:
    build(tmp_path, {"index.html": "a"})
    (tmp_path / "site" / "verification.txt").write_text("mine", encoding="utf-8")
    _, findings = build(tmp_path, {"index.html": "b"})
    assert codes(findings) == ["Z905"]
    assert findings.items[0].arguments == {"count": "1", "files": "verification.txt"}
    assert contents(tmp_path / "site") == {"index.html": "a", "verification.txt": "mine"}


def test_a_folder_this_program_did_not_make_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    for number in range(7):
        (tmp_path / "site" / f"{number}.txt").write_text("mine", encoding="utf-8")
    _, findings = build(tmp_path, {"index.html": "b"})
    assert codes(findings) == ["Z905"]
    assert findings.items[0].arguments["files"] == "0.txt, 1.txt, 2.txt, 3.txt, 4.txt …"
    assert len(contents(tmp_path / "site")) == 7


def test_a_file_changed_by_hand_stops_the_build_and_stays(tmp_path: Path) -> None:
    build(tmp_path, {"index.html": "a"})
    (tmp_path / "site" / "index.html").write_text("my words", encoding="utf-8")
    _, findings = build(tmp_path, {"index.html": "b"})
    assert codes(findings) == ["Z906"]
    assert contents(tmp_path / "site") == {"index.html": "my words"}


def test_a_link_in_place_of_a_published_file_counts_as_changed(tmp_path: Path) -> None:
    build(tmp_path, {"index.html": "a"})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("a", encoding="utf-8")
    (tmp_path / "site" / "index.html").unlink()
    (tmp_path / "site" / "index.html").symlink_to(elsewhere)
    _, findings = build(tmp_path, {"index.html": "b"})
    assert codes(findings) == ["Z906"]
    assert elsewhere.read_text(encoding="utf-8") == "a"


def test_droppings_of_a_file_browser_do_not_stop_a_build(tmp_path: Path) -> None:
    build(tmp_path, {"zh/index.html": "a"})
    (tmp_path / "site" / "zh" / ".DS_Store").write_bytes(b"\0")
    _, findings = build(tmp_path, {"zh/index.html": "b"})
    assert not findings


def test_a_file_dropped_in_during_the_build_stops_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, {"index.html": "a"})

    def drop(tree: Path) -> None:
        (tmp_path / "site" / "late.txt").write_text("mine", encoding="utf-8")

    monkeypatch.setattr("zhaoshang.publishing.publish.settle_all", drop)
    _, findings = build(tmp_path, {"index.html": "b"})
    assert codes(findings) == ["Z905"]
    assert contents(tmp_path / "site") == {"index.html": "a", "late.txt": "mine"}


def test_a_site_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "www")
    _, findings = build(tmp_path, {"index.html": "b"})
    assert codes(findings) == ["Z903"]
    assert list((tmp_path / "www").iterdir()) == []


def test_a_site_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("notes", encoding="utf-8")
    _, findings = build(tmp_path, {"index.html": "b"})
    assert codes(findings) == ["Z904"]
    assert (tmp_path / "site").read_text(encoding="utf-8") == "notes"


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    with open_workshop(tmp_path), pytest.raises(Refusal) as refused, open_workshop(tmp_path):
        pass
    assert refused.value.code == "Z901"
    assert refused.value.arguments == {"process": str(os.getpid())}


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "Z910"),
        (errno.EDQUOT, "Z910"),
        (errno.EROFS, "Z911"),
        (errno.EACCES, "Z912"),
        (errno.EBUSY, "Z913"),
        (errno.ENAMETOOLONG, "Z914"),
        (errno.EIO, "Z919"),
    ],
)
def test_what_the_disk_refuses_is_a_finding_and_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    build(tmp_path, {"index.html": "a"})

    def refuse(self: Path, data: bytes) -> int:
        raise OSError(number, os.strerror(number), str(self))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    done, findings = build(tmp_path, {"index.html": "b"})
    assert done is None
    assert codes(findings) == [code]
    assert contents(tmp_path / "site") == {"index.html": "a"}
    assert [path.name for path in (tmp_path / ".zhaoshang").iterdir()] == ["build.lock"]


def test_a_name_the_system_does_not_allow_is_a_finding(tmp_path: Path) -> None:
    _, findings = build(tmp_path, {"a" * 300 + ".html": "a"})
    assert codes(findings) == ["Z914"]
    assert not (tmp_path / "site").exists()


def test_without_hard_links_files_are_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(errno.EPERM, "not here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    build(tmp_path, {"same.html": "a", "b.html": "b"})
    done, findings = build(tmp_path, {"same.html": "a", "b.html": "B"})
    assert not findings
    assert done is not None
    assert (done.written, done.kept) == (2, 0)


def test_where_names_cannot_be_exchanged_two_steps_do_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "exchange", lambda one, other: False)
    build(tmp_path, {"a.html": "a"})
    _, findings = build(tmp_path, {"b.html": "b"})
    assert not findings
    assert contents(tmp_path / "site") == {"b.html": "b"}
    assert [path.name for path in (tmp_path / ".zhaoshang").iterdir()] == ["build.lock"]


def test_a_second_step_that_fails_puts_the_old_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, {"a.html": "a"})
    monkeypatch.setattr(swap, "exchange", lambda one, other: False)
    rename = Path.rename

    def stubborn(self: Path, target: Path) -> Path:
        if self.name == "next":
            raise PermissionError(errno.EACCES, "held open", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stubborn)
    _, findings = build(tmp_path, {"b.html": "b"})
    assert codes(findings) == ["Z912"]
    assert contents(tmp_path / "site") == {"a.html": "a"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
@pytest.mark.parametrize("way", ["exchange", "journal"])
def test_killed_before_any_of_its_operations_a_build_loses_nothing(tmp_path: Path, way: str) -> None:
    program = [sys.executable, "-m", "tests.publishing.killed_build", str(tmp_path), way]
    done = subprocess.run(program, capture_output=True, text=True, cwd=HERE.parents[1], check=False)
    assert done.stderr == ""
    assert int(done.stdout) > 20


PUBLISH_FOR_EVER = """
import sys
from pathlib import Path, PurePosixPath
from zhaoshang.publishing.publish import publish
from zhaoshang.publishing.workshop import open_workshop
from zhaoshang.values.artifact import Artifact
root = Path(sys.argv[1])
def tree(letter):
    return [Artifact(PurePosixPath(f"{n % 7}/{n}.html"), letter * 999) for n in range(60)]
for turn in range(10**6):
    with open_workshop(root / ".zhaoshang") as workshop:
        publish(tree(b"ab"[turn % 2 :][:1]), site=root / "site", workshop=workshop)
    if not turn:
        print("running", flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_killed_at_any_time_the_site_is_whole(tmp_path: Path) -> None:
    moments = random.Random(7)
    for _ in range(8):
        program = [sys.executable, "-c", PUBLISH_FOR_EVER, str(tmp_path)]
        with subprocess.Popen(program, stdout=subprocess.PIPE, cwd=HERE.parents[1]) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(moments.uniform(0, 0.1))
            child.kill()
        found = contents(tmp_path / "site")
        assert len(found) == 60
        assert set(found.values()) in ({"a" * 999}, {"b" * 999})
