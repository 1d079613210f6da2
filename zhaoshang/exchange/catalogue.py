"""The catalogue of an edition as a spreadsheet: what its tables say, to sort and to work on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zhaoshang.domain.library import Key
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.project import Project
from zhaoshang.domain.reward import Reward
from zhaoshang.exchange.sheet import Cell, Sheet
from zhaoshang.print.document import Attachment
from zhaoshang.print.guide.edition import Edition
from zhaoshang.reading.words import Lexicon
from zhaoshang.values import Quantity, Text, show

NAME = "catalogue.xlsx"


def enclosed_catalogue(edition: Edition, *, lexicon: Lexicon) -> tuple[Attachment, ...]:
    """The catalogue as a file inside the edition's PDF."""
    from zhaoshang.exchange.workbook import workbook  # openpyxl: only where a workbook is made

    languages = edition.library.languages
    content = workbook(catalogue_sheets(edition, lexicon), languages=languages, today=edition.guide.date)
    description = lexicon[edition.language].at("catalogue.description")
    return (Attachment(name=NAME, content=content, description=description, relationship="Data"),)


def catalogue_sheets(edition: Edition, lexicon: Lexicon) -> tuple[Sheet, ...]:
    """The records the edition has a place for, a sheet a kind, with headings in every language of the site."""
    return tuple(sheet for sheet in _Tables(edition, lexicon).all() if sheet.rows)


@dataclass(frozen=True, slots=True)
class _Tables:
    edition: Edition
    lexicon: Lexicon

    def all(self) -> Iterator[Sheet]:
        documents = ("record", "title", "number", "issuer", "issued", "in_force", "valid_until")
        project = (
            "title",
            "stage",
            "sector",
            "place",
            "investment",
            "land",
            "modes",
            "contact",
            "valid_until",
        )
        plot = ("title", "kind", "place", "total", "free", "minimum", "price", "rent", "status", "as_of")
        price = ("kind", "title", "price", "tax", "source", "as_of")
        yield self._sheet("projects", ("record", *project), self._projects())
        yield self._sheet("plots", ("record", *plot), self._plots())
        yield self._sheet("policies", documents, self._documents("policies"))
        yield self._sheet("rewards", documents, self._documents("rewards"))
        yield self._sheet("costs", ("record", *price), self._costs())

    def _sheet(self, id_: str, columns: tuple[str, ...], rows: Iterator[tuple[Cell, ...]]) -> Sheet:
        heads = tuple(self._say(f"columns.{column}") for column in columns)
        shown = {key.kind for key in self.edition.anchors}
        return Sheet(
            id_, self._say(f"sheets.{id_}"), heads, tuple(rows) if id_ in shown else (), self._say("none")
        )

    def _say(self, path: str) -> Text:
        return self.lexicon.text(f"catalogue.{path}")

    def _projects(self) -> Iterator[tuple[Cell, ...]]:
        library = self.edition.library
        for project in self.edition.choice.projects:
            yield (
                str(Key("projects", project.id)),
                project.title,
                self.lexicon.text(f"stage.{project.stage.value}"),
                library.vocabularies.sectors[project.sector].label,
                self._place(project),
                self._shown(project.investment),
                self._shown(project.land),
                self._joined(tuple(library.vocabularies.modes[mode].label for mode in project.modes)),
                library.contact(project.contact).role,
                project.valid_until,
            )

    def _plots(self) -> Iterator[tuple[Cell, ...]]:
        library = self.edition.library
        for plot in self.edition.choice.plots:
            yield (
                str(Key("plots", plot.id)),
                plot.title,
                library.vocabularies.plot_kinds[plot.plot_kind].label,
                library.parks[plot.park].title if plot.park else plot.address,
                *(self._shown(each) for each in (plot.total, plot.free, plot.minimum, plot.price, plot.rent)),
                self.lexicon.text(f"plot_status.{plot.status.value}"),
                plot.as_of,
            )

    def _documents(self, kind: str) -> Iterator[tuple[Cell, ...]]:
        records: tuple[Policy | Reward, ...] = getattr(self.edition.choice, kind)
        for record in records:
            document = record.document
            yield (
                str(Key(kind, record.id)),
                record.title,
                document.number,
                document.issuer,
                document.issued,
                document.validity.since,
                document.validity.until,
            )

    def _costs(self) -> Iterator[tuple[Cell, ...]]:
        for cost in self.edition.choice.costs:
            for id_, item in cost.items.items():
                yield (
                    f"{Key('costs', cost.id)}#{id_}",
                    cost.title,
                    item.name,
                    self._shown(item.value),
                    self.lexicon.text(f"tax.{item.tax.value}"),
                    item.basis,
                    item.as_of,
                )

    def _place(self, project: Project) -> Text | None:
        library = self.edition.library
        if project.plot:
            return library.plots[project.plot].title
        return library.parks[project.park].title if project.park else project.site

    def _shown(self, quantity: Quantity | None) -> Text | None:
        """A quantity as each language writes it."""
        if quantity is None:
            return None
        return Text({language: show(quantity, language) for language in self.edition.library.languages})

    def _joined(self, texts: tuple[Text, ...]) -> Text:
        languages = self.edition.library.languages
        return Text(
            {
                language: self.lexicon[language]
                .at("label.separator")
                .join(text.said(language, languages).text for text in texts)
                for language in languages
            }
        )
