"""Where a link of a prose may lead: a closed list of forms, each checked before it reaches a page."""

from __future__ import annotations

import html
import re
from collections.abc import Collection
from dataclasses import dataclass

from zhaoshang.diagnostics import Refusal, nearest

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)[:：]")
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\u2000-\u200f\u2028-\u202f\u2060-\u206f\ufeff\"'<>\\^`{|}]")
_WEB = re.compile(
    r"https?://(?:[A-Za-z0-9\u4e00-\u9fff](?:[A-Za-z0-9\u4e00-\u9fff.-]*)?)(?::\d{1,5})?(?:[/?#].*)?"
)
_MAIL = re.compile(r"mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PHONE = re.compile(r"tel:\+?[0-9][0-9-]{2,18}[0-9]")
_ANCHOR = re.compile(r"#[a-z][a-z0-9-]*")
_RECORD = re.compile(r"([a-z]+):([a-z0-9]+(?:-[a-z0-9]+)*)")
_IMAGE = re.compile(r"(?:image:|(?:content/)?media/)([A-Za-z0-9][A-Za-z0-9._-]*)")
_SCHEMES = {"http": _WEB, "https": _WEB, "mailto": _MAIL, "tel": _PHONE}


@dataclass(frozen=True, slots=True)
class Address:
    """A link target as pages carry it.

    A record becomes `record:project/anode-materials`, which pages and guides replace by their own address of it.
    """

    href: str
    is_plain_http: bool = False


def read_address(written: str, *, kinds: Collection[str]) -> Address:
    """The address of a link, or a `Refusal`: Z310 unknown scheme, Z311 path of a file, Z312 malformed.

    `kinds` are the words that begin a link to a record.
    """
    url = html.unescape(written).strip()
    if _UNSAFE.search(url):
        raise Refusal("Z312", url=written)
    if url.startswith("#"):
        return Address(_matching(_ANCHOR, url))
    scheme = _SCHEME.match(url)
    if scheme is None:
        raise Refusal("Z311", url=written)
    return _with_scheme(scheme[1], url, kinds)


def read_image(written: str) -> str:
    """The name of a file in `content/media/`; refuses anything else (Z320)."""
    match = _IMAGE.fullmatch(written.strip())
    if match is None:
        raise Refusal("Z320", url=written)
    return match[1]


def _with_scheme(scheme: str, url: str, kinds: Collection[str]) -> Address:
    if scheme in kinds:
        record = _RECORD.fullmatch(url)
        if record is None:
            raise Refusal("Z312", url=url)
        return Address(f"record:{record[1]}/{record[2]}")
    if scheme in _SCHEMES:
        return Address(_matching(_SCHEMES[scheme], url), is_plain_http=scheme == "http")
    known = [*_SCHEMES, *kinds]
    raise Refusal("Z310", url=url, near=nearest(scheme, known), known=", ".join(sorted(known)))


def _matching(pattern: re.Pattern[str], url: str) -> str:
    if not pattern.fullmatch(url):
        raise Refusal("Z312", url=url)
    return url
