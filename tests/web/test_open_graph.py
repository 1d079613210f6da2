"""What a page says of itself to those who show links: a picture of a stated size at a full address."""

from __future__ import annotations

from rendered import Shown

from zhaoshang.web.cards import plan_cards


def test_every_page_names_a_picture_of_its_language(small: Shown) -> None:
    there = {f"https://invest.example.com/{card.path}" for card in plan_cards(small.library.languages)}
    for path, page in small.pages.items():
        if "/" in path:
            (image,) = page.xpath("//head/meta[@property='og:image']/@content")
            assert image in there
            assert f"/share/{path.partition('/')[0]}/" in image
            assert page.xpath("//head/meta[@property='og:image:width']/@content") == ["1200"]
            assert page.xpath("//head/meta[@property='og:image:alt']/@content")
            assert page.xpath("//head/meta[@name='twitter:card']/@content") == ["summary_large_image"]
