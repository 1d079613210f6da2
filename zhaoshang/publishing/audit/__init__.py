"""Proves the finished files before they are published: what a reader would stumble over is a finding."""

from __future__ import annotations

from collections.abc import Sequence

from zhaoshang.diagnostics.diagnostic import Findings
from zhaoshang.publishing.audit.documents import check_documents
from zhaoshang.publishing.audit.finished import Finished
from zhaoshang.publishing.audit.fragments import check_fragments
from zhaoshang.publishing.audit.links import check_links, check_moves, check_packs, check_reach
from zhaoshang.publishing.audit.names import check_names
from zhaoshang.publishing.audit.shared import check_shared
from zhaoshang.publishing.audit.translations import check_sitemap, check_translations
from zhaoshang.publishing.audit.wording import check_wording
from zhaoshang.values.artifact import Artifact

__all__ = ["audit"]


def audit(artifacts: Sequence[Artifact], *, base_url: str = "") -> Findings:
    """What is wrong with these files as a site. `base_url` is the address it will have, if that is known.

    Looks only at the finished bytes, so that it cannot share a mistake with what made them.
    """
    site = Finished.of(artifacts, base_url=base_url)
    return Findings(
        (
            *check_names(artifacts),
            *check_documents(site),
            *check_links(site),
            *check_packs(site),
            *check_reach(site),
            *check_shared(site),
            *check_moves(site),
            *check_fragments(site),
            *check_translations(site),
            *check_sitemap(site),
            *check_wording(site),
        )
    )
