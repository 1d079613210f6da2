"""The PDF editions: HTML and CSS in, a well-set, tagged, reproducible PDF out.

WeasyPrint is named in two places only: `press_room` drives it inside a child process, `setting` teaches it
to set Chinese. Nothing here imports it before a page is really rendered.
"""
