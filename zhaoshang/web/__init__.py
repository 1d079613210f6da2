"""The website: a plan of pages from the library, then pages, feeds, search and site map from the plan."""
