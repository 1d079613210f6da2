"""Pages from the plan: the templates, the view, and a cache that knows when a page would be the same."""

from __future__ import annotations

import json
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from zhaoshang.domain.library import Key
from zhaoshang.domain.schedule import schedule
from zhaoshang.domain.site import Publisher
from zhaoshang.reading.words import Words
from zhaoshang.values import Prose, Text
from zhaoshang.values.artifact import Artifact
from zhaoshang.voice import Voice
from zhaoshang.web.assets import Assets
from zhaoshang.web.drawing import Drawing
from zhaoshang.web.finders import Finders
from zhaoshang.web.frame import Choice, Frame, address, content_security_policy, frame
from zhaoshang.web.media import Media
from zhaoshang.web.page import PageSpec, Plan, relative
from zhaoshang.web.pays import Pays
from zhaoshang.web.plan.material import Material
from zhaoshang.web.plan.place import HOME
from zhaoshang.web.structured import structured_data

PageCache = MutableMapping[str, bytes]
"""Rendered pages by the hash of everything that went into them."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What every page says about the site."""

    title: Text
    tagline: Text
    publisher: Publisher
    demonstration: bool
    today: date
    theme_colour: str
    content_security_policy: str


class Shown(NamedTuple):
    """A picture as a page shows it."""

    href: str
    width: int
    height: int


class Compiled(BytecodeCache):
    """Compiled templates, kept in memory, so that each is compiled once for all languages."""

    def __init__(self) -> None:
        self._buckets: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills a template's bucket if it has been compiled before."""
        if bucket.key in self._buckets:
            bucket.bytecode_from_string(self._buckets[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a compiled template."""
        self._buckets[bucket.key] = bucket.bytecode_to_string()


class Here:
    """Where the page being rendered lies: turns places in the site into addresses relative to it.

    Macros do not see the page, so the renderer says here which one is at hand.
    """

    def __init__(self, plan: Plan, assets: Assets, media: Media) -> None:
        self._plan = plan
        self._assets = assets
        self._media = media
        self.page: Frame

    def asset(self, name: str) -> str:
        """The address of an asset."""
        return relative(self.page.path, self._assets[name])

    def file(self, path: str) -> str:
        """The address of any file of the site."""
        return relative(self.page.path, path)

    def media(self, name: str) -> Shown:
        """A picture of the content with its address and size."""
        picture = self._media.pictures[name]
        return Shown(self.file(picture.path), picture.width, picture.height)

    def published(self, kind: str, id_: str) -> bool:
        """Whether a record has a page in the page's language."""
        return self._plan.exists(self._plan.routes[Key(kind, id_)], self.page.lang)

    def shown(self, path: str) -> bool:
        """Whether a page of the plan exists in the page's language."""
        return self._plan.exists(path, self.page.lang)

    def title_of(self, path: str) -> Text:
        """The title of a page of the plan."""
        return self._plan.pages[path].title

    def url(self, path: str) -> str:
        """The address of a path of the plan, in the page's language."""
        return relative(self.page.path, f"{self.page.lang}/{path}")

    def link(self, kind: str, id_: str) -> str:
        """The address of a record that has a page."""
        return self.url(self._plan.routes[Key(kind, id_)])

    def record(self, key: Key) -> str | None:
        """The address of a record, or None where it has no page in the page's language."""
        path = self._plan.routes.get(key)
        return self.url(path) if path and self._plan.exists(path, self.page.lang) else None


class Renderer:
    """Renders the pages of one plan. The cache may outlive it: a page that would be the same is not made
    again.
    """

    def __init__(
        self,
        templates: Path,
        *,
        material: Material,
        plan: Plan,
        assets: Assets,
        media: Media,
        cache: PageCache | None,
    ) -> None:
        self._plan = plan
        self._material = material
        self._assets = assets
        self._cache = cache
        site = material.library.site
        self._masthead = Masthead(
            site.title,
            site.tagline,
            site.publisher,
            site.demonstration,
            material.today,
            site.brand.primary,
            content_security_policy(site.enquiry_endpoint),
        )
        self._here = Here(plan, assets, media)
        self._compiled = Compiled()
        self._speakers = {lang: self._speaker(templates, lang) for lang in plan.languages}
        self._common = "" if cache is None else self._fingerprint(templates)

    def render(self, page: PageSpec, language: str) -> Artifact:
        """One page in one language, from the cache if nothing that went into it has changed."""
        voice, environment = self._speakers[language]
        framed = frame(page, self._plan, voice)
        prose = self._prose(page.key, language)

        def write() -> bytes:
            return self._write(page, framed, prose, environment, voice).encode()

        content = write() if self._cache is None else self._kept((page, framed, prose), write, self._cache)
        return Artifact(PurePosixPath(framed.path), content)

    def _kept(self, parts: tuple[object, ...], write: Callable[[], bytes], cache: PageCache) -> bytes:
        """A page from the cache, or written and kept there."""
        key = sha256(repr((self._common, *parts)).encode()).hexdigest()
        if key not in cache:
            cache[key] = write()
        return cache[key]

    def entrance(self) -> Artifact:
        """`index.html` at the root: the site's name and the way into each language."""
        original = self._plan.languages[0]
        voice, environment = self._speakers[original]
        choices = tuple(
            Choice(lang, self._material.lexicon[lang].at(f"own_names.{lang}"), f"{lang}/index.html", False)
            for lang in self._plan.languages
        )
        home = frame(self._plan.pages[HOME], self._plan, voice)
        own = address(self._material.library.site.base_url, "index.html")
        self._here.page = replace(home, path="index.html", address=own, canonical=own, feeds=())
        text = environment.get_template("web/pages/entrance.html").render(
            page=self._here.page, choices=choices, structured_data=()
        )
        return Artifact(PurePosixPath("index.html"), text.encode())

    def _write(
        self, page: PageSpec, framed: Frame, prose: Prose | None, environment: Environment, voice: Voice
    ) -> str:
        self._here.page = framed
        return environment.get_template(f"web/pages/{page.template}").render(
            page=framed,
            view=page.view,
            prose=prose,
            structured_data=structured_data(page, framed, voice),
        )

    def _prose(self, key: Key | None, language: str) -> Prose | None:
        """A record's long text: in the language, else in the first of the site's languages that has it."""
        if key is None:
            return None
        found = self._material.library.prose
        candidates = (language, *self._plan.languages)
        return next((found[key, lang] for lang in candidates if (key, lang) in found), None)

    def _speaker(self, templates: Path, language: str) -> tuple[Voice, Environment]:
        library = self._material.library
        here = self._here
        lexicon, rates = self._material.lexicon, self._material.rates
        voice = Voice(language, library, lexicon, rates, here.record, here.media)
        environment = Environment(
            loader=FileSystemLoader(templates),
            bytecode_cache=self._compiled,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.policies["json.dumps_kwargs"] = {
            "ensure_ascii": False,
            "sort_keys": True,
            "default": dict,
        }
        environment.filters |= {
            "say": voice.say,
            "plain": voice.plain,
            "original": voice.original,
            "originals": voice.originals,
            "show": voice.show,
            "converted": voice.converted,
            "number": voice.number,
            "unit": voice.unit,
            "day": marked_day(voice),
            "fill": fill,
            "filesize": filesize,
            "prose": voice.prose,
            "travel_time": voice.travel_time,
            "working_days": voice.working_days,
            "json_block": json_block,
        }
        environment.globals |= {
            "words": voice.words,
            "site": self._masthead,
            "library": library,
            "draw": Drawing(voice),
            "finders": Finders(voice),
            "pays": Pays(voice),
            "asset": here.asset,
            "file_url": here.file,
            "media": here.media,
            "published": here.published,
            "shown": here.shown,
            "title_of": here.title_of,
            "prose_of": lambda kind, id_: self._prose(Key(kind, id_), language),
            "schedule": schedule,
            "document_facts": voice.document_facts,
            "url": here.url,
            "link": here.link,
        }
        return voice, environment

    def _fingerprint(self, templates: Path) -> str:
        """What all pages share: site, facts, words, assets, addresses and the templates themselves."""
        library = self._material.library
        shared = (
            library.site,
            library.facts,
            library.vocabularies,
            library.location,
            self._material.today,
            self._material.lexicon,
            sorted(self._assets.names.items()),
            sorted(self._plan.routes.items()),
            [(p.as_posix(), p.read_bytes()) for p in sorted((templates / "web").rglob("*.html"))],
        )
        return sha256(repr(shared).encode()).hexdigest()


def filesize(size: int) -> str:
    """A number of bytes as people say it: 640 KB, 2.3 MB."""
    if size < 1_000_000:
        return f"{-(-size // 1000)} KB"
    tenths = (size + 50_000) // 100_000
    return f"{tenths // 10}.{tenths % 10} MB"


def fill(words: str | Words, **values: object) -> Markup:
    """Interface words with their places filled: `words.badge.days_left | fill(n=24)`; `n` chooses the form.

    Values that are markup stay markup; everything else is escaped.
    """
    if isinstance(words, Words):
        words = str(words.get("one" if values["n"] == 1 else "other", words["other"]))
    return escape(words).format(**values)


def json_block(data: object) -> Markup:
    """Data as JSON inside a script element, which it cannot end: `<` is written as an escape."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=dict)
    return Markup(text.replace("<", "\\u003c"))


def marked_day(voice: Voice) -> Callable[[date], Markup]:
    """The filter that writes a day so that machines can read it too."""
    return lambda day: Markup('<time datetime="{}">{}</time>').format(day.isoformat(), voice.date(day))
