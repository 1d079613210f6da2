"""The typefaces of the guides: static files cut once from pinned font packages, so that no system font is
used.

A Chinese variable font cannot be handed to the renderer as it is: it would be instanced anew in every run,
seconds each time. Each face is therefore pinned to its weight once, with its complete character set, and
kept in the project's cache; that takes about a quarter of a second per face and needs no list of the
characters in use.

All faces get the same ascent and descent (the ideographic em box), so that a line keeps its height
whichever scripts stand in it, and the Chinese faces get the feature `chws` (see `squeeze`).
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

HAN = "Zhaoshang Han"
LATIN = "Zhaoshang Latin"
FORM = "Zhaoshang Form"
"""What readers type in a form is set in, as far as it goes: see `fields`."""

TYPED = "cp1252"
"""What the face of forms holds, as a charset of Python: the letters and figures of Western Europe."""

_RECIPE = "1"  # raise it when a face built from the same sources would come out different
_COVERAGE = "coverage.json"


@dataclass(frozen=True, slots=True)
class Source:
    """A variable font inside an installed package, and the licence that stands beside it."""

    distribution: str
    package: str
    font: str
    licence: str
    family: str
    characters: str = ""
    """The charset, as Python calls it, to which the face is limited; empty for all the font has."""

    def path(self, relative: str) -> Path:
        return Path(str(files(self.package).joinpath(relative)))


@dataclass(frozen=True, slots=True)
class Face:
    """One static face: a source pinned to a weight."""

    source: Source
    weight: int
    italic: bool = False

    @property
    def file(self) -> str:
        slant = "-italic" if self.italic else ""
        outlines = "otf" if self.source.characters else "ttf"  # see typefounding
        return f"{self.source.family.lower().replace(' ', '-')}-{self.weight}{slant}.{outlines}"


NOTO = Source(
    "justmytype-intl-cjk",
    "justmytype_intl_cjk",
    "fonts/ofl/notosanssc/NotoSansSC[wght].ttf",
    "fonts/ofl/notosanssc/OFL.txt",
    HAN,
)
SOURCE_SANS = Source(
    "fontpkg-source-sans-3",
    "fontpkg_source_sans_3",
    "files/SourceSans3[wght].ttf",
    "LICENSE",
    LATIN,
)
SOURCE_SANS_FORM = replace(SOURCE_SANS, family=FORM, characters=TYPED)
SOURCE_SANS_ITALIC = Source(
    "fontpkg-source-sans-3",
    "fontpkg_source_sans_3",
    "files/SourceSans3-Italic[wght].ttf",
    "LICENSE",
    LATIN,
)

FACES: tuple[Face, ...] = (
    Face(NOTO, 400),
    Face(NOTO, 500),
    Face(NOTO, 700),
    Face(NOTO, 900),
    Face(SOURCE_SANS, 400),
    Face(SOURCE_SANS, 600),
    Face(SOURCE_SANS, 700),
    Face(SOURCE_SANS, 900),
    Face(SOURCE_SANS_FORM, 400),
    Face(SOURCE_SANS_ITALIC, 400, italic=True),
    Face(SOURCE_SANS_ITALIC, 700, italic=True),
)


@dataclass(frozen=True, slots=True)
class FontSet:
    """The faces on disk. `digest` names what they were made from; `covered` holds every code point they can
    print.
    """

    directory: Path
    digest: str
    covered: frozenset[int]

    def missing(self, text: Iterable[str]) -> list[str]:
        """The characters of `text` that no face can print, in order of first appearance."""
        return [c for c in dict.fromkeys(text) if ord(c) not in self.covered and not is_invisible(c)]


def faces_of(language: str) -> str:
    """The families a language is set in, as CSS lists them: a character comes from the first that has it."""
    return f"{HAN}, {LATIN}" if language.startswith("zh") else f"{LATIN}, {HAN}"


def face_stylesheet(base_url: str, *, fillable: bool = True) -> str:
    """The `@font-face` rules, one file for each (family, weight, style); the files stand under `base_url`.

    What is not to be filled in goes without the face of forms.
    """
    return "\n".join(_rule(face, base_url) for face in FACES if fillable or face.source.family != FORM)


def _rule(face: Face, base_url: str) -> str:
    style = "italic" if face.italic else "normal"
    return (
        f'@font-face {{ font-family: "{face.source.family}"; font-weight: {face.weight};'
        f' font-style: {style}; src: url("{base_url}{face.file}"); }}'
    )


def prepare_fonts(cache: Path) -> FontSet:
    """The faces under `cache`, built first if they are not there: about two seconds, once per installation.

    The directory is written beside its place and renamed into it, so another process sees all of it or
    nothing.
    """
    digest = _digest()
    directory = cache.resolve() / "fonts" / digest
    if not (directory / _COVERAGE).is_file():
        _build(directory)
    ranges = json.loads((directory / _COVERAGE).read_text(encoding="utf-8"))
    covered = frozenset(code for first, last in ranges for code in range(first, last + 1))
    return FontSet(directory=directory, digest=digest, covered=covered)


def _digest() -> str:
    """A name for the inputs: the packages are pinned, so their versions stand for their contents."""
    parts = [_RECIPE, version("uharfbuzz"), version("fonttools")]
    parts += [
        f"{face.source.distribution} {version(face.source.distribution)} {face.source.characters} {face.file}"
        for face in FACES
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _build(directory: Path) -> None:
    from zhaoshang.print.typefounding import code_points, instance

    directory.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix="building-", dir=directory.parent))
    try:
        covered: set[int] = set()
        for source in dict.fromkeys(face.source for face in FACES):
            master = source.path(source.font)
            covered |= code_points(master)
            cut = [face for face in FACES if face.source == source]
            weights = [face.weight for face in cut]
            made = instance(master, weights, family=source.family, characters=source.characters)
            for face, data in zip(cut, made, strict=True):
                (draft / face.file).write_bytes(data)
            shutil.copyfile(source.path(source.licence), draft / f"OFL-{source.distribution}.txt")
        (draft / _COVERAGE).write_text(json.dumps(_ranges(sorted(covered))), encoding="utf-8")
        _move_into_place(draft, directory)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _move_into_place(draft: Path, directory: Path) -> None:
    try:
        os.replace(draft, directory)  # noqa: PTH105 - the twin of the cache's other atomic moves
    except OSError:
        if not (directory / _COVERAGE).is_file():  # not a faster twin: a broken leftover
            raise


def _ranges(codes: list[int]) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1] = (ranges[-1][0], code)
        else:
            ranges.append((code, code))
    return ranges


def is_invisible(character: str) -> bool:
    """Characters that print nothing: spaces and breaks, joiners, the soft hyphen, the byte order mark."""
    return character.isspace() or character in "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
