"""Posters: a record at a glance, to be passed on in chats, with a code that leads to its page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from types import MappingProxyType

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.diagnostics.nearest import nearest
from zhaoshang.domain.library import Key, Library
from zhaoshang.domain.policy import Policy
from zhaoshang.domain.project import Project
from zhaoshang.domain.reward import Reward
from zhaoshang.domain.sites import Plot
from zhaoshang.graphics import Opening, Sector
from zhaoshang.print.document import Document, Variant
from zhaoshang.print.orders import Order
from zhaoshang.print.posters.scenes import SCENES, sector_scene
from zhaoshang.print.studio import Studio
from zhaoshang.values import Text
from zhaoshang.voice import Voice
from zhaoshang.voice.clauses import Clauses
from zhaoshang.web.posters import KINDS, Shape, on_offer, poster_path

TOGETHER = 12
"""Posters in a document: few enough to share two processors, many enough to share their fonts."""

ROOM = MappingProxyType({Shape.TALL: 310, Shape.SQUARE: 120})
"""How many Chinese characters the poster of a document has room for; a letter takes half the room of one."""

ROOM_BESIDE_FACTS = MappingProxyType({Shape.TALL: 112, Shape.SQUARE: 84})
"""The same for what is on offer, whose figures come first."""

FACTS = MappingProxyType({Shape.TALL: 6, Shape.SQUARE: 4})
"""How many figures there is room for."""


@dataclass(frozen=True, slots=True)
class Poster:
    """What a poster says. `facts` are label and value; `lines` are sentences, `more` that there are others."""

    key: Key
    shape: Shape
    scene: Opening | Sector
    kind: str
    title: Text
    summary: Text
    facts: tuple[tuple[str, str], ...]
    lines: tuple[str, ...] = ()
    more: bool = False


def named(studio: Studio, names: Collection[str]) -> tuple[Key, ...]:
    """The records of these names (`projects/anode-materials`), or all on offer without any. Refuses others (Z873)."""
    known = {str(key): key for key in on_offer(studio.library, today=studio.today)}
    for name in names:
        if name not in known:
            raise Refusal("Z873", record=name, near=nearest(name, known), kinds=", ".join(KINDS))
    return tuple(known[name] for name in dict.fromkeys(names)) if names else tuple(known.values())


def order_posters(studio: Studio, keys: Iterable[Key], language: str) -> Iterator[Order]:
    """The posters of these records in a language, in both shapes, some to a document."""
    waiting = iter([(key, shape) for key in keys for shape in Shape])
    number = 0
    while some := tuple(islice(waiting, TOGETHER)):
        number += 1
        yield _order(studio, some, language, f"posters-{language}-{number}")


def _order(studio: Studio, some: tuple[tuple[Key, Shape], ...], language: str, name: str) -> Order:
    paths = tuple(poster_path(key, language, shape) for key, shape in some)
    return Order(partial(_document, studio, some, language, name), paths, pictures=True)


def _document(studio: Studio, some: tuple[tuple[Key, Shape], ...], language: str, name: str) -> Document:
    voice = studio.voice(language)
    posters = tuple(poster_of(studio.library, key, shape, voice) for key, shape in some)
    html = studio.filled("posters/posters.html", language, posters=posters)
    return studio.document(
        name,
        language,
        html,
        title=studio.library.site.title,
        styles=("faces.css", "posters.css"),
        variant=Variant.PICTURE,
    )


def poster_of(library: Library, key: Key, shape: Shape, voice: Voice) -> Poster:
    """What the poster of a record says."""
    record = library.records(key.kind)[key.id]
    assert isinstance(record, Project | Plot | Policy | Reward)
    lines = tuple(_lines(record, voice))
    document = isinstance(record, Policy | Reward)
    room = (ROOM if document else ROOM_BESIDE_FACTS)[shape] - _length(voice.plain(record.title))
    room -= 0 if document and shape is Shape.SQUARE else _length(voice.plain(record.summary))
    # A document says what it pays first, however long that is.
    shown = tuple(_that_fit(lines, room, least=1 if document else 0))
    facts = [(voice.words.at(label), said) for label, said in _facts(record, library, voice) if said]
    return Poster(
        key=key,
        shape=shape,
        scene=_scene(record, library),
        kind=_KIND_WORDS[key.kind],
        title=record.title,
        summary=record.summary,
        facts=tuple(facts[: FACTS[shape]]),
        lines=shown,
        more=document and len(lines) > len(shown),
    )


def _lines(record: Project | Plot | Policy | Reward, voice: Voice) -> Iterator[str]:
    """What speaks for a project; what a document pays."""
    if isinstance(record, Project):
        yield from map(voice.plain, record.conditions)
    elif isinstance(record, Policy | Reward):
        yield from Clauses(voice).line(record)


def _that_fit(lines: Iterable[str], room: int, *, least: int) -> Iterator[str]:
    """The lines from the first on while there is room, but no fewer than `least`."""
    for number, line in enumerate(lines):
        room -= _length(line)
        if number >= least and room < 0:
            return
        yield line


def _length(words: str) -> int:
    """How much room words take, in Chinese characters."""
    return round(sum(1 if character > "\u2e7f" else 0.5 for character in words))


_KIND_WORDS: Mapping[str, str] = MappingProxyType(
    {"projects": "project", "plots": "plot", "policies": "policy", "rewards": "reward"}
)


def _scene(record: Project | Plot | Policy | Reward, library: Library) -> Opening | Sector:
    """A project shows its sector, everything else what it is."""
    found = None
    if isinstance(record, Project):
        found = sector_scene(library.vocabularies.sectors[record.sector].codes)
    return found or SCENES[record.kind]


def _facts(
    record: Project | Plot | Policy | Reward, library: Library, voice: Voice
) -> Iterator[tuple[str, str]]:
    """Label and value of what counts first."""
    if isinstance(record, Project):
        yield "label.investment", voice.converted(record.investment)
        yield "label.place", _place(record.park, record.site, library, voice)
        yield "label.land", voice.show(record.land) if record.land else ""
        yield "label.jobs", voice.show(record.jobs) if record.jobs else ""
    elif isinstance(record, Plot):
        yield "label.free", voice.show(record.free)
        yield "label.price", voice.show(record.price) if record.price else ""
        yield "label.rent", voice.show(record.rent) if record.rent else ""
        yield "label.place", _place(record.park, record.address, library, voice)
        power = record.utilities.power if record.utilities else None
        yield "label.power", voice.show(power) if power else ""
        for way in ("port", "motorway", "rail"):
            distance = getattr(record.access, way, None)
            yield f"reach_by.{way}", voice.show(distance) if distance else ""
    else:
        until = record.document.validity.until
        yield "label.number", record.document.number
        yield "label.valid_until", voice.date(until) if until else ""


def _place(park: str | None, words: Text | None, library: Library, voice: Voice) -> str:
    return voice.plain(library.parks[park].title) if park else voice.plain(words) if words else ""
