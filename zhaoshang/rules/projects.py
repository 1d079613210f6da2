"""Whether each project may and can be where it is: restrictions, thresholds, sites, sums."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from zhaoshang.diagnostics.diagnostic import Diagnostic
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.project import Project, Stage
from zhaoshang.domain.restriction import Restriction, Severity
from zhaoshang.rules.rule import Path, finding
from zhaoshang.values import Quantity, show, total


def permitted_projects(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z431 and Z432: no project is of a business the place prohibits; a restricted one is pointed out."""
    for id_, project in library.projects.items():
        for restriction in library.restrictions.items.values():
            match = _match(project, restriction)
            if match is not None:
                path, sign = match
                prohibited = restriction.severity is Severity.PROHIBITED
                yield finding(
                    library,
                    "Z431" if prohibited else "Z432",
                    Key("projects", id_),
                    path,
                    sign=sign,
                    business=" / ".join(restriction.title.values()),
                    basis=" / ".join(restriction.basis.values()),
                )


def _match(project: Project, restriction: Restriction) -> tuple[Path, str] | None:
    """Where a project betrays a restricted business: its class, else a word of its texts."""
    if project.code and any(project.code.startswith(code) for code in restriction.codes):
        return ("code",), project.code
    for field in ("title", "summary", "content"):
        for language, words in getattr(project, field).items():
            for word in restriction.words:
                if word.casefold() in words.casefold():
                    return (field, language), word
    return None


def thresholds_met(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z433 and Z434: a project in a park reaches the park's investment per area; an error while it is on offer."""
    for id_, project in library.projects.items():
        park = library.parks.get(project.park or "")
        asked = park.threshold.investment if park and park.threshold else None
        if asked is None or project.land is None or project.stage is Stage.WITHDRAWN:
            continue
        reached = intensity(project.investment, project.land)
        wanted = asked.base_low
        if reached is not None and wanted is not None and reached < wanted:
            code = "Z433" if project.stage.open else "Z434"
            share = f"{whole_percent(reached, wanted)}%"
            yield finding(
                library,
                code,
                Key("projects", id_),
                ("investment",),
                investment=project.investment.spelling,
                land=project.land.spelling,
                threshold=asked.spelling,
                park=project.park or "",
                share=share,
            )


def intensity(investment: Quantity, land: Quantity) -> Fraction | None:
    """The most a project can invest per area, in base units; None where the figures leave it open."""
    if investment.base_high is None or not land.base_low:
        return None
    return investment.base_high / land.base_low


def whole_percent(part: Fraction, whole: Fraction) -> int:
    """A share in whole per cent, rounded down."""
    return int(part * 100 / whole)


def sites_fit(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z435 to Z437: a project's plot lies in its park and is large enough; a project has some place."""
    for id_, project in library.projects.items():
        key = Key("projects", id_)
        plot = library.plots.get(project.plot or "")
        if not (project.park or project.plot or project.site):
            yield finding(library, "Z437", key)
        if plot is None:
            continue
        if plot.park != project.park:
            arguments = {"plot": plot.id, "lies": plot.park or "—", "park": project.park or "—"}
            yield finding(library, "Z435", key, ("plot",), **arguments)
        if project.land is not None and plot.total.surely_below(project.land):
            sizes = {"land": project.land.spelling, "total": plot.total.spelling, "plot": plot.id}
            yield finding(library, "Z436", key, ("land",), **sizes)


def phases_add_up(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z438: where every phase names its investment, they add up to the whole."""
    for id_, project in library.projects.items():
        parts = [phase.investment for phase in project.phases if phase.investment is not None]
        if not parts or len(parts) != len(project.phases):
            continue
        whole = total(parts)
        if whole.surely_below(project.investment) or project.investment.surely_below(whole):
            sums = {"whole": project.investment.spelling, "sum": show(whole, "zh")}
            yield finding(library, "Z438", Key("projects", id_), ("phases",), **sums)


def links_of_their_sector(library: Library, today: date) -> Iterator[Diagnostic]:
    """Z439: the projects that a link of a chain names are of the industry's sector."""
    for id_, industry in library.industries.items():
        for stretch, links in industry.chain:
            for n, link in enumerate(links):
                for m, named in enumerate(link.projects):
                    project = library.projects.get(named)
                    if project is not None and project.sector != industry.sector:
                        path = ("chain", stretch, n, "projects", m)
                        sectors = {"sector": project.sector, "own": industry.sector}
                        yield finding(library, "Z439", Key("industries", id_), path, id=named, **sectors)
