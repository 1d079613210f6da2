"""What is made for one visitor: a tailored guide, the papers of the visit, a brief for the officer. All private."""

from __future__ import annotations

from enum import StrEnum


class VisitPaper(StrEnum):
    """The papers of a visit."""

    GUIDE = "guide"
    """The tailored guide, in the visitor's language."""

    PACK = "pack"
    """The programme, for the visitor too."""

    BRIEF = "brief"
    """The programme with what is for the officers alone, in the site's first language."""
