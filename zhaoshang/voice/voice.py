"""One language's way of saying the values of the trade: the filters of the templates."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from markupsafe import Markup, escape

from zhaoshang.domain.inline import FactMark, InlineMark, LinkMark, inline_marks
from zhaoshang.domain.instrument import Instrument
from zhaoshang.domain.kinds import SINGULAR
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.schedule import WORKING_DAY
from zhaoshang.reading.words import Lexicon, Words
from zhaoshang.values import Prose, Quantity, Rates, Style, Text, Unit, around, show, show_date, split
from zhaoshang.voice.pictured import Pictures

Linker = Callable[[Key], str | None]
"""Finds the address of a record from where the text stands; None where the record cannot be reached from there."""

MINUTE, HOUR = Unit.of("minute"), Unit.of("hour")

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_FACT = re.compile(r'<data class="fact" value="([a-z0-9-]+)"></data>')
_LINK = re.compile(r'<a href="record:([a-z]+)/([a-z0-9-]+)"([^>]*)>(.*?)</a>', re.DOTALL)
_PICTURE = re.compile(r'<img ([^>]*?)src="image:([^"]+)"([^>]*)>')
_DESCRIPTION = re.compile(r'\balt="([^"]*)"')
_SIZES = "(min-width: 48rem) 40rem, 100vw"
"""How wide a photograph stands in a text."""


def no_links(key: Key) -> str | None:
    """The linker of a medium in which nothing is linked."""
    return None


@dataclass(frozen=True)
class Voice:
    """Says texts, quantities, dates and prose in one language.

    A text that is missing in the language is said in the first of the site's languages that has it, marked with
    `lang`, so that no reader and no screen reader meets it unawares. `linker` decides where links lead.
    """

    language: str
    library: Library
    lexicon: Lexicon
    rates: Rates | None = None
    linker: Linker = no_links
    pictures: Pictures | None = None

    @property
    def words(self) -> Words:
        """The interface words."""
        return self.lexicon[self.language]

    def say(self, text: Text | str | int | Decimal) -> Markup:
        """A text as safe markup, its facts filled in and its links leading somewhere."""
        if isinstance(text, str | int | Decimal):
            return escape(text)
        said = text.said(self.language, self.library.languages)
        voice = replace(self, language=said.lang) if said.foreign else self
        markup = Markup().join(voice._marked(mark) for mark in inline_marks(said.text))
        return Markup('<span lang="{}">{}</span>').format(said.lang, markup) if said.foreign else markup

    def original(self, words: str) -> Markup:
        """Words that exist in the original language only, such as a 文号, marked where the reader's is another."""
        original = self.library.languages[0]
        return (
            escape(words)
            if original == self.language
            else Markup('<span lang="{}">{}</span>').format(original, words)
        )

    def originals(self, words: str) -> Markup:
        """A sentence with the original's characters in it marked as such: “and above” (以上)."""
        if self.language == self.library.languages[0]:
            return escape(words)
        return Markup(_HAN.sub(lambda match: str(self.original(match[0])), str(escape(words))))

    def plain(self, text: Text | str) -> str:
        """A text as a bare string, for attributes, drawings and metadata: facts filled in, links as their labels."""
        if isinstance(text, Markup):
            return text.striptags()
        if isinstance(text, str):
            return text
        said = text.said(self.language, self.library.languages)
        return "".join(self._bare(mark) for mark in inline_marks(said.text))

    def show(self, quantity: Quantity) -> str:
        """A quantity as the language writes it."""
        return show(quantity, self.language)

    def converted(self, quantity: Quantity) -> str:
        """A quantity with its conversion to a foreign currency, where the language gives one."""
        return show(quantity, self.language, rates=self.rates)

    def number(self, quantity: Quantity) -> str:
        """The number of a quantity alone, for figures set large and for table cells."""
        return split(quantity, self.language)[0]

    def unit(self, quantity: Quantity) -> str:
        """The unit of a quantity alone, for table heads."""
        return split(quantity, self.language)[1]

    def before(self, quantity: Quantity) -> str:
        """What stands before a number set large: a currency, in languages that put it there."""
        return around(quantity, self.language)[0]

    def after(self, quantity: Quantity) -> str:
        """What stands after a number set large: the rest of its unit, and the same in another where it needs one."""
        brackets = show(quantity, self.language).removeprefix(
            show(quantity, self.language, style=Style.SHORT)
        )
        return around(quantity, self.language)[1] + brackets

    def working_days(self, days: Fraction) -> str:
        """A computed number of working days as the language writes it; half days are kept."""
        number = Decimal(days.numerator) / Decimal(days.denominator)
        return self.show(Quantity.exactly(number, WORKING_DAY))

    def travel_time(self, time: Quantity) -> str:
        """A time on the way: up to two hours in minutes, then in hours and minutes; what is typed in days as typed."""
        minutes = time.base_low
        if time.is_range or minutes is None or time.unit not in (MINUTE, HOUR) or minutes.denominator != 1:
            return self.show(time)
        if minutes < 120:
            return self.words.at("travel.minutes").format(minutes=int(minutes))
        hours, rest = divmod(int(minutes), 60)
        word = self.words.at("travel.hours_minutes" if rest else "travel.hours")
        return word.format(hours=hours, minutes=rest)

    def date(self, day: date) -> str:
        """A day as the language writes it."""
        return show_date(day, self.language)

    def document_facts(self, document: Instrument) -> list[tuple[str, Markup | str]]:
        """Number, issuer and dates of a document with their labels, the same on every page and in every guide."""
        words, validity = self.words, document.validity
        review = document.review
        return [
            (words.at("label.number"), self.original(document.number)),
            (words.at("label.issuer"), self.say(document.issuer)),
            (words.at("label.issued"), self.date(document.issued)),
            (words.at("label.in_force"), self.date(validity.since)),
            (words.at("label.valid_until"), self.date(validity.until) if validity.until else ""),
            (
                words.at("label.review"),
                f"{self.date(review.date)} · {self.plain(review.by)}" if review else "",
            ),
        ]

    def prose(self, prose: Prose) -> Markup:
        """Compiled prose with its facts and links put in, marked where it is in another language."""
        if prose.language != self.language:
            inner = replace(self, language=prose.language).prose(prose)
            return Markup('<div class="foreign" lang="{}">{}</div>').format(prose.language, inner)
        html = _FACT.sub(lambda match: str(escape(self._fact(match[1]))), prose.html)
        return Markup(_PICTURE.sub(self._pictured, _LINK.sub(self._relinked, html)))

    def _fact(self, id_: str) -> str:
        return self.show(self.library.fact(id_).value)

    def _relinked(self, match: re.Match[str]) -> str:
        """A link to a record as a link of this medium, or as its bare words where the record cannot be reached."""
        href = self.linker(Key(SINGULAR[match[1]], match[2]))
        return match[4] if href is None else f'<a href="{escape(href)}"{match[3]}>{match[4]}</a>'

    def _pictured(self, match: re.Match[str]) -> str:
        """A picture with its address, and its size so that the page does not jump; without pictures, what it shows."""
        before, name, after = match.groups()
        if self.pictures is None:
            described = _DESCRIPTION.search(match[0])
            return described[1] if described else ""
        given = Markup(f"{before.strip()} {after.strip(' /')}".strip())
        return self.pictures(name).element(given, sizes=_SIZES)

    def _marked(self, mark: InlineMark) -> Markup:
        if isinstance(mark, FactMark):
            return escape(self._fact(mark.id))
        if isinstance(mark, LinkMark):
            href = self._target(mark.target)
            return (
                escape(mark.label) if href is None else Markup('<a href="{}">{}</a>').format(href, mark.label)
            )
        return escape(mark.text)

    def _target(self, target: str) -> str | None:
        word, _, rest = target.partition(":")
        if word in SINGULAR:
            return self.linker(Key(SINGULAR[word], rest))
        return target if word in {"https", "http", "mailto"} else None

    def _bare(self, mark: InlineMark) -> str:
        if isinstance(mark, FactMark):
            return self._fact(mark.id)
        return mark.label if isinstance(mark, LinkMark) else mark.text
