"""A page of a PDF as a picture: for posters, previews and the cover on the website."""

from __future__ import annotations

import io

import pypdfium2
from PIL import Image


def rasterise(pdf: bytes, *, page: int, width: int) -> bytes:
    """Page `page` (from 1) as a PNG `width` pixels wide; the same PDF gives the same bytes.

    Raises `IndexError` when there is no such page.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        if not 1 <= page <= len(document):
            raise IndexError(page)
        sheet = document[page - 1]
        picture: Image.Image = sheet.render(scale=width / sheet.get_width()).to_pil().convert("RGB")
    finally:
        document.close()
    if picture.width != width:
        picture = picture.resize(
            (width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS
        )
    png = io.BytesIO()
    picture.save(png, "PNG", optimize=False, compress_level=9)
    return png.getvalue()
