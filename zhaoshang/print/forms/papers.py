"""The forms as data, of the same questions as those of the website."""

from __future__ import annotations

from dataclasses import dataclass

from zhaoshang.web.forms import REFERRAL, Entry, Form, Group, Question

CLAIM = Form(
    "claim",
    (
        Group(
            "claim.claimant",
            (
                Question("name", "referral.name", required=True),
                Question("kind", "referral.kind", Entry.ONE_OF, options="referral.kinds"),
                Question("phone", "contact.phone", Entry.PHONE, required=True),
                Question("email", "contact.email", Entry.MAIL),
            ),
        ),
        Group(
            "claim.introduction",
            (
                Question("receipt", "claim.receipt", required=True, hint="claim.receipt_hint"),
                Question("investor", "referral.company", required=True),
                Question("project", "claim.project", required=True),
            ),
        ),
        Group(
            "claim.milestone",
            (
                Question("reached", "claim.reached", required=True, hint="claim.reached_hint"),
                Question("day", "claim.day", required=True),
                Question("invested", "claim.invested", hint="claim.invested_hint"),
                Question("proof", "claim.proof", Entry.LONG, hint="claim.proof_hint"),
            ),
        ),
        Group(
            "claim.account",
            (
                Question("holder", "claim.holder", required=True, hint="claim.holder_hint"),
                Question("bank", "claim.bank", required=True),
                Question("account", "claim.number", required=True),
            ),
        ),
        Group("form.declaration", (Question("agreed", "claim.agreed", Entry.AGREED, required=True),)),
    ),
)
"""What an introducer tells to be paid when a milestone is reached."""

INTENTION = Form(
    "intention",
    (
        Group(
            "intention.investor",
            (
                Question("company", "intention.company", required=True),
                Question("country", "form.country", required=True),
                Question("business", "intention.business"),
                Question("person", "intention.person", required=True),
                Question("phone", "contact.phone", Entry.PHONE, required=True),
                Question("email", "contact.email", Entry.MAIL, required=True),
            ),
        ),
        Group(
            "intention.project",
            (
                Question("sector", "label.sector", Entry.SECTOR),
                Question("content", "intention.content", Entry.LONG, required=True),
                Question("investment", "label.investment", hint="intention.investment_hint"),
                Question("mode", "label.modes", hint="intention.mode_hint"),
                Question("timing", "enquiry.timing"),
            ),
        ),
        Group(
            "intention.needs",
            (
                Question("land", "enquiry.land", hint="enquiry.land_hint"),
                Question("power", "enquiry.power", hint="enquiry.power_hint"),
                Question("utilities", "intention.utilities"),
                Question("jobs", "label.jobs"),
                Question("message", "enquiry.message", Entry.LONG),
            ),
        ),
        Group("form.declaration", (Question("agreed", "intention.agreed", Entry.AGREED, required=True),)),
    ),
)
"""What an investor puts on record before talks: no obligation for either side."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A form as a sheet. `scheme` says that it belongs to a reward scheme and is offered while one is in force."""

    form: Form
    scheme: bool

    @property
    def id(self) -> str:
        """Its key: of the words, and of the file."""
        return self.form.id

    def path(self, language: str) -> str:
        """Where the file lies, from the site's root."""
        return f"forms/{self.id}-{language}.pdf"


PAPERS = (Paper(REFERRAL, scheme=True), Paper(CLAIM, scheme=True), Paper(INTENTION, scheme=False))
"""All of them, in the order in which the site offers them."""
