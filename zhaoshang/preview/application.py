"""The preview as a WSGI application: serves what is on stage from memory, to this machine only."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from zhaoshang.preview.overlay import STYLE_PATH, dress, findings_page, overlay_style
from zhaoshang.preview.showing import Stage

Environ = dict[str, Any]
StartResponse = Callable[[str, list[tuple[str, str]]], object]

# Stated here and not asked of the machine, whose own table may say anything.
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_TEXT = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Response:
    """Status line, type and body; `location` where the reader is sent on."""

    status: str
    kind: str
    body: bytes
    location: str = ""


FORBIDDEN = Response("403 Forbidden", _TEXT, b"This preview answers only to this machine.\n")
NOT_OFFERED = Response("405 Method Not Allowed", _TEXT, b"Only GET and HEAD.\n")
MALFORMED = Response("400 Bad Request", _TEXT, b"This address cannot be read.\n")


def own_hosts(port: int) -> frozenset[str]:
    """The values of a Host header that mean this preview; anything else is another site's name for it."""
    return frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})


def is_ours(host: str, origin: str | None, port: int) -> bool:
    """Whether a request comes from this machine's own pages, not from a site that lured a browser here."""
    hosts = own_hosts(port)
    return host in hosts and (origin is None or origin in {f"http://{name}" for name in hosts})


class Application:
    """Answers a request from what is on stage. `lang` is the language of the findings."""

    def __init__(self, stage: Stage, *, port: int, lang: str) -> None:
        self._stage = stage
        self._port = port
        self._lang = lang

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        answer = self._answer(environ)
        headers = [
            ("Content-Type", answer.kind),
            ("Content-Length", str(len(answer.body))),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "same-origin"),
        ]
        if answer.location:
            headers.append(("Location", answer.location))
        start_response(answer.status, headers)
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else answer.body]

    def _answer(self, environ: Environ) -> Response:
        host = environ.get("HTTP_HOST", "")
        if not is_ours(host, environ.get("HTTP_ORIGIN"), self._port):
            return FORBIDDEN
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return NOT_OFFERED
        try:
            address = environ["PATH_INFO"].encode("latin-1").decode("utf-8")
        except UnicodeError:
            return MALFORMED
        return self._serve(address.lstrip("/"), origin=f"http://{host}")

    def _serve(self, address: str, *, origin: str) -> Response:
        pages = self._stage.showing.pages
        path = address + "index.html" if not address or address.endswith("/") else address
        if path in pages:
            return self._file("200 OK", path, origin=origin)
        if path == STYLE_PATH:
            return Response("200 OK", TYPES[".css"], overlay_style())
        if (guide := self._guide(path)) is not None:
            return guide
        if f"{path}/index.html" in pages:
            return Response("302 Found", _TEXT, b"", location=f"/{quote(path)}/")
        return self._missing(path, origin=origin)

    def _file(self, status: str, path: str, *, origin: str) -> Response:
        showing = self._stage.showing
        body = showing.pages[path]
        kind = TYPES.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")
        if kind == TYPES[".html"]:
            body = dress(body, showing.findings, origin=origin, lang=self._lang, source=showing.source)
        return Response(status, kind, body)

    def _guide(self, path: str) -> Response | None:
        made = self._stage.guide(path)
        if made is None:
            return None
        printed, findings = made
        if printed is not None:
            return Response("200 OK", TYPES[PurePosixPath(path).suffix], printed)
        page = findings_page(findings, lang=self._lang, source=self._stage.showing.source)
        return Response("500 Internal Server Error", TYPES[".html"], page)

    def _missing(self, path: str, *, origin: str) -> Response:
        showing = self._stage.showing
        if not showing.pages:
            page = findings_page(showing.findings, lang=self._lang, source=showing.source)
            return Response("503 Service Unavailable", TYPES[".html"], page)
        for own in (f"{path.partition('/')[0]}/404.html", "404.html"):
            if own in showing.pages:
                return self._file("404 Not Found", own, origin=origin)
        return Response("404 Not Found", _TEXT, b"There is no such page.\n")
