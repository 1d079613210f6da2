"""What a published document of an authority carries, whatever it rules."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.domain.record import Part, Slug, Url
from zhaoshang.values import Date, Flag, Text, refusing

_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,12}〔\d{4}〕[1-9]\d{0,3}号")


def parse_document_number(text: str) -> str:
    """A 文号 as 机关代字〔年〕号 (党政机关公文格式, GB/T 9704-2012); refuses other brackets and a leading 第."""
    if not _NUMBER.fullmatch(text):
        raise Refusal("Z287", value=text)
    return text


DocumentNumber = Annotated[str, refusing(parse_document_number)]


class Validity(Part):
    """From when to when a document is in force; without `until` it stands until repealed."""

    since: Date
    until: Date | None = None


class Review(Part):
    """The fair-competition review (公平竞争审查条例, art. 12 to 16) without which a policy stays a draft."""

    date: Date
    by: Text
    conclusion: Text


class Standing(StrEnum):
    """Where a document stands on a given day."""

    DRAFT = "draft"
    NOT_YET = "not-yet"
    IN_FORCE = "in-force"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"


class Instrument(Part):
    """Number, issuer, dates, review and source of a document."""

    number: DocumentNumber
    issuer: Text
    issued: Date
    validity: Validity
    trial: Flag = False
    """试行 or 暂行: then an end date is required."""
    supersedes: Slug | None = None
    """The id of the record of the same kind that this one replaces."""
    basis: tuple[Text, ...] = ()
    review: Review | None = None
    source_url: Url | None = None

    def standing(self, today: date, *, superseded: bool) -> Standing:
        """Where the document stands on `today`; `superseded` says that a successor is in force."""
        if self.review is None:
            return Standing.DRAFT
        if superseded:
            return Standing.SUPERSEDED
        if today < self.validity.since:
            return Standing.NOT_YET
        if self.validity.until is not None and today > self.validity.until:
            return Standing.EXPIRED
        return Standing.IN_FORCE

    def days_left(self, today: date) -> int | None:
        """Days until the document expires, counting the last day; None where no end is set."""
        return None if self.validity.until is None else (self.validity.until - today).days
