"""Old addresses that lead to new ones: `aliases` of a record, and `redirects` of the site.

A site of files has no server to redirect with: at each old address lies a small page that sends readers on and tells
search engines which address counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import PurePosixPath

from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings, Span
from zhaoshang.diagnostics.nearest import nearest
from zhaoshang.domain.library import Key, Library
from zhaoshang.values.artifact import Artifact
from zhaoshang.voice import Voice
from zhaoshang.web.frame import address
from zhaoshang.web.page import Plan, relative

_SITE = Key("site", "site")


@dataclass(frozen=True, slots=True)
class Move:
    """An old address and the one it leads to, both below a language's folder; `span` is where this is laid down."""

    old: str
    new: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Nowhere:
    """An alias of a record that has no page."""

    old: str
    span: Span | None


def check_addresses(library: Library, plan: Plan) -> Findings:
    """Z710 to Z715: every page has its address for itself, and every old address leads straight to a page."""
    return Findings.of((*_clashes(library, plan), *_faults(library, plan)))


def moves(library: Library, plan: Plan) -> tuple[Move, ...]:
    """Every old address with the new one, those of records first, in the order of the library."""
    return tuple(one for one in _declared(library, plan) if isinstance(one, Move))


def _declared(library: Library, plan: Plan) -> Iterator[Move | Nowhere]:
    for key, record in library.all_records():
        for place, alias in enumerate(record.aliases):
            span = library.span(key, "aliases", place)
            path = plan.routes.get(key, "").partition("#")[0]
            if path in plan.pages and plan.pages[path].key == key:
                yield Move(_old(alias, path), path, span)
            else:
                yield Nowhere(alias, span)
    for old, new in library.site.redirects.items():
        yield Move(old, new, library.key_span(_SITE, "redirects", old))


def _old(alias: str, path: str) -> str:
    """An alias is an old id, whose page lay beside the new one, or a whole path."""
    return alias if alias.endswith(".html") else str(PurePosixPath(path).with_name(f"{alias}.html"))


def _clashes(library: Library, plan: Plan) -> Iterator[Diagnostic]:
    for one, other in plan.clashes:
        spans = [library.span(page.key) for page in (other, one) if page.key]
        found = [span for span in spans if span is not None]
        keys = {"one": str(one.key or one.template), "other": str(other.key or other.template)}
        yield Diagnostic("Z715", found[0] if found else None, {"path": one.path, **keys}, tuple(found[1:]))


def _faults(library: Library, plan: Plan) -> Iterator[Diagnostic]:
    known: dict[str, Move] = {}
    for one in _declared(library, plan):
        if isinstance(one, Nowhere):
            yield Diagnostic("Z714", one.span, {"old": one.old, "new": "", "near": ""})
        elif one.old in known:
            first = known[one.old].span
            yield Diagnostic("Z711", one.span, {"old": one.old}, (first,) if first else ())
        else:
            known[one.old] = one
    for move in known.values():
        code = _fault(move, known, plan)
        if code:
            final = _end(move, known)
            near = nearest(move.new, plan.pages) if code == "Z714" else ""
            yield Diagnostic(
                code, move.span, {"old": move.old, "new": move.new, "final": final, "near": near}
            )


def _fault(move: Move, known: Mapping[str, Move], plan: Plan) -> str:
    """The code of what is wrong with an old address; '' when nothing is."""
    end = _end(move, known)
    if not end:
        return "Z712"
    if move.old in plan.pages:
        return "Z710"
    if end != move.new:
        return "Z713"
    return "" if end in plan.pages else "Z714"


def _end(move: Move, known: Mapping[str, Move]) -> str:
    """Where one ends up by following an old address; '' in a circle."""
    seen, at = {move.old}, move.new
    while at in known:
        if at in seen:
            return ""
        seen.add(at)
        at = known[at].new
    return "" if at in seen else at


def moved_pages(move: Move, plan: Plan, voices: Mapping[str, Voice]) -> Iterator[Artifact]:
    """The page at an old address in every language; where the new one is absent, it leads to the first there is."""
    for language, voice in voices.items():
        there = next(one for one in (language, *plan.languages) if plan.exists(move.new, one))
        yield _moved_page(f"{language}/{move.old}", f"{there}/{move.new}", plan, voice)


def _moved_page(old: str, new: str, plan: Plan, voice: Voice) -> Artifact:
    page = plan.pages[new.partition("/")[2]]
    href = escape(relative(old, new))
    canonical = escape(address(voice.library.site.base_url, new))
    title, words = escape(voice.plain(page.title)), voice.words["moved"]
    text = (
        f'<!doctype html>\n<html lang="{voice.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="refresh" content="0; url={href}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="robots" content="noindex">\n<link rel="canonical" href="{canonical}">\n'
        f"<title>{escape(words['title'])}</title>\n</head>\n<body>\n<main>\n<h1>{escape(words['title'])}</h1>\n"
        f'<p>{escape(words["text"])} <a href="{href}">{title}</a></p>\n</main>\n</body>\n</html>\n'
    )
    return Artifact(PurePosixPath(old), text.encode())
