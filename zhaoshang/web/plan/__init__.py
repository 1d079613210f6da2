"""Which pages the site has: the library laid out as a plan, one module a section of the site."""

from __future__ import annotations

from zhaoshang.web.plan.site import plan_pages

__all__ = ["plan_pages"]
