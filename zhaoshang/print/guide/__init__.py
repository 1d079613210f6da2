"""The guides: the library laid out as chapters, one PDF for each edition and language."""

from zhaoshang.print.guide.guides import Guides, build_guides, plan_guides

__all__ = ["Guides", "build_guides", "plan_guides"]
