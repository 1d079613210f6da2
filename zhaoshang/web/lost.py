"""The page that is shown for an address that is not there: a server shows it at any depth.

Its links therefore count from the root of the host, below the path of `base_url`; relative ones would be read
from the address that was asked for.
"""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

_ADDRESS = re.compile(
    r'(?<= )(href|src|action|data-search-script|data-pack|data-root)="(?![a-z]+:|#)([^"]*)"'
)


def from_the_root(html: str, path: str, base_url: str) -> str:
    """The page with every relative address written from the root; `path` is where it lies in the site."""
    here = f"{urlsplit(base_url).path.rstrip('/')}/{path}"
    return _ADDRESS.sub(lambda found: f'{found[1]}="{urljoin(here, found[2])}"', html)
