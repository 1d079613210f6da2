"""Styles, scripts and pictures of the site, joined, named by their content, with references rewritten."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from zhaoshang import graphics
from zhaoshang.domain.site import Brand, Density, Radius
from zhaoshang.graphics import dark_palette, light_palette, stylesheet
from zhaoshang.values.artifact import Artifact
from zhaoshang.web.identity import oklab_mix

_URL = re.compile(r"url\(\s*[\"']?(?!data:|#)([^\"')]+)[\"']?\s*\)")
_IN_STYLES = re.compile(
    r"""(?P<kept>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)]*\))   # texts and addresses stay as they are
    |/\*.*?\*/
    |\s*(?P<mark>[{};,])\s*
    |(?P<colon>:)\s+                                                 # a space before it means a descendant
    |(?P<space>\s+)""",
    re.DOTALL | re.VERBOSE,
)
_BARE = {"favicon.svg"}
"""Files that keep their name because the outside world knows them by it."""
_FAVICON = "icons/favicon.svg"


@dataclass(frozen=True, slots=True)
class Assets:
    """The finished assets. `names` leads from a logical name (`site.css`) to the file's path in the site."""

    artifacts: tuple[Artifact, ...]
    names: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.names[name]


def build_assets(folder: Path, brand: Brand) -> Assets:
    """Reads `templates/assets/` and gives every file a name that changes with its content.

    `css/*.css` become one `site.css`, the tokens of the brand `tokens.css`, `js/every-page/*.js` one `site.js`; every
    other file keeps its own. Files are joined in the order of their names.
    """
    files = {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }
    made = {
        name.removeprefix("js/"): _painted(content, brand) if name == _FAVICON else content
        for name, content in files.items()
        if not name.startswith(("css/", "js/every-page/"))
    }
    names = {name: _fingerprinted(name, content) for name, content in made.items()}
    artifacts = [Artifact(PurePosixPath(names[name]), content) for name, content in made.items()]
    joined = {
        "tokens.css": tokens(brand),
        "site.css": _join(files, "css/", ".css"),
        "site.js": _join(files, "js/every-page/", ".js"),
    }
    for name, text in joined.items():
        content = _URL.sub(lambda match: f'url("{_sibling(names, match[1])}")', text).encode()
        content = condensed(content.decode()).encode() if name.endswith(".css") else content
        names[name] = _fingerprinted(name, content)
        artifacts.append(Artifact(PurePosixPath(names[name]), content))
    return Assets(tuple(artifacts), names)


def condensed(styles: str) -> str:
    """A style sheet without its comments and the white space that means nothing."""

    def short(found: re.Match[str]) -> str:
        kept, mark, colon, space = found.group("kept", "mark", "colon", "space")
        return kept or mark or colon or (" " if space else "")

    # Twice: a comment may stand between two stretches of white space.
    return _IN_STYLES.sub(short, _IN_STYLES.sub(short, styles)).strip()


def tokens(brand: Brand) -> str:
    """The identity from `site.yaml` as the custom properties that the styles derive everything else from."""
    colours = graphics.Brand(river=brand.primary, sun=brand.highlight, field=brand.accent)
    drawings = stylesheet(light_palette(colours), dark_palette(colours))
    properties = {
        "brand-base": brand.primary,
        "accent-base": brand.accent,
        "highlight-base": brand.highlight,
        "radius": _RADII[brand.radius],
        "density": _DENSITIES[brand.density],
    }
    rules = ";".join(f"--{name}:{value}" for name, value in properties.items())
    return f"@layer tokens{{:root{{{rules}}}\n{drawings}}}\n"


def _painted(drawing: bytes, brand: Brand) -> bytes:
    """A drawing that is shown outside a page, so without its styles, in the colours of the brand.

    The drawing names the colours of the demonstration: its ground and its sun.
    """
    sun = oklab_mix(brand.highlight, "#fff3dc", 42)
    return drawing.replace(b"#0b4f6c", brand.primary.encode()).replace(b"#f1c795", sun.encode())


_RADII = {Radius.NONE: "0", Radius.SMALL: "3px", Radius.LARGE: "10px"}
_DENSITIES = {Density.COMFORTABLE: "1", Density.COMPACT: ".85"}


def _join(files: Mapping[str, bytes], folder: str, ending: str) -> str:
    parts = (content for name, content in files.items() if name.startswith(folder) and name.endswith(ending))
    return "\n".join(part.decode() for part in parts)


def _fingerprinted(name: str, content: bytes) -> str:
    if name in _BARE:
        return name
    path = PurePosixPath("assets", PurePosixPath(name).name)
    return str(path.with_name(f"{path.stem}.{sha256(content).hexdigest()[:10]}{path.suffix}"))


def _sibling(names: Mapping[str, str], target: str) -> str:
    """A reference in a style sheet, which lies in `assets/` itself."""
    return PurePosixPath(names[target.removeprefix("../")]).name
