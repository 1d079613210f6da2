"""The preview as a browser meets it: over HTTP and a web socket, and in a real Chromium."""

from __future__ import annotations

import asyncio
import http.client
import json
import queue
import socket
import threading
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings, Refusal, Span
from zhaoshang.preview import server
from zhaoshang.preview.server import Preview, serve
from zhaoshang.preview.showing import Draft

PATIENCE = 30


def page(text: str) -> bytes:
    policy = "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'"
    return (
        f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><title>{text}</title></head>'
        f"<body><main>{text}</main></body></html>"
    ).encode()


def draft_of(folder: Path) -> Draft:
    """A site of one page from one file; the word `broken` in it stops the draft."""
    text = (folder / "page.txt").read_text(encoding="utf-8")
    if "broken" in text:
        return Draft(None, Findings((Diagnostic("Z923", Span("content/site.yaml", 3), {"zone": text}),)))
    return Draft({"index.html": page(text)}, Findings())


@dataclass
class Running:
    """A preview at work over a folder. `drafts` receives every draft it has put on stage."""

    folder: Path
    url: str = ""
    drafts: queue.Queue[Draft] = field(default_factory=queue.Queue)
    made: int = 0

    def make(self) -> Draft:
        self.made += 1
        return draft_of(self.folder)

    def save(self, text: str, name: str = "page.txt") -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    @property
    def port(self) -> int:
        return urlsplit(self.url).port or 0

    def get(self, path: str, **headers: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, body


@pytest.fixture
def running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    monkeypatch.setattr(server, "PAUSE", 0.03)
    state = Running(tmp_path)
    state.save("first")
    ready, stop = threading.Event(), threading.Event()

    def note(url: str) -> None:
        state.url = url
        ready.set()

    preview = Preview(state.make, (tmp_path,), "zh", state.drafts.put)
    thread = threading.Thread(target=serve, args=(preview,), kwargs={"port": 0, "ready": note, "stop": stop})
    thread.start()
    assert ready.wait(PATIENCE)
    state.drafts.get(timeout=PATIENCE)
    yield state
    stop.set()
    thread.join(PATIENCE)
    assert not thread.is_alive()


async def connect(running: Running, **headers: str) -> WebSocketClientConnection:
    request = HTTPRequest(f"ws://127.0.0.1:{running.port}/livereload", headers=headers)
    return await websocket_connect(request)


async def greet(connection: WebSocketClientConnection, running: Running) -> None:
    """What livereload.js says when a page opens."""
    await connection.write_message(json.dumps({"command": "hello", "protocols": []}))
    assert json.loads(str(await connection.read_message()))["command"] == "hello"
    await connection.write_message(json.dumps({"command": "info", "url": running.url}))


async def leave(connection: WebSocketClientConnection) -> None:
    """Closes the connection and waits until the other side has heard."""
    connection.close()
    while await connection.read_message() is not None:
        continue


def talk(conversation: Callable[[], Awaitable[None]]) -> None:
    """Runs a conversation in a thread of its own, which surely has no event loop yet."""
    failures: list[BaseException] = []

    def run() -> None:
        try:
            asyncio.run(asyncio.wait_for(conversation(), PATIENCE))
        except BaseException as error:
            failures.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if failures:
        raise failures[0]


def test_pages_and_livereloads_script_are_served(running: Running) -> None:
    status, body = running.get("/")
    assert status == 200
    assert b"<main>first</main>" in body
    assert b"LiveReload" in running.get("/livereload.js")[1]


def test_a_save_is_shown_and_every_open_page_hears_of_it(running: Running) -> None:
    async def conversation() -> None:
        connection = await connect(running)
        await greet(connection, running)
        for text in ("second", "third"):  # livereload alone would drop the second within three seconds
            running.save(text)
            assert json.loads(str(await connection.read_message()))["command"] == "reload"
            assert text.encode() in running.get("/")[1]
        await leave(connection)

    talk(conversation)


def test_two_files_saved_together_are_one_rebuild(running: Running) -> None:
    running.save("other", "other.txt")
    running.save("second")
    running.drafts.get(timeout=PATIENCE)
    assert b"second" in running.get("/")[1]
    assert running.made == 2
    assert running.drafts.empty()


def test_an_error_lies_over_the_last_good_page_and_goes_by_itself(running: Running) -> None:
    running.save("broken")
    running.drafts.get(timeout=PATIENCE)
    text = running.get("/")[1].decode()
    assert "<main>first</main>" in text
    assert "时区名称无法识别" in text
    running.save("mended")
    running.drafts.get(timeout=PATIENCE)
    text = running.get("/")[1].decode()
    assert "<main>mended</main>" in text
    assert "时区" not in text


@pytest.mark.parametrize("path", ["/", "/livereload.js", "/livereload"])
@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}])
def test_another_host_or_origin_is_refused_everywhere(
    running: Running, path: str, headers: dict[str, str]
) -> None:
    assert running.get(path, **headers)[0] == 403


def test_a_socket_from_another_origin_is_refused(running: Running) -> None:
    async def conversation() -> None:
        with pytest.raises(HTTPClientError) as refused:
            await connect(running, Origin="https://evil.example")
        assert refused.value.code == 403

    talk(conversation)


def test_nonsense_on_the_socket_is_passed_over(running: Running) -> None:
    async def conversation() -> None:
        connection = await connect(running)
        for nonsense in ("{", "[1]", "7", '{"command": 7}', '{"url": "x"}'):
            await connection.write_message(nonsense)
        await greet(connection, running)
        await leave(connection)

    talk(conversation)


def test_only_this_machine_is_answered(running: Running) -> None:
    with socket.socket() as probe, pytest.raises(OSError, match="refused"):
        probe.connect(("127.0.0.2", running.port))


def test_a_taken_port_is_refused_by_name(running: Running) -> None:
    preview = Preview(running.make, (), "zh", running.drafts.put)
    with (
        ThreadPoolExecutor() as aside,
        pytest.raises(Refusal) as refused,
    ):  # a browser's loop may run in this thread
        aside.submit(serve, preview, port=running.port, ready=lambda url: None).result()
    assert refused.value.code == "Z922"
    assert refused.value.arguments == {"port": str(running.port)}


@pytest.mark.browser
def test_in_a_browser_the_page_follows_the_files(running: Running, page: Page) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    with page.expect_websocket() as opened:
        page.goto(running.url)
    opened.value.wait_for_event("framesent", predicate=lambda frame: "info" in str(frame))
    expect(page.locator("main")).to_have_text("first")
    running.save("broken")
    expect(page.locator(".preview-findings")).to_be_visible(timeout=PATIENCE * 1000)
    expect(page.locator(".preview-findings")).to_contain_text("时区名称无法识别")
    assert page.locator(".preview-findings").evaluate("e => getComputedStyle(e).position") == "fixed"
    expect(page.locator("main")).to_have_text("first")
    running.save("mended")
    expect(page.locator("main")).to_have_text("mended", timeout=PATIENCE * 1000)
    expect(page.locator(".preview-findings")).to_have_count(0)
    assert complaints == []
