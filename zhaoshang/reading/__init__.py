"""The bureau's files become typed records: bytes → positioned nodes → records, Markdown → prose, Library."""
