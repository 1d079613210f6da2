"""The compliance report that a bureau hands to its fair-competition reviewer: HTML to read, XLSX to work with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from zhaoshang.diagnostics.diagnostic import Span
from zhaoshang.domain.library import Library
from zhaoshang.domain.standing import standings
from zhaoshang.exchange.sheet import Cell, Sheet, in_languages
from zhaoshang.reading.words import Lexicon
from zhaoshang.rules.compliance import Breach, breaches
from zhaoshang.rules.pack import packs
from zhaoshang.values import Text
from zhaoshang.values.artifact import Artifact
from zhaoshang.voice.templates import strict_templates

NAME = "compliance"


def compliance_report(
    library: Library, lexicon: Lexicon, *, templates: Path, today: date
) -> tuple[Artifact, ...]:
    """`compliance.html` and `compliance.xlsx`: the same tables twice, the same bytes for the same content and day."""
    from zhaoshang.exchange.workbook import workbook  # openpyxl: only where a workbook is made

    languages = library.languages
    sheets = compliance_sheets(library, lexicon, today=today)
    environment = strict_templates(templates)
    environment.filters["both"] = lambda cell: in_languages(cell, languages)
    page = environment.get_template("report/compliance.html").render(
        languages=languages,
        title=lexicon.text("report.title"),
        lead=lexicon.text("report.lead"),
        sheets=sheets,
    )
    return (
        Artifact(PurePosixPath(f"{NAME}.html"), page.encode()),
        Artifact(PurePosixPath(f"{NAME}.xlsx"), workbook(sheets, languages=languages, today=today)),
    )


def compliance_sheets(library: Library, lexicon: Lexicon, *, today: date) -> tuple[Sheet, ...]:
    """Summary, documents, rules, findings and waivers, with headings in every language of the site."""
    return _Tables(library, lexicon, today, tuple(breaches(library, today=today))).all()


@dataclass(frozen=True, slots=True)
class _Tables:
    """The rows of every sheet, from what the packs found."""

    library: Library
    lexicon: Lexicon
    today: date
    found: tuple[Breach, ...]

    def all(self) -> tuple[Sheet, ...]:
        return (
            self._sheet("summary", ("subject", "value"), self._summary()),
            self._sheet(
                "documents",
                (
                    "record",
                    "title",
                    "number",
                    "issued",
                    "since",
                    "until",
                    "standing",
                    "reviewed",
                    "by",
                    "conclusion",
                ),
                self._documents(),
            ),
            self._sheet("rules", ("pack", "rule", "article", "severity", "open", "waived"), self._rules()),
            self._sheet(
                "findings",
                ("state", "pack", "rule", "severity", "record", "place", "words", "article", "remedy"),
                self._findings(),
            ),
            self._sheet("waivers", ("rule", "record", "reason", "by", "date", "lifts"), self._waivers()),
        )

    def _sheet(self, id_: str, columns: tuple[str, ...], rows: Iterator[tuple[Cell, ...]]) -> Sheet:
        return Sheet(
            id_,
            self._say(f"sheets.{id_}"),
            tuple(self._say(f"columns.{column}") for column in columns),
            tuple(rows),
            self._say("none"),
        )

    def _say(self, path: str) -> Text:
        return self.lexicon.text(f"report.{path}")

    def _summary(self) -> Iterator[tuple[Cell, ...]]:
        waived = sum(breach.waiver is not None for breach in self.found)
        yield self._say("summary.site"), self.library.site.title
        yield self._say("summary.publisher"), self.library.site.publisher.sponsor
        yield self._say("summary.day"), self.today
        yield self._say("summary.documents"), sum(map(len, self.library.documents().values()))
        yield self._say("summary.open"), len(self.found) - waived
        yield self._say("summary.waived"), waived
        for pack in packs():
            yield pack.authority, self._say("summary.held" if pack.since <= self.today else "summary.later")

    def _documents(self) -> Iterator[tuple[Cell, ...]]:
        for kind, records in self.library.documents().items():
            statuses = standings(records, today=self.today)
            for id_, record in records.items():
                document, review = record.document, record.document.review
                yield (
                    f"{kind}/{id_}",
                    record.title,
                    document.number,
                    document.issued,
                    document.validity.since,
                    document.validity.until,
                    self.lexicon.text(f"standing.{statuses[id_].standing.value}"),
                    review.date if review else self._say("unreviewed"),
                    review.by if review else None,
                    review.conclusion if review else None,
                )

    def _rules(self) -> Iterator[tuple[Cell, ...]]:
        counts = Counter((breach.rule.name, breach.waiver is not None) for breach in self.found)
        for pack in packs():
            for rule in pack.rules:
                yield (
                    pack.title,
                    rule.name,
                    rule.article,
                    self._severity(rule.is_error),
                    counts[rule.name, False],
                    counts[rule.name, True],
                )

    def _findings(self) -> Iterator[tuple[Cell, ...]]:
        """The open findings first, then those a waiver lifts."""
        for breach in sorted(self.found, key=lambda breach: breach.waiver is not None):
            yield (
                self._say("state.waived" if breach.waiver else "state.open"),
                breach.pack.title,
                breach.rule.name,
                self._severity(breach.rule.is_error),
                str(breach.key),
                _place(breach.span),
                breach.words,
                breach.rule.article,
                breach.rule.remedy,
            )

    def _waivers(self) -> Iterator[tuple[Cell, ...]]:
        lifted = Counter(breach.waiver for breach in self.found)
        for waiver in self.library.waivers.waivers:
            yield waiver.rule, waiver.record, waiver.reason, waiver.by, waiver.date, lifted[waiver]

    def _severity(self, is_error: bool) -> Text:
        return self._say("severity.error" if is_error else "severity.warning")


def _place(span: Span | None) -> str:
    return "" if span is None else f"{span.path}:{span.line}"
