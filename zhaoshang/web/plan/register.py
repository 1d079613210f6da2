"""The register of editions: where the code on a printed guide leads."""

from __future__ import annotations

from collections.abc import Iterator

from zhaoshang.domain.library import Key
from zhaoshang.domain.register import Changes, Release, changes
from zhaoshang.values import Text
from zhaoshang.web.page import PageSpec
from zhaoshang.web.plan.material import Material
from zhaoshang.web.views.register import EditionEntry, EditionView, RegisterView

REGISTER = "editions/index.html"


def edition_path(number: str) -> str:
    """The path of an edition's page below a language's folder."""
    return f"editions/{number}.html"


def plan_register(m: Material) -> Iterator[PageSpec]:
    """The list of editions and a page each, for ever; nothing where none has been released."""
    releases = m.register.releases
    if not releases:
        return
    yield PageSpec(
        REGISTER,
        "editions.html",
        m.words("pages.register.title"),
        m.words("pages.register.lead"),
        RegisterView(tuple(EditionEntry(one, m.register.successor(one)) for one in reversed(releases))),
        "contact",
        parent="downloads.html",
        updated=releases[-1].released,
    )
    for release in releases:
        yield PageSpec(
            edition_path(release.id),
            "edition.html",
            _title(m, release),
            m.words("pages.edition.lead"),
            edition_view(m, release),
            "contact",
            parent=REGISTER,
            key=Key("editions", release.id),
            updated=release.released,
            indexed=False,  # it quotes figures that no longer hold: search should not find them
        )


def edition_view(m: Material, release: Release) -> EditionView:
    """One edition between those before and after it."""
    register = m.register
    before, after = register.predecessor(release), register.successor(release)
    return EditionView(
        release=release,
        successor=after,
        since=register.since(release),
        predecessor=before,
        against=changes(before.entries, release.entries) if before else Changes(),
        files=tuple(one for one in m.downloads if one.guide in release.guides),
    )


def _title(m: Material, release: Release) -> Text:
    """The first guide's title and the number: `澜川投资指南 第2026-2版`."""
    first = next(iter(release.guides.values())).title
    words = m.words("pages.edition.title")
    return Text(
        {
            language: words[language].format(
                title=first.said(language, m.library.languages), number=release.id
            )
            for language in words
        }
    )
