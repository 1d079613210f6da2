"""What a page says of itself to those who show links: a picture of a stated size at a full address."""

from __future__ import annotations

from rendered import Shown

from zhaoshang.web.cards import plan_cards


def test_every_page_has_what_the_protocol_asks_for(shown: Shown) -> None:
    """ogp.me: title, type, picture and address of each page; and its own words."""
    for path, page in shown.pages.items():
        if page.xpath("//link[@rel='stylesheet']") and "/" in path:
            told = {one.get("property"): one.get("content") for one in page.xpath("//head/meta[@property]")}
            assert all(told[f"og:{name}"] for name in ("title", "type", "image", "url", "description"))
            assert [told["og:url"]] == page.xpath("//head/link[@rel='canonical']/@href"), path
            assert told["og:title"] == page.findtext(".//title")
            assert told["og:locale"] == {"zh": "zh_CN", "en": "en_GB"}[path[:2]]


def test_every_page_names_a_picture_of_its_language(shown: Shown) -> None:
    base = shown.library.site.base_url
    there = {f"{base}{card.path}" for card in plan_cards(shown.library.languages)}
    for path, page in shown.pages.items():
        if "/" in path and page.xpath("//link[@rel='stylesheet']"):
            (image,) = page.xpath("//head/meta[@property='og:image']/@content")
            assert image in there
            assert f"/share/{path.partition('/')[0]}/" in image
            assert page.xpath("//head/meta[@property='og:image:width']/@content") == ["1200"]
            assert page.xpath("//head/meta[@property='og:image:height']/@content") == ["630"]
            assert page.xpath("//head/meta[@property='og:image:alt']/@content")
            assert page.xpath("//head/meta[@name='twitter:card']/@content") == ["summary_large_image"]
