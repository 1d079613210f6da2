"""One language's way of saying things: what is missing is marked, what leads nowhere is bare, nothing gets out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import mini
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from zhaoshang.domain.library import Key, Library
from zhaoshang.values import Prose, Quantity, Text
from zhaoshang.voice import Voice
from zhaoshang.voice.pictured import Pictured


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return mini.make_library(tmp_path_factory.mktemp("county"))


@pytest.fixture(scope="module")
def zh(library: Library) -> Voice:
    return Voice("zh", library, mini.lexicon())


@pytest.fixture(scope="module")
def en(zh: Voice) -> Voice:
    return replace(zh, language="en", linker=link)


def link(key: Key) -> str | None:
    """A medium in which only projects can be reached."""
    return f"../{key}.html?a=1&b=2" if key.kind == "projects" else None


def tied(text: str) -> str:
    """The text with a no-break space for every `~`."""
    return text.replace("~", "\N{NO-BREAK SPACE}")


def prose(markup: str, language: str = "en") -> Prose:
    return Prose(language=language, html=markup, text="", headings=(), links=(), facts=())


def test_a_text_is_said_in_the_language(zh: Voice, en: Voice) -> None:
    text = Text({"zh": "小川", "en": "Xiaochuan"})
    assert (zh.say(text), en.say(text)) == ("小川", "Xiaochuan")


def test_a_text_missing_in_the_language_is_said_in_the_original_and_marked(en: Voice) -> None:
    assert en.say(Text({"zh": "小川"})) == '<span lang="zh">小川</span>'
    assert en.plain(Text({"zh": "小川"})) == "小川"


def test_a_figure_inside_a_foreign_text_is_said_in_that_text_s_language(zh: Voice) -> None:
    assert zh.say(Text({"en": "Product: {fact:gdp}"})) == tied(
        '<span lang="en">Product: RMB~1.25~billion</span>'
    )


def test_what_exists_in_the_original_only_is_marked_for_other_readers(zh: Voice, en: Voice) -> None:
    assert zh.original("川府规〔2026〕1号") == "川府规〔2026〕1号"
    assert en.original("川府规〔2026〕1号") == '<span lang="zh">川府规〔2026〕1号</span>'


def test_facts_are_filled_in_as_the_language_writes_them(zh: Voice, en: Voice) -> None:
    text = Text({"zh": "产值{fact:gdp}。", "en": "Product: {fact:gdp}."})
    assert zh.say(text) == zh.plain(text) == "产值12.5亿元。"
    assert en.say(text) == en.plain(text) == tied("Product: RMB~1.25~billion.")


def test_a_link_leads_to_its_record_or_is_its_bare_words(en: Voice) -> None:
    text = Text({"en": "[Juice](project:juice) on [East 1](plot:east-1)"})
    assert en.say(text) == '<a href="../projects/juice.html?a=1&amp;b=2">Juice</a> on East 1'
    assert en.plain(text) == "Juice on East 1"


@pytest.mark.parametrize("target", ["https://a.example/?b=1", "http://a.example/", "mailto:a@b.example"])
def test_a_link_out_of_the_site_keeps_its_address(target: str, en: Voice) -> None:
    assert en.say(Text({"en": f"[there]({target})"})) == f'<a href="{target}">there</a>'


@pytest.mark.parametrize(
    "target", ["javascript:alert", "data:text/html,x", "//evil.example", "JAVASCRIPT:x", "file:///etc"]
)
def test_a_link_of_any_other_scheme_is_bare_words(target: str, en: Voice) -> None:
    assert en.say(Text({"en": f"[there]({target})"})) == "there"


ATTACKS = (
    "<script>alert(1)</script>",
    '" onload="alert(1)',
    "' onload='alert(1)",
    "<img src=x onerror=alert(1)>",
    "</a><b>",
    "&lt;b&gt;",
    '[<b>x</b>](https://a.example/"><b>)',
    "{{ library }}",
    "{% raw %}",
)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_typed_becomes_markup(attack: str, language: str, en: Voice) -> None:
    said = html.fragment_fromstring(str(en.say(Text({language: attack}))), create_parent="p")
    assert {element.tag for element in said.iter()} <= {"p", "span", "a"}
    assert {name for element in said.iter() for name in element.attrib} <= {"lang", "href"}


@settings(max_examples=200, derandomize=True, deadline=None)
@given(words=st.text(alphabet="<>\"'&[](){}:/a甲 =", max_size=40).filter(str.strip))
def test_whatever_is_typed_the_markup_holds_those_words_and_no_element_of_theirs(
    words: str, en: Voice
) -> None:
    markup = str(en.say(Text({"en": words})))
    said = html.fragment_fromstring(markup, create_parent="p")
    assert {element.tag for element in said.iter()} <= {"p", "a"}
    assert said.text_content() == en.plain(Text({"en": words}))


def test_a_bare_string_and_a_number_are_escaped_too(en: Voice) -> None:
    assert en.say("a < b") == "a &lt; b"
    assert en.say(3) == "3"


def test_markup_as_a_bare_string_is_its_words_so_that_it_cannot_tear_an_attribute(en: Voice) -> None:
    assert en.plain(en.original("川府规〔2026〕1号")) == "川府规〔2026〕1号"


def test_prose_has_its_facts_and_links_put_in(en: Voice) -> None:
    markup = (
        '<p>Makes <data class="fact" value="gdp"></data>: <a href="record:project/juice">the <em>juice</em></a>, '
        '<a href="record:plot/east-1">East 1</a>, <a href="https://a.example/">out</a>.</p>'
    )
    assert en.prose(prose(markup)) == tied(
        '<p>Makes RMB~1.25~billion: <a href="../projects/juice.html?a=1&amp;b=2">the <em>juice</em></a>, East 1, '
        '<a href="https://a.example/">out</a>.</p>'
    )


def test_prose_in_another_language_is_marked_and_says_its_facts_in_that_language(en: Voice) -> None:
    markup = '<p>产值<data class="fact" value="gdp"></data></p>'
    assert en.prose(prose(markup, "zh")) == '<div class="foreign" lang="zh"><p>产值12.5亿元</p></div>'


def test_a_picture_in_prose_gets_its_address_and_its_size(en: Voice) -> None:
    shown = replace(en, pictures=lambda name: Pictured(f"../media/{name}?a&b", 160, 90))
    assert shown.prose(prose('<img src="image:east.svg" alt="Halls">')) == (
        '<img alt="Halls" src="../media/east.svg?a&amp;b" width="160" height="90" loading="lazy" decoding="async">'
    )


def test_a_medium_without_pictures_says_what_they_show(en: Voice) -> None:
    text = prose(
        '<p><img src="image:east.svg" alt="Halls &amp; yard"><br><img src="image:plan.svg" alt=""></p>'
    )
    assert en.prose(text) == "<p>Halls &amp; yard<br></p>"


def test_the_long_texts_of_a_county_leave_no_mark_unfilled(library: Library, en: Voice) -> None:
    for text in library.prose.values():
        markup = en.prose(text)
        assert etree.HTML(markup).find(".//data") is None
        assert not any(href.startswith("record:") for href in etree.HTML(markup).xpath("//@href"))


@pytest.mark.parametrize(
    ("typed", "said_zh", "said_en"),
    [
        ("119分钟", "119分钟", "119~min"),
        ("120分钟", "2小时", "2~h"),
        ("200分钟", "3小时20分", "3~h 20~min"),
        ("2天", "2天", "2~days"),
        ("2880分钟", "48小时", "48~h"),
        ("86小时", "86小时", "86~h"),
        ("150～200分钟", "150～200分钟", "150–200~minutes"),
    ],
)
def test_a_time_on_the_way_is_said_in_hours_from_two_hours_on(
    typed: str, said_zh: str, said_en: str, zh: Voice, en: Voice
) -> None:
    time = Quantity.parse(typed)
    assert (zh.travel_time(time), en.travel_time(time)) == (said_zh, tied(said_en))


def test_a_number_set_large_keeps_what_its_unit_needs_beside_it(zh: Voice, en: Voice) -> None:
    area, money = Quantity.parse("1068亩"), Quantity.parse("28.64亿元")
    assert (zh.number(area), zh.after(area)) == ("1068", "亩（71.2公顷）")
    assert en.after(area).replace("\N{NO-BREAK SPACE}", " ") == "ha (1,068 mu)"
    assert (en.before(money), en.number(money), en.after(money)) == ("RMB", "2.864", "billion")


def test_a_document_tells_its_number_issuer_and_dates(library: Library, en: Voice) -> None:
    document = library.policies["equipment-2026"].document
    facts = en.document_facts(document)
    assert [str(said) for _, said in facts] == [
        '<span lang="zh">小工规〔2026〕1号</span>',
        "Industry bureau",
        tied("19~January~2026"),
        tied("20~February~2026"),
        tied("31~December~2028"),
        tied("29~December~2025 · The drafting body"),
    ]
    assert all(label for label, _ in facts)


def test_a_document_without_end_and_review_leaves_both_empty(
    library: Library, zh: Voice, tmp_path: Path
) -> None:
    document = library.policies["trade-2026"].document
    endless = document.model_copy(
        update={"review": None, "validity": document.validity.model_copy(update={"until": None})}
    )
    assert [said for _, said in zh.document_facts(endless)][-2:] == ["", ""]
