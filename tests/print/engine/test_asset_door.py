"""The only way to a file."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from zhaoshang.diagnostics import Refusal
from zhaoshang.print.assets import AssetDoor


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "content"
    root.mkdir()
    Image.new("RGB", (4, 3), "red").save(root / "好图.png")
    Image.new("RGB", (4, 3), "red").save(tmp_path / "outside.png")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (root / "notes.txt").write_text("notes", encoding="utf-8")
    return root


def refusal_of(root: Path, url: str, *more: Path) -> str:
    with pytest.raises(Refusal) as caught:
        AssetDoor([root, *more]).open(url)
    return caught.value.code


def test_a_picture_of_the_project_is_opened_and_remembered(root: Path) -> None:
    door = AssetDoor([root])
    asset = door.open(door.virtual(root / "好图.png"))
    assert asset.media_type == "image/png"
    assert list(door.opened) == [root / "好图.png"]


@pytest.mark.parametrize(
    "reference",
    [
        "http://example.com/a.png",
        "https://example.com/a.png",
        "ftp://example.com/a.png",
        "HTTP://example.com/a.png",
        "gopher:x",
        "file://example.com/a.png",
        "data:text/html,x",
        "data:image/png",
    ],
)
def test_nothing_is_fetched_from_elsewhere(root: Path, reference: str) -> None:
    assert refusal_of(root, reference) == "Z803"


@pytest.mark.parametrize(
    "path", ["../outside.png", "%2e%2e/outside.png", "a/../../outside.png", "../secret.txt"]
)
def test_no_path_leads_out_of_the_project(root: Path, path: str) -> None:
    assert refusal_of(root, f"file:///content/{path}", root.parent / "templates") == "Z803"


def test_a_link_out_of_the_project_is_seen_through(root: Path) -> None:
    (root / "link.png").symlink_to(root.parent / "outside.png")
    assert refusal_of(root, "file:///link.png") == "Z803"


@pytest.mark.parametrize("name", ["notes.txt", "nothing.png", ""])
def test_what_is_no_picture_is_refused(root: Path, name: str) -> None:
    assert refusal_of(root, f"file:///{name}") == "Z804"


def test_a_picture_that_is_none_inside_is_refused(root: Path) -> None:
    (root / "fake.png").write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0")
    assert refusal_of(root, "file:///fake.png") == "Z804"


def test_a_picture_is_measured_before_it_is_decoded(root: Path) -> None:
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    chunk = b"IHDR" + header
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(header)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    (root / "bomb.png").write_bytes(
        png + struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))
    )
    assert refusal_of(root, "file:///bomb.png") == "Z805"


def test_a_drawing_is_known_by_its_content_whatever_its_name(root: Path) -> None:
    (root / "drawing.png").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', encoding="utf-8"
    )
    assert refusal_of(root, "file:///drawing.png") == "Z806"
    assert refusal_of(root, "data:image/svg+xml,<svg><script/></svg>") == "Z806"


def test_the_document_does_not_know_where_on_the_machine_it_is(root: Path) -> None:
    door = AssetDoor([root, root.parent / "templates"])
    assert door.virtual(root / "好图.png") == "file:///content/%E5%A5%BD%E5%9B%BE.png"
    with pytest.raises(Refusal):
        door.virtual(root.parent / "outside.png")
    assert refusal_of(root, (root / "好图.png").as_uri()) == "Z804"  # a real path is none of the document's
