"""Forms on paper, which can be filled in on the screen as well."""
