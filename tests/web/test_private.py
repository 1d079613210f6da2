"""What is private stays private: no file of the site holds an internal note or anything about a visitor."""

from __future__ import annotations

import mini
from rendered import County, Shown


def secrets(shown: Shown) -> list[str]:
    """The internal notes of all records, and who comes to visit and why; not the names of those who answer publicly."""
    notes = [
        note for _, record in shown.library.all_records() for note in getattr(record, "internal", {}).values()
    ]
    for visit in shown.library.visits.values():
        notes += [visit.id, visit.name, visit.company, *([visit.notes] if visit.notes else [])]
    public = {
        name for contact in shown.library.site.contacts.values() for name in (contact.person or {}).values()
    }
    return [note for note in notes if note not in public]


def test_no_internal_note_and_no_visitor_stands_in_any_file_of_the_site(shown: Shown) -> None:
    hidden = secrets(shown)
    assert len(hidden) > 6
    assert [
        (path, words)
        for path, content in shown.files.items()
        for words in hidden
        if words.encode() in content or words in path
    ] == []


def test_a_note_that_is_added_to_every_kind_that_has_one_stays_inside(county: County) -> None:
    word = "只有本局知道的一句话"
    changes = []
    for kind in ("projects", "plots", "parks", "policies", "rewards"):
        path = f"{kind}/{sorted((mini.CONTENT / kind).glob('*.yaml'))[0].name}"
        text = (mini.CONTENT / path).read_text(encoding="utf-8")
        assert "\ninternal:" not in text
        changes.append(mini.write(path, f"{text.rstrip()}\ninternal:\n  talks: {word}\n"))
    shown = county(*changes)
    assert secrets(shown).count(word) == len(changes)
    assert [path for path, content in shown.files.items() if word.encode() in content] == []
