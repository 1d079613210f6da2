"""Which projects have a sheet of their own to take away, and where it lies."""

from __future__ import annotations

from datetime import date

from zhaoshang.domain.library import Library
from zhaoshang.domain.project import Project
from zhaoshang.domain.relations import listed_projects


def with_sheets(library: Library, *, today: date) -> tuple[Project, ...]:
    """What the site lists: a withdrawn project and a lapsed offer have nothing to hand to a board."""
    return listed_projects(library, today=today)


def sheet_path(project: str, language: str) -> str:
    """Where the sheet of a project lies, from the site's root."""
    return f"sheets/{project}-{language}.pdf"


def sheet_name(project: str) -> str:
    """What the sheets of a project are called among the downloads."""
    return f"sheets/{project}"
