"""The website: a plan of pages from the library, then pages, feeds, search and site map from the plan."""

from zhaoshang.web.site import Website, build_web

__all__ = ["Website", "build_web"]
