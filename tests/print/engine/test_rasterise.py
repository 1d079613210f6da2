"""A page as a picture."""

from __future__ import annotations

import io

import pytest
from bench import Bench
from PIL import Image

from zhaoshang.print.raster import rasterise


def test_a_page_becomes_a_picture_of_the_width_asked_for(bench: Bench) -> None:
    pdf = bench.render("<p>海报</p>").pdf
    assert pdf is not None
    png = rasterise(pdf, page=1, width=360)
    with Image.open(io.BytesIO(png)) as picture:
        assert picture.format == "PNG"
        assert picture.size == (360, 510)
        assert picture.getpixel((2, 2)) == (255, 255, 255)
        assert picture.convert("L").getextrema() == (34, 255)  # the ink of the heading
    assert rasterise(pdf, page=1, width=360) == png


@pytest.mark.parametrize("page", [0, 2])
def test_a_page_that_is_not_there_is_an_error(bench: Bench, page: int) -> None:
    pdf = bench.render("<p>海报</p>").pdf
    assert pdf is not None
    with pytest.raises(IndexError):
        rasterise(pdf, page=page, width=100)
