"""Releasing an edition: its number is taken, and what it states is written down for ever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from zhaoshang.diagnostics.diagnostic import Diagnostic, Refusal
from zhaoshang.domain.guide import Guide
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.record import type_slug
from zhaoshang.domain.register import Changes, Register, changes, fingerprint_of, joined, laid_out
from zhaoshang.print.guide.contents import contents_now, contents_of, issue_of

_HEAD = "# A released edition, written by `build.py release`. Not to be edited: its fingerprint tells.\n"


@dataclass(frozen=True, slots=True)
class Entered:
    """A released edition as its file in the register: the number, and the text."""

    number: str
    text: str


def release(library: Library, guide: Guide, *, today: date) -> Entered | None:
    """The edition of a guide for the register, with every guide that carries its number; None where it stands there.

    Refuses a number that is no id (Z280), and one already released with other contents (Z871).
    """
    number = type_slug(guide.number.lower())
    together = _together(library, guide)
    contents = joined(contents_of(library, one, today=today) for one in together)
    known = library.editions.get(number)
    if known is None:
        edition = laid_out(today, {one.id: issue_of(one) for one in together}, contents)
        return Entered(number, _written(edition))
    if not changes(known.entries, contents):
        return None
    raise Refusal("Z871", number=guide.number, released=known.released.isoformat(), guide=guide.id)


def is_released(library: Library, guide: Guide, *, today: date) -> bool:
    """Whether a guide, as it is on a day, is a released edition: its number is in the register and states the same.

    One of several guides of a number may state less than all of them together.
    """
    known = library.editions.get(guide.number.lower())
    if known is None or known.released > today:
        return False
    found = changes(known.entries, contents_of(library, guide, today=today))
    alone = known.guides.keys() == {guide.id}
    return not (found.amounts or found.clauses or found.added or (alone and found.gone))


def outdated(library: Library, *, today: date) -> Iterator[Diagnostic]:
    """Z872: the newest edition of a guide no longer says what the guide says now."""
    register = Register.on(today, library.editions.values(), contents_now(library, today=today))
    for edition in register.releases:
        since = register.since(edition)
        if since and register.successor(edition) is None:
            yield Diagnostic(
                "Z872",
                library.span(Key("editions", edition.id)),
                _counted(edition.id, since)
                | {"released": edition.released.isoformat(), "guides": ", ".join(edition.guides)},
            )


def _counted(number: str, since: Changes) -> dict[str, str]:
    return {
        "number": number,
        "amounts": str(len(since.amounts)),
        "clauses": str(len(since.clauses)),
        "added": str(len(since.added)),
        "gone": str(len(since.gone)),
    }


def _together(library: Library, guide: Guide) -> tuple[Guide, ...]:
    """The guide, then the others that carry its number, in their order."""
    others = (one for one in library.guides.values() if one.number == guide.number and one.id != guide.id)
    return (guide, *sorted(others, key=lambda one: (int(one.order), one.id)))


class _Plain(yaml.SafeDumper):
    """Writes the YAML that content is written in: nothing stands for something written elsewhere."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _written(edition: dict[str, Any]) -> str:
    signed = {"fingerprint": fingerprint_of(edition), **edition}
    text: str = yaml.dump(
        signed, Dumper=_Plain, allow_unicode=True, sort_keys=False, default_flow_style=None, width=10_000
    )
    return _HEAD + text
