"""The county as a browser meets it: one page of every kind, handed out by a strict server below a path."""

from __future__ import annotations

import gzip
import http.server
import mimetypes
import re
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page
from rendered import Shown

from zhaoshang.web.frame import content_security_policy
from zhaoshang.web.page import PageSpec

BELOW = "/any/sub/path/"
POLICY = f"{content_security_policy(None)}; frame-ancestors 'self'"
"""What docs/publishing.md has nginx say with every answer."""

UNFOLD = "for (const one of document.querySelectorAll('main details')) one.open = true"
"""Opens every fold of a page."""

SEEN = Path(__file__).with_name("seen.js")
_NOTICE = re.compile(rb'class="notice (\w+)"')
_TELL = """
addEventListener('securitypolicyviolation', (event) => console.error('policy', event.violatedDirective, event.blockedURI));
"""


def kinds(shown: Shown) -> tuple[str, ...]:
    """One page of every kind by its path below a language: of each template the longest, and every form.

    Without the page for missing addresses, which counts from the root: test_lost.py.
    """
    return _longest(shown, _kind)


def states(shown: Shown) -> tuple[str, ...]:
    """One page of every kind in every state: in force and lapsed, on offer and withdrawn, current and replaced."""

    def state(page: PageSpec) -> tuple[str, ...]:
        notices = _NOTICE.findall(shown.files.get(f"en/{page.path}", b""))
        return (_kind(page), *sorted({tone.decode() for tone in notices}))

    return _longest(shown, state)


def _kind(page: PageSpec) -> str:
    return page.path if page.template.endswith("form.html") else page.template


def _longest(shown: Shown, group: Callable[[PageSpec], object]) -> tuple[str, ...]:
    longest: dict[object, tuple[int, str]] = {}
    for page in shown.website.plan:
        size = len(shown.files.get(f"en/{page.path}", b""))
        longest[group(page)] = max(longest.get(group(page), (0, "")), (size, page.path))
    return tuple(sorted(path for size, path in longest.values() if size and path != "404.html"))


def kinds_in(shown: Shown, language: str) -> tuple[str, ...]:
    """Half of the kinds: what does not depend on the language is asked of each kind in one of two languages."""
    return kinds(shown)[shown.library.languages.index(language) :: len(shown.library.languages)]


@dataclass
class Visit:
    """A page of a browser and what it complained of since it was last asked."""

    page: Page
    base: str
    wrong: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def goto(self, path: str) -> Page:
        """Opens a page of the site; requests are counted from here."""
        self.asked.clear()
        self.page.goto(self.base + path)
        return self.page

    def complaints(self) -> list[str]:
        """Messages of the console, failed and foreign requests since the last call."""
        found = list(self.wrong)
        self.wrong.clear()
        return found


@contextmanager
def visiting(browser: Browser, base: str, **options: object) -> Iterator[Visit]:
    """A fresh page that notes what goes wrong; `options` are those of the browser's context."""
    context = browser.new_context(**options)
    context.add_init_script(_TELL)
    context.add_init_script(path=SEEN)
    context.set_default_timeout(10_000)
    visit = Visit(context.new_page(), base)
    visit.page.on("pageerror", lambda error: visit.wrong.append(str(error)))
    visit.page.on(
        "console",
        lambda said: visit.wrong.append(said.text) if said.type in {"error", "warning"} else None,
    )
    visit.page.on(
        "requestfailed",  # what a leaving page no longer waits for is no fault
        lambda asked: None if asked.failure == "net::ERR_ABORTED" else visit.wrong.append(asked.url),
    )

    def note(url: str) -> None:
        if not url.startswith("data:"):
            visit.asked.append(url)
        if not url.startswith((base, "data:")):
            visit.wrong.append(f"asks {url}")

    visit.page.on("request", lambda asked: note(asked.url))
    try:
        yield visit
    finally:
        context.close()


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Tells what goes wrong, but not that a browser left before its answer had come."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(files: Mapping[str, bytes]) -> Iterator[str]:
    """The address below which these files are served, compressed and under the policy of the documentation."""
    with _Server(("127.0.0.1", 0), _handler(files)) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{BELOW}"
        finally:
            server.shutdown()
            thread.join()


def _handler(files: Mapping[str, bytes]) -> Callable[..., http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            body = files.get(path.removeprefix(BELOW).removeprefix("/"))
            kind = mimetypes.guess_type(PurePosixPath(path).name)[0] or "application/octet-stream"
            text = kind.startswith("text/") or kind.endswith(("javascript", "xml", "json"))
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
            self.send_header("Content-Security-Policy", POLICY)
            self.send_header("X-Content-Type-Options", "nosniff")
            if text:
                self.send_header("Content-Encoding", "gzip")
            sent = gzip.compress(body or b"", 1) if text else body or b""
            self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)

        def log_message(self, *args: object) -> None:
            """Keeps no log."""

    return Handler
