"""Serves the preview on 127.0.0.1 and tells open pages when there is something new to see."""

from __future__ import annotations

import asyncio
import errno
import logging
import socket
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado.escape import json_decode
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPServerRequest
from tornado.log import access_log
from tornado.web import Application as Routes
from tornado.web import FallbackHandler, HTTPError
from tornado.wsgi import WSGIContainer

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.preview.application import Application, is_ours
from zhaoshang.preview.overlay import SCRIPT_PATH
from zhaoshang.preview.showing import Draft, Stage
from zhaoshang.preview.snapshot import bursts, take_snapshot

HOST = "127.0.0.1"
PAUSE = 0.3
"""Seconds between two looks at the files; a burst has settled when two looks see the same."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What to preview: how to make a draft, and the folders whose changes ask for the next one.

    `lang` is the language of the findings. `told` hears of every draft that was made.
    """

    make: Callable[[], Draft]
    folders: tuple[Path, ...]
    lang: str
    told: Callable[[Draft], None]


def serve(
    preview: Preview, *, port: int, ready: Callable[[str], None], stop: threading.Event | None = None
) -> None:
    """Serves until `stop` is set or the process is interrupted. `ready` is given the address once it answers.

    Port 0 takes any free one. Refuses with Z922 where the port is taken.
    """
    asyncio.run(_serve(preview, port, ready, stop or threading.Event()))


async def _serve(preview: Preview, port: int, ready: Callable[[str], None], stop: threading.Event) -> None:
    access_log.setLevel(logging.CRITICAL)  # an editor's terminal is for findings, not for a line per request
    door = _open_port(port)
    door.setblocking(False)
    port = door.getsockname()[1]
    stage = Stage()
    with ThreadPoolExecutor(thread_name_prefix="preview") as workers:
        server = HTTPServer(_routes(stage, port, preview.lang, workers))
        watch = asyncio.get_running_loop().run_in_executor(
            workers, _watch, preview, stage, stop, _announcer()
        )
        server.add_socket(door)
        ready(f"http://{HOST}:{port}/")
        try:
            await watch
        finally:
            stop.set()
            server.stop()
            await server.close_all_connections()


def _open_port(port: int) -> socket.socket:
    try:
        return socket.create_server((HOST, port), backlog=128)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        raise Refusal("Z922", port=str(port)) from error


def _watch(preview: Preview, stage: Stage, stop: threading.Event, announce: Callable[[], None]) -> None:
    """Makes the first draft, then one for every burst of changes, until told to stop."""

    def look() -> Any:
        return take_snapshot(preview.folders)

    def show() -> None:
        draft = preview.make()
        if stage.show(draft):
            announce()
        preview.told(draft)

    before = look()
    show()
    for _ in bursts(before, look=look, pause=lambda: not stop.wait(PAUSE)):
        show()


def _announcer() -> Callable[[], None]:
    """Something the watcher's thread can call to have every open page reload."""
    loop = asyncio.get_running_loop()
    return lambda: _in_loop(loop, Socket.reload_waiters)


def _in_loop(loop: asyncio.AbstractEventLoop, call: Callable[[], None]) -> None:
    loop.call_soon_threadsafe(call)


def _routes(stage: Stage, port: int, lang: str, workers: ThreadPoolExecutor) -> Routes:
    site = WSGIContainer(Application(stage, port=port, lang=lang), executor=workers)
    rules: Iterable[Any] = (
        (r"/livereload", Socket, {"port": port}),
        (rf"/{SCRIPT_PATH}", Script, {"port": port}),
        (r".*", FallbackHandler, {"fallback": site}),
    )
    return Routes(list(rules))


def _refuse_strangers(request: HTTPServerRequest, port: int) -> None:
    if not is_ours(request.headers.get("Host", ""), request.headers.get("Origin"), port):
        raise HTTPError(403)


class Socket(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """The socket open pages listen on. livereload's own admits every host and origin; this one does not."""

    watcher = Watcher()
    live_css = False

    def initialize(self, port: int) -> None:
        self._port = port

    def prepare(self) -> None:
        _refuse_strangers(self.request, self._port)

    def check_origin(self, origin: str) -> bool:
        return is_ours(self.request.headers.get("Host", ""), origin, self._port)

    def on_message(self, message: str | bytes) -> None:
        """Passes on what follows the protocol; drops the rest without a word in the console."""
        try:
            spoken = json_decode(message)
        except ValueError:
            return
        if isinstance(spoken, dict) and isinstance(spoken.get("command"), str):
            super().on_message(message)


class Script(LiveReloadJSHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's script, for the pages of this preview."""

    def initialize(self, port: int) -> None:
        self._port = port

    def prepare(self) -> None:
        _refuse_strangers(self.request, self._port)
