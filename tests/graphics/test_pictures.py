"""The place mark, the pictures and the QR code."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from drawn_svg import assert_sound, root_of
from PIL import Image, ImageDraw

from zhaoshang.graphics import (
    Canvas,
    Graphic,
    Opening,
    Sector,
    Tone,
    Vignette,
    draw_cover,
    draw_mark,
    draw_opening,
    draw_qr,
    draw_sector,
    draw_vignette,
    light_palette,
)

FORMATS = {
    "A4": (Canvas.paper(210), 841.89),
    "A4 landscape": (Canvas.paper(297), 595.28),
    "phone edition": (Canvas.paper(90), 453.54),
    "share image": (Canvas.screen(1200), 630),
    "poster": (Canvas.screen(1080), 1920),
}
SCREEN = Canvas.screen(400)


def every_picture(canvas: Canvas, height: float) -> list[Graphic]:
    return [
        *(draw_opening(opening, canvas, height, title=opening) for opening in Opening),
        *(draw_sector(sector, canvas, height, title=sector) for sector in Sector),
        *(draw_vignette(vignette, canvas, height, title=vignette) for vignette in Vignette),
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_a_cover_fills_every_format_and_bleeds(form):
    canvas, height = FORMATS[form]
    graphic = draw_cover(canvas, height, title="云屏县投资指南")
    assert_sound(graphic)
    assert (graphic.width, graphic.height) == (canvas.width, height)
    sky = root_of(graphic)[2].attrib["d"]
    left, right, bottom = (
        float(re.search(pattern, sky)[1]) for pattern in (r"^M(\S+)", r"H(\d\S*?)V", r"V(.*?)H")
    )
    assert left < -1 and right > canvas.width + 1 and bottom > height + 1


def test_pictures_are_sound_and_the_same_every_time():
    for once, again in zip(every_picture(SCREEN, 300), every_picture(SCREEN, 300), strict=True):
        assert_sound(once)
        assert once == again


def test_no_two_pictures_are_alike():
    pictures = every_picture(SCREEN, 300)
    drawn = {re.sub("<(title|desc)>.*?</", "", picture.svg) for picture in pictures}
    assert len(drawn) == len(pictures) == 18 + 8 + 8


def test_pictures_are_flat_and_light():
    for picture in [*every_picture(SCREEN, 300), draw_cover(*FORMATS["A4"], title="封面")]:
        assert "Gradient" not in picture.svg and "url(" not in picture.svg and "opacity" not in picture.svg
        assert len(picture.svg) < 60_000


def test_pictures_use_the_colours_of_the_palette_only():
    known = set(light_palette().colours.values()) | {"none"}
    for picture in [*every_picture(SCREEN, 300), draw_mark(SCREEN, "云屏县")]:
        assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', picture.svg)) <= known


def test_the_mark_carries_the_name_of_the_place():
    graphic = draw_mark(SCREEN, "云屏县")
    assert_sound(graphic)
    assert root_of(graphic)[0].text == "云屏县"
    assert f"gf-{Tone.SUN}" in graphic.svg


def scanned(graphic: Graphic, pixels: int = 4) -> str:
    """The drawing's modules painted into an image and read by a scanner."""
    runs = re.findall(r"M(\d+) (\d+)\.5h(\d+)", graphic.svg)
    side = (max(int(y) for _, y, _ in runs) + 5) * pixels
    image = Image.new("L", (side, side), 255)
    pen = ImageDraw.Draw(image)
    for x, y, length in ((int(a), int(b), int(c)) for a, b, c in runs):
        pen.rectangle([x * pixels, y * pixels, (x + length) * pixels - 1, (y + 1) * pixels - 1], fill=0)
    return zxingcpp.read_barcode(image).text


def test_a_code_is_read_back_as_the_address():
    url = "https://www.example.gov.cn/zh/editions/2026-1.html?from=print"
    graphic = draw_qr(url, Canvas.paper(30), title="核对本版是否有效")
    assert_sound(graphic)
    assert scanned(graphic) == url
    assert graphic.description == url


def test_a_code_keeps_its_quiet_zone_of_four_modules():
    graphic = draw_qr("https://example.gov.cn/", SCREEN, title="首页")
    starts = [(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)\.5h", graphic.svg)]
    assert min(x for x, _ in starts) == min(y for _, y in starts) == 4


def test_a_code_stays_dark_on_white_by_night():
    svg = draw_qr("https://example.gov.cn/", SCREEN, title="首页").svg
    assert "gf-" not in svg and 'fill="#ffffff"' in svg
