"""Photographs reach the site small, upright and without what the camera wrote into them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import mini
import pytest
from PIL import Image, ImageCms, ImageDraw, features
from PIL.ExifTags import IFD, Base
from rendered import County

from zhaoshang.web.media import Media, build_media
from zhaoshang.web.photographs import MOST_PIXELS, develop


def photograph(file: Path, size: tuple[int, int], *, turned: bool = False, mode: str = "RGB") -> Path:
    """A picture with a slope of colours and a dark left half, held on its side if `turned`, with a place in its notes."""
    picture = Image.linear_gradient("L").resize(size).convert(mode)
    ImageDraw.Draw(picture).rectangle((0, 0, size[0] // 2, size[1]), fill=(20, 60, 90, 255)[: len(mode)])
    exif = Image.Exif()
    exif[Base.Artist] = "Zhou"
    exif.get_ifd(IFD.GPSInfo)[1] = "N"
    if turned:
        exif[Base.Orientation] = 6
    if mode == "RGBA":
        picture.putalpha(Image.linear_gradient("L").resize(size))
    picture.save(file, exif=exif)
    return file


def media(folder: Path, *names: str, workshop: Path | None = None) -> Media:
    return build_media(folder, dict.fromkeys(names, "0123456789abcdef"), workshop=workshop)


def test_a_photograph_comes_in_each_format_and_no_wider_than_it_is(tmp_path: Path) -> None:
    photograph(tmp_path / "hall.jpg", (1200, 800))
    made = media(tmp_path, "hall.jpg")
    picture = made.pictures["hall.jpg"]
    types = [source.type for source in picture.sources]
    assert types == [*(["image/avif"] if features.check("avif") else []), "image/webp", "image/jpeg"]
    assert all([width for _, width in source.files] == [480, 960, 1200] for source in picture.sources)
    assert (picture.path, picture.width, picture.height) == ("media/hall-960.0123456789.jpg", 960, 640)
    files = {str(one.path): one.content for one in made.artifacts}
    for source in picture.sources:
        for path, width in source.files:
            with Image.open(BytesIO(files[path])) as opened:
                assert opened.size == (width, width * 2 // 3)
                assert Image.MIME[opened.format or ""] == source.type
    assert len(files) == 3 * len(types)


def test_a_small_picture_is_not_made_larger_and_a_large_one_not_kept_whole(tmp_path: Path) -> None:
    photograph(tmp_path / "small.png", (300, 200))
    photograph(tmp_path / "large.png", (2400, 1200))
    made = media(tmp_path, "small.png", "large.png")
    assert [width for _, width in made.pictures["small.png"].sources[0].files] == [300]
    assert [width for _, width in made.pictures["large.png"].sources[0].files] == [480, 960, 1600]


def test_nothing_of_the_camera_is_left_and_the_picture_stands_upright(tmp_path: Path) -> None:
    photograph(tmp_path / "plant.jpg", (900, 600), turned=True)
    for one in develop(tmp_path / "plant.jpg", "d", None):
        assert b"Zhou" not in one.content
        assert b"Exif" not in one.content
        with Image.open(BytesIO(one.content)) as opened:
            assert not opened.getexif()
            assert opened.width < opened.height, "the camera was held on its side"
            dark = [opened.convert("L").getpixel((opened.width // 2, y)) for y in (5, opened.height - 5)]
            assert isinstance(dark[0], int)
            assert isinstance(dark[1], int)
            assert dark[0] < 90, "the left half is turned to the top"


def test_what_can_be_seen_through_stays_so(tmp_path: Path) -> None:
    photograph(tmp_path / "mark.png", (500, 500), mode="RGBA")
    made = media(tmp_path, "mark.png")
    assert made.pictures["mark.png"].sources[-1].type == "image/png"
    for artifact in made.artifacts:
        with Image.open(BytesIO(artifact.content)) as opened:
            assert opened.convert("RGBA").getextrema()[3][0] < 20


def test_a_photograph_is_developed_once_and_the_same_each_time(tmp_path: Path) -> None:
    photograph(tmp_path / "hall.jpg", (700, 400))
    first = media(tmp_path, "hall.jpg", workshop=tmp_path / "shop")
    assert media(tmp_path, "hall.jpg").artifacts == first.artifacts
    (tmp_path / "hall.jpg").write_bytes(b"not looked at again")
    assert media(tmp_path, "hall.jpg", workshop=tmp_path / "shop").artifacts == first.artifacts
    for listed in (tmp_path / "shop").rglob("list.json"):
        listed.write_text("cut sh", encoding="utf-8")
    assert [one.code for one in media(tmp_path, "hall.jpg", workshop=tmp_path / "shop").findings] == ["Z720"]


def test_a_file_that_is_no_picture_is_found_and_pages_can_still_be_made(tmp_path: Path) -> None:
    (tmp_path / "hall.jpg").write_bytes(b"\xff\xd8\xff no picture")
    made = media(tmp_path, "hall.jpg")
    assert [(one.code, str(one.span)) for one in made.findings] == [("Z720", "content/media/hall.jpg:1:1")]
    assert "hall.jpg" in made.pictures


def test_a_picture_of_too_many_pixels_is_found(tmp_path: Path) -> None:
    width = MOST_PIXELS // 5000 + 1
    Image.new("1", (width, 5000)).save(tmp_path / "huge.png")
    (found,) = media(tmp_path, "huge.png").findings
    assert found.code == "Z721"
    assert found.arguments["pixels"] == f"{width} × 5000"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_offers_the_photograph_in_all_its_forms(language: str, county: County) -> None:
    def add(content: Path) -> None:
        photograph(content / "media" / "hall.jpg", (1000, 500))

    shown = county(add, mini.replace("parks/east.yaml", "east.svg", "hall.jpg"))
    figure = shown.pages[f"{language}/parks/east.html"].xpath("//figure[contains(@class, 'picture')]")[0]
    image = figure.find(".//img")
    assert (image.get("width"), image.get("height")) == ("960", "480")
    assert image.get("alt")
    assert image.get("srcset").count("w") >= 3
    assert [source.get("type") for source in figure.iter("source")][-1] == "image/webp"
    named = {
        part.split()[0].removeprefix("../../")
        for value in (*figure.xpath(".//@srcset"), f"{image.get('src')} x")
        for part in value.split(",")
    }
    assert named == {path for path in shown.files if path.startswith("media/hall")}


def test_colours_of_another_profile_are_turned_into_those_of_the_web(tmp_path: Path) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for name, profile in (("own.png", srgb), ("broken.png", b"no profile")):
        Image.new("RGB", (40, 40), (200, 40, 40)).save(tmp_path / name, icc_profile=profile)
        with Image.open(BytesIO(develop(tmp_path / name, "d", None)[-1].content)) as opened:
            assert "icc_profile" not in opened.info
            red, green, _ = opened.convert("RGB").getpixel((20, 20))
            assert (abs(red - 200), abs(green - 40)) <= (6, 6)


def test_a_photograph_in_a_text_comes_in_its_widths_and_formats(county: County) -> None:
    def add(content: Path) -> None:
        photograph(content / "media" / "hall.jpg", (1000, 500))

    texts = [
        mini.replace(f"pages/why.{language}.md", "\n", f"\n\n![{words}](image:hall.jpg)\n")
        for language, words in (("zh", "厂房"), ("en", "Halls"))
    ]
    image = county(add, *texts).pages["en/why.html"].xpath("//img[@alt='Halls']")[0]
    sources = image.xpath("ancestor::picture//source")
    assert [one.get("type") for one in sources] == [
        *(["image/avif"] if features.check("avif") else []),
        "image/webp",
    ]
    assert all(one.get("srcset").count("w,") == 2 and one.get("sizes") for one in sources)
    assert [part.split()[1] for part in image.get("srcset").split(",")] == ["480w", "960w", "1000w"]
    assert image.get("src") == image.get("srcset").split(",")[1].split()[0]
    assert (image.get("width"), image.get("height"), bool(image.get("sizes"))) == ("960", "480", True)
