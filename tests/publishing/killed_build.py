"""Run as a program: publishes over an earlier site again and again, killed one operation later each time.

    killed_build.py FOLDER exchange|journal

An audit hook counts every operation on files the interpreter is about to make and kills the process with
SIGKILL at the chosen one. After each death the site must be the old tree or the new one, to the byte, and the
next build must succeed. Prints how many deaths were survived; ends with a traceback at the first broken
promise.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path, PurePosixPath

from zhaoshang.publishing import swap
from zhaoshang.publishing.manifest import MANIFEST, Manifest
from zhaoshang.publishing.publish import publish
from zhaoshang.publishing.workshop import open_workshop
from zhaoshang.values.artifact import Artifact

COUNTED = (
    "open",
    "os.mkdir",
    "os.link",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "shutil.rmtree",
    "ctypes.dlsym",
)


def tree(**files: str) -> tuple[Artifact, ...]:
    return tuple(
        Artifact(PurePosixPath(name.replace("_", "/")), text.encode()) for name, text in files.items()
    )


OLD = tree(index="same", zh_home="old", zh_gone="old only")
NEW = tree(index="same", zh_home="new", en_home="new only")


def holds(site: Path, artifacts: tuple[Artifact, ...]) -> bool:
    expected = {str(one.path): one.content for one in artifacts}
    expected[str(MANIFEST)] = Manifest.of(artifacts).render()
    found = {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    return found == expected


def build(root: Path, artifacts: tuple[Artifact, ...]) -> None:
    with open_workshop(root / ".zhaoshang") as workshop:
        _, findings = publish(artifacts, site=root / "site", workshop=workshop)
    assert not findings, findings


def die_at(count: int) -> None:
    left = count

    def hook(event: str, _arguments: object) -> None:
        nonlocal left
        if event in COUNTED:
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def killed(root: Path, count: int) -> bool:
    """Builds NEW in a child that dies before its operation number `count`; whether it did die."""
    child = os.fork()
    if not child:
        die_at(count)
        build(root, NEW)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the child failed instead of dying"
    return os.WIFSIGNALED(status)


def main(folder: Path, way: str) -> None:
    if way == "journal":
        swap.exchange = lambda one, other: False
    deaths = 0
    while True:
        root = folder / str(deaths)
        build(root, OLD)
        died = killed(root, deaths)
        if way == "exchange":
            assert holds(root / "site", OLD) or holds(root / "site", NEW), f"torn at operation {deaths}"
        else:
            with open_workshop(root / ".zhaoshang") as workshop:
                swap.recover(workshop, root / "site")
            assert holds(root / "site", OLD) or holds(root / "site", NEW), f"lost at operation {deaths}"
        build(root, NEW)
        assert holds(root / "site", NEW)
        assert sorted(p.name for p in (root / ".zhaoshang").iterdir()) == ["build.lock"]
        shutil.rmtree(root)
        if not died:
            break
        deaths += 1
    sys.stdout.write(str(deaths))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
