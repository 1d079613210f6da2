"""The rooms of the house stand in the order data flows: a room imports only from rooms above it."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "zhaoshang"

ROOMS = (
    "diagnostics",
    "values",
    "awards",
    "domain",
    "reading",
    "rules",
    "voice",
    "graphics",
    "web",
    "print",
    "exchange",
    "publishing",
    "pipeline",
    "preview",
    "cli",
)


def modules_imported(source: str, package: str) -> Iterator[str]:
    """Every module a file imports, wherever in the file: at the top, in a function, or for types only."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = absolute(node.module or "", node.level, package)
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def absolute(module: str, level: int, package: str) -> str:
    """The full name of `from ..module import x`, written in a file of `package`."""
    if not level:
        return module
    parts = package.split(".")
    return ".".join([*parts[: len(parts) - level + 1], *filter(None, [module])])


def room_of(module: str) -> str | None:
    """The room a module of this package lives in; nothing for the package itself and for everybody else's."""
    parts = module.split(".")
    return parts[1] if parts[0] == "zhaoshang" and len(parts) > 1 and parts[1] in ROOMS else None


def wrong_way(source: str, module: str, package: str) -> list[str]:
    """The imports of one file that point to a room below its own."""
    own = room_of(module)
    if own is None:
        return []
    limit = ROOMS.index(own)
    rooms = {room_of(name) for name in modules_imported(source, package)} - {None}
    return sorted(room for room in rooms if room and ROOMS.index(room) > limit)


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_from_rooms_above_it(path: Path) -> None:
    module = name_of(path)
    package = module.removesuffix(".__init__") if path.name == "__init__.py" else module.rpartition(".")[0]
    assert wrong_way(path.read_text(encoding="utf-8"), module, package) == []


def test_every_room_of_the_house_has_its_place_in_the_order() -> None:
    present = {name_of(path).split(".")[1] for path in files() if path.parent != PACKAGE}
    present |= {path.stem for path in PACKAGE.glob("*.py")} - {"__init__", "__main__"}
    assert present <= set(ROOMS)


@pytest.mark.parametrize(
    "source",
    [
        "import zhaoshang.web",
        "from zhaoshang import web",
        "from zhaoshang.web.page import Page",
        "from ..web import page",
        "from .. import web",
        "def late():\n    from zhaoshang.web import page",
        "if TYPE_CHECKING:\n    import zhaoshang.web.page as page",
    ],
)
def test_an_import_the_wrong_way_is_seen_however_it_is_written(source: str) -> None:
    assert wrong_way(source, "zhaoshang.values.money", "zhaoshang.values") == ["web"]


def test_an_import_of_the_own_room_or_of_a_room_above_is_welcome() -> None:
    source = "from . import area\nfrom zhaoshang.diagnostics.diagnostic import Refusal\nimport json"
    assert wrong_way(source, "zhaoshang.values.money", "zhaoshang.values") == []


def test_everything_imported_is_declared_as_a_dependency() -> None:
    settings = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    declared = {re.split(r"[^\w.-]", line)[0].lower() for line in settings["project"]["dependencies"]}
    owners = packages_distributions()
    tops = {
        name.partition(".")[0]
        for path in files()
        for name in modules_imported(path.read_text(encoding="utf-8"), "zhaoshang")
    }
    foreign = tops - sys.stdlib_module_names - {"zhaoshang"}
    assert {
        name
        for name in foreign
        if not declared & {owner.lower().replace("_", "-") for owner in owners.get(name, [])}
    } == set()
