"""The settings in docs/publishing.md, given to a real nginx as they stand."""

from __future__ import annotations

import gzip
import http.client
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest

from zhaoshang.web.frame import content_security_policy

DOCS = Path(__file__).parents[2] / "docs" / "publishing.md"

SITE = {
    "index.html": "<!doctype html><title>澜川</title>" + "x" * 2000,
    "zh/index.html": "zh",
    "zh/404.html": "没有这一页",
    "en/index.html": "en",
    "en/404.html": "no such page",
    "en/projects/index.html": "projects",
    "en/feed.xml": "<feed/>",
    "assets/site.0123abcd.css": "a{}",
    "assets/plain.css": "a{}",
    "assets/mark.svg": "<svg/>",
    "guides/guide-zh.pdf": "%PDF",
    ".secret": "not for readers",
}

MAIN = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log stderr;
events {{ worker_connections 64; }}
http {{
    include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    {server}
}}
"""


def find_nginx() -> str | None:
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def snippet() -> str:
    """The one nginx block of the page."""
    found = re.findall(r"```nginx\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert len(found) == 1
    return str(found[0])


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """A running nginx with the snippet; only port and folder are put in."""
    nginx = find_nginx()
    if nginx is None:
        pytest.skip("no nginx is installed")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        free = probe.getsockname()[1]
    # Below /tmp itself: a worker of nginx may run as an account that cannot enter pytest's own folders.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in SITE.items():
            (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "site" / path).write_text(text, encoding="utf-8")
        server = snippet().replace("listen 80;", f"listen 127.0.0.1:{free};")
        server = server.replace("/srv/zhaoshang/site", str(folder / "site"))
        (folder / "nginx.conf").write_text(MAIN.format(folder=folder, server=server), encoding="utf-8")
        command = [nginx, "-p", name, "-c", str(folder / "nginx.conf")]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
            wait_for(free, process)
            yield free
            process.terminate()
            assert process.stderr is not None
            assert process.stderr.read() == ""


def wait_for(port: int, process: subprocess.Popen[str]) -> None:
    for _ in range(500):
        assert process.poll() is None, process.stderr and process.stderr.read()
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.02)
        else:
            return
    pytest.fail("nginx does not answer")


def get(port: int, path: str, **headers: str) -> tuple[int, Message, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={name.replace("_", "-"): text for name, text in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, answer.headers, body


def test_the_policy_is_the_one_the_pages_carry_and_keeps_them_out_of_foreign_frames(port: int) -> None:
    _, headers, _ = get(port, "/")
    assert headers["Content-Security-Policy"] == f"{content_security_policy(None)}; frame-ancestors 'self'"


@pytest.mark.parametrize("path", ["/", "/assets/site.0123abcd.css", "/en/gone.html", "/guides/guide-zh.pdf"])
def test_every_answer_has_the_protecting_headers(port: int, path: str) -> None:
    _, headers, _ = get(port, path)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Content-Security-Policy" in headers
    assert headers["Server"] == "nginx"
    assert len(headers.get_all("Cache-Control", [])) == 1


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/en/feed.xml", "text/xml; charset=utf-8"),
        ("/assets/plain.css", "text/css; charset=utf-8"),
        ("/assets/mark.svg", "image/svg+xml; charset=utf-8"),
        ("/guides/guide-zh.pdf", "application/pdf"),
    ],
)
def test_every_text_names_its_encoding(port: int, path: str, kind: str) -> None:
    assert get(port, path)[1]["Content-Type"] == kind


@pytest.mark.parametrize(
    ("path", "policy"),
    [
        ("/", "no-cache"),
        ("/en/", "no-cache"),
        ("/guides/guide-zh.pdf", "no-cache"),
        ("/assets/plain.css", "no-cache"),
        ("/assets/site.0123abcd.css", "public, max-age=31536000, immutable"),
        ("/en/gone.html", "no-cache"),
        ("/assets/gone.0123abcd.css", "no-cache"),
    ],
)
def test_only_what_can_never_change_is_kept_for_long(port: int, path: str, policy: str) -> None:
    assert get(port, path)[1]["Cache-Control"] == policy


def test_an_unchanged_page_is_not_sent_again(port: int) -> None:
    etag = get(port, "/")[1]["ETag"]
    status, _, body = get(port, "/", If_None_Match=etag)
    assert (status, body) == (304, b"")


def test_pages_travel_compressed(port: int) -> None:
    _, headers, body = get(port, "/", Accept_Encoding="gzip")
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body).decode() == SITE["index.html"]


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [
        ("/zh/", 200, "zh"),
        ("/en/", 200, "en"),
        ("/en/projects/", 200, "projects"),
        ("/en/gone.html", 404, "no such page"),
        ("/en/deep/gone.html", 404, "no such page"),
        ("/zh/gone.html", 404, "没有这一页"),
        ("/gone", 404, "没有这一页"),
        ("/assets/gone.0123abcd.css", 404, "没有这一页"),
        ("/.secret", 404, "没有这一页"),
    ],
)
def test_every_address_leads_to_its_page_or_to_the_404_of_its_language(
    port: int, path: str, status: int, text: str
) -> None:
    answer = get(port, path)
    assert (answer[0], answer[2].decode()) == (status, text)
