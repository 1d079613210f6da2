"""Tables for other people's programs: what is handed over as a workbook or a page of tables."""
