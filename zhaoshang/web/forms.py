"""The forms of the site as data: what each asks, in which order, and how it is typed.

A form works without a server and keeps nothing: what was filled in becomes an e-mail, a text or a file; it is posted
only to the address that `site.yaml` names. `templates/web/components/form.html` draws any of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Entry(StrEnum):
    """How an answer is typed; the value is the type of the input, where there is one."""

    TEXT = "text"
    MAIL = "email"
    PHONE = "tel"
    LONG = "long"
    SECTOR = "sector"
    """One of the sectors of the place."""
    ONE_OF = "one_of"
    """One of the words of `Question.options`."""
    AGREED = "agreed"
    """A box to tick."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a form. `label`, `hint` and `options` are paths of the interface words.

    `autocomplete` is what a browser may fill in (HTML, 4.10.18.7).
    """

    name: str
    label: str
    entry: Entry = Entry.TEXT
    required: bool = False
    hint: str = ""
    autocomplete: str = "off"
    options: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that belong together, under a heading."""

    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A form. `id` is the group of words with its `subject`, the name of its `file`, and its notice on `privacy`."""

    id: str
    groups: tuple[Group, ...]


ENQUIRY = Form(
    "enquiry",
    (
        Group(
            "enquiry.who",
            (
                Question("name", "form.name", required=True, autocomplete="name"),
                Question("company", "form.company", autocomplete="organization"),
                Question("country", "form.country", autocomplete="country-name"),
                Question("email", "contact.email", Entry.MAIL, required=True, autocomplete="email"),
                Question("phone", "contact.phone", Entry.PHONE, autocomplete="tel"),
            ),
        ),
        Group(
            "enquiry.what",
            (
                Question("sector", "label.sector", Entry.SECTOR),
                Question("product", "enquiry.product"),
                Question("land", "enquiry.land", hint="enquiry.land_hint"),
                Question("power", "enquiry.power", hint="enquiry.power_hint"),
                Question("when", "enquiry.timing"),
                Question("message", "enquiry.message", Entry.LONG, required=True),
            ),
        ),
    ),
)
"""What an investor tells so that the answer can be precise."""

REFERRAL = Form(
    "referral",
    (
        Group(
            "referral.introducer",
            (
                Question("name", "referral.name", required=True, autocomplete="name"),
                Question("kind", "referral.kind", Entry.ONE_OF, options="referral.kinds"),
                Question("country", "form.country", autocomplete="country-name"),
                Question("email", "contact.email", Entry.MAIL, required=True, autocomplete="email"),
                Question("phone", "contact.phone", Entry.PHONE, autocomplete="tel"),
            ),
        ),
        Group(
            "referral.investor",
            (
                Question("investor", "referral.company", required=True),
                Question("origin", "referral.origin"),
                Question("sector", "label.sector", Entry.SECTOR),
                Question("investment", "label.investment", hint="referral.investment_hint"),
                Question("project", "referral.project", Entry.LONG, required=True),
            ),
        ),
        Group(
            "referral.proof",
            (
                Question(
                    "evidence",
                    "referral.evidence",
                    Entry.ONE_OF,
                    required=True,
                    hint="referral.evidence_hint",
                    options="referral.evidences",
                ),
                Question("contacts", "referral.contacts", hint="referral.contacts_hint"),
                Question("agreed", "referral.agreed", Entry.AGREED, required=True),
            ),
        ),
    ),
)
"""What an introducer tells to have an introduction registered."""
