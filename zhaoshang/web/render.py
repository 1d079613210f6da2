"""Pages from the plan: the templates, the view, and a cache that knows when a page would be the same."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path, PurePosixPath

from jinja2 import Environment

from zhaoshang.awards import Example
from zhaoshang.domain.library import Key
from zhaoshang.domain.schedule import schedule
from zhaoshang.domain.site import Publisher
from zhaoshang.values import Prose, Text
from zhaoshang.values.artifact import Artifact
from zhaoshang.voice import Voice
from zhaoshang.voice.templates import compiled_templates
from zhaoshang.web.assets import Assets
from zhaoshang.web.drawing import Drawing
from zhaoshang.web.environment import make_environment
from zhaoshang.web.estimates import Estimates
from zhaoshang.web.finders import Finders
from zhaoshang.web.frame import Choice, Frame, address, content_security_policy, frame
from zhaoshang.web.here import Here
from zhaoshang.web.lost import from_the_root
from zhaoshang.web.media import Media
from zhaoshang.web.page import PageSpec, Plan
from zhaoshang.web.pays import Pays
from zhaoshang.web.plan.material import Material
from zhaoshang.web.plan.place import HOME
from zhaoshang.web.plan.service import NOT_FOUND
from zhaoshang.web.posters import Shape, offered, poster_path
from zhaoshang.web.structured import structured_data
from zhaoshang.web.unbroken import with_unbroken_ranges

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
    offline: bool
    content_security_policy: str


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
        workshop: Path | None,
    ) -> None:
        self._plan = plan
        self._material = material
        self._assets = assets
        self._media = media
        self._cache = cache
        site = material.library.site
        self._masthead = Masthead(
            site.title,
            site.tagline,
            site.publisher,
            site.demonstration,
            material.today,
            site.brand.primary,
            site.offline is not None,
            content_security_policy(site.enquiry_endpoint),
        )
        self._here = Here(plan, assets, media)
        self._compiled = compiled_templates(workshop)
        self._worked: dict[int, tuple[Example, ...]] = {}
        self._speakers = {lang: self._speaker(templates, lang) for lang in plan.languages}
        self._common = "" if cache is None else self._fingerprint(templates)

    def render(self, page: PageSpec, language: str) -> Artifact:
        """One page in one language, from the cache if nothing that went into it has changed."""
        voice, environment = self._speakers[language]
        framed = frame(page, self._plan, voice)
        prose = self._prose(page.key, language)

        def write() -> bytes:
            text = with_unbroken_ranges(self._write(page, framed, prose, environment, voice))
            if page.path == NOT_FOUND:
                text = from_the_root(text, framed.path, voice.library.site.base_url)
            return text.encode()

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
        demonstration = tuple(
            (lang, self._material.lexicon[lang].at("demo.text")) for lang in self._plan.languages
        )
        home = frame(self._plan.pages[HOME], self._plan, voice)
        own = address(self._material.library.site.base_url, "index.html")
        self._here.page = replace(home, path="index.html", address=own, canonical=own, feeds=())
        text = environment.get_template("web/pages/entrance.html").render(
            page=self._here.page, choices=choices, demonstration=demonstration, structured_data=()
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
        posters = frozenset(offered(library, today=self._material.today))
        voice = Voice(language, library, lexicon, rates, here.record, here.media)
        environment = make_environment(templates, voice, self._compiled)
        environment.globals |= {
            "language": language,
            "site": self._masthead,
            "library": library,
            "draw": Drawing(voice),
            "finders": Finders(voice),
            "pays": Pays(voice, self._worked),
            "estimates": Estimates(voice),
            "asset": here.asset,
            "file_url": here.file,
            "media": here.media,
            "published": here.published,
            "shown": here.shown,
            "prose_of": lambda kind, id_: self._prose(Key(kind, id_), language),
            "schedule": schedule,
            "url": here.url,
            "link": here.link,
            "posters_of": lambda kind, id_: {
                shape.value: here.file(poster_path(Key(kind, id_), language, shape))
                for shape in Shape
                if Key(kind, id_) in posters
            },
            "page_of": lambda kind, id_: here.record(Key(kind, id_)),
        }
        return voice, environment

    def _fingerprint(self, templates: Path) -> str:
        """What all pages share, or may show of records that their view does not hold, and the templates themselves."""
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
            {park.id: park.title for park in library.parks.values()},
            library.guides,
            {key: prose for key, prose in library.prose.items() if key[0].kind == "pages"},
            self._media.pictures,
            [
                (p.relative_to(templates).as_posix(), p.read_bytes())
                for p in sorted((templates / "web").rglob("*.html"))
            ],
        )
        return sha256(repr(shared).encode()).hexdigest()
