"""Every request gets the last good build, with the findings over it; nobody else's page gets anything."""

from __future__ import annotations

from typing import Any

import pytest

from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings, Span
from zhaoshang.preview.application import Application
from zhaoshang.preview.showing import Draft, Stage

PORT = 8000
POLICY = "default-src 'none'; script-src 'self'; base-uri 'none'"
HOME = (
    '<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8">'
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    "<title>首页</title></head><body><p>你好</p></body></html>"
).encode()
PAGES = {
    "index.html": HOME,
    "zh/index.html": HOME,
    "zh/404.html": HOME.replace(b"<p>", b"<p>404 "),
    "zh/feed.atom": b"<feed/>",
    "assets/style.css": b"a {}",
    "data/costs.xlsx": b"PK",
    "strange.bin": b"?",
}
ERROR = Findings((Diagnostic("Z922", Span("content/site.yaml", 2), {"port": "<b>"}),))
WARNING = Findings((Diagnostic("Z901", None, {"process": "1"}),))


def application(draft: Draft, lang: str = "zh") -> Application:
    stage = Stage()
    stage.show(draft)
    return Application(stage, port=PORT, lang=lang)


def ask(app: Application, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    answer: dict[str, Any] = {}

    def start(status: str, fields: list[tuple[str, str]]) -> None:
        answer.update(status=int(status.split()[0]), headers=dict(fields))

    environ = {
        "REQUEST_METHOD": headers.pop("method", "GET"),
        "PATH_INFO": path.encode().decode("latin-1"),
        "HTTP_HOST": f"127.0.0.1:{PORT}",
        **headers,
    }
    body = b"".join(app(environ, start))
    return answer["status"], answer["headers"], body


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/zh/", "text/html; charset=utf-8"),
        ("/zh/index.html", "text/html; charset=utf-8"),
        ("/zh/feed.atom", "application/atom+xml; charset=utf-8"),
        ("/assets/style.css", "text/css; charset=utf-8"),
        ("/data/costs.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("/strange.bin", "application/octet-stream"),
    ],
)
def test_a_file_is_served_with_its_type(path: str, kind: str) -> None:
    status, headers, body = ask(application(Draft(PAGES, Findings())), path)
    assert (status, headers["Content-Type"]) == (200, kind)
    assert headers["Content-Length"] == str(len(body))
    assert headers["Cache-Control"] == "no-store"


def test_a_page_listens_for_the_next_one_under_its_own_policy() -> None:
    _, _, body = ask(application(Draft(PAGES, Findings())), "/")
    text = body.decode()
    assert '<script src="/livereload.js"></script></head>' in text
    assert "default-src &#x27;none&#x27;; script-src &#x27;self&#x27;; base-uri" in text
    assert "ws://127.0.0.1:8000" in text
    assert "base-uri &#x27;none&#x27;; connect-src" in text
    assert "unsafe" not in text
    assert "preview-findings" not in text


def test_a_file_that_is_no_page_is_served_as_it_is() -> None:
    assert ask(application(Draft(PAGES, ERROR)), "/assets/style.css")[2] == b"a {}"


def test_a_folder_without_its_slash_leads_to_its_page() -> None:
    status, headers, _ = ask(application(Draft(PAGES, Findings())), "/zh")
    assert (status, headers["Location"]) == (302, "/zh/")


def test_a_missing_page_is_the_404_page_of_its_language() -> None:
    status, _, body = ask(application(Draft(PAGES, Findings())), "/zh/deep/gone.html")
    assert status == 404
    assert "404 你好" in body.decode()


def test_a_missing_file_of_no_language_is_named_plainly() -> None:
    status, _, body = ask(application(Draft(PAGES, Findings())), "/gone")
    assert (status, body) == (404, b"There is no such page.\n")


@pytest.mark.parametrize(
    "path", ["/../../etc/passwd", "//etc/passwd", "/zh/../../build.py", "/zh/\0", "/C:\\x"]
)
def test_no_address_leads_out_of_the_site(path: str) -> None:
    assert ask(application(Draft(PAGES, Findings())), path)[0] == 404


def test_an_address_that_is_not_utf_8_is_refused() -> None:
    assert ask(application(Draft(PAGES, Findings())), "", PATH_INFO="/\xff")[0] == 400


def test_head_answers_without_a_body_and_other_methods_not_at_all() -> None:
    app = application(Draft(PAGES, Findings()))
    status, headers, body = ask(app, "/", method="HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) > len(HOME)
    assert ask(app, "/", method="POST")[0] == 405


@pytest.mark.parametrize("host", ["", "evil.example", "evil.example:8000", "127.0.0.1:9000", "localhost"])
def test_another_name_for_this_machine_is_refused(host: str) -> None:
    assert ask(application(Draft(PAGES, Findings())), "/", HTTP_HOST=host)[0] == 403


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:9000"])
def test_a_request_from_another_site_is_refused(origin: str) -> None:
    assert ask(application(Draft(PAGES, Findings())), "/", HTTP_ORIGIN=origin)[0] == 403


def test_localhost_is_this_machine_too() -> None:
    headers = {"HTTP_HOST": "localhost:8000", "HTTP_ORIGIN": "http://localhost:8000"}
    status, _, body = ask(application(Draft(PAGES, Findings())), "/", **headers)
    assert status == 200
    assert b"ws://localhost:8000" in body


def test_findings_lie_over_the_page_with_every_word_escaped() -> None:
    text = ask(application(Draft(PAGES, ERROR)), "/")[2].decode()
    assert '<aside class="preview-findings failing"><details open>' in text
    assert "端口已被占用" in text
    assert "&lt;b&gt;" in text
    assert "<b>" not in text
    assert "你好" in text


def test_findings_speak_english_where_asked() -> None:
    assert b"the port is taken" in ask(application(Draft(PAGES, ERROR), "en"), "/")[2]


def test_before_the_first_good_build_the_findings_stand_alone() -> None:
    app = application(Draft(None, ERROR))
    status, _, body = ask(app, "/zh/index.html")
    assert status == 503
    assert "端口已被占用" in body.decode()
    assert ask(app, "/preview/overlay.css")[0] == 200


def test_a_draft_without_pages_leaves_the_last_good_ones() -> None:
    stage = Stage()
    app = Application(stage, port=PORT, lang="zh")
    assert stage.show(Draft(PAGES, Findings()))
    assert stage.show(Draft(None, ERROR))
    status, _, body = ask(app, "/")
    assert status == 200
    assert "你好" in body.decode()
    assert "端口已被占用" in body.decode()
    assert stage.show(Draft(PAGES, Findings()))
    assert "端口" not in ask(app, "/")[2].decode()


def test_a_draft_like_the_last_is_nothing_new() -> None:
    stage = Stage()
    assert stage.show(Draft(PAGES, WARNING))
    assert not stage.show(Draft(dict(PAGES), WARNING))


def test_a_guide_is_made_when_it_is_opened_and_once() -> None:
    made: list[str] = []

    def guide() -> tuple[bytes | None, Findings]:
        made.append("zh")
        return b"%PDF", Findings()

    stage = Stage()
    app = Application(stage, port=PORT, lang="zh")
    stage.show(Draft(PAGES, Findings(), {"guides/g-zh.pdf": guide}))
    assert made == []
    assert ask(app, "/guides/g-zh.pdf")[1]["Content-Type"] == "application/pdf"
    assert ask(app, "/guides/g-zh.pdf")[2] == b"%PDF"
    assert made == ["zh"]
    stage.show(
        Draft({**PAGES, "new.html": HOME}, Findings(), {"guides/g-zh.pdf": lambda: (b"%PDF 2", Findings())})
    )
    assert ask(app, "/guides/g-zh.pdf")[2] == b"%PDF 2"


def test_a_picture_that_is_printed_is_served_as_a_picture() -> None:
    app = application(Draft(PAGES, Findings(), {"share/zh/home.png": lambda: (b"\x89PNG", Findings())}))
    status, headers, body = ask(app, "/share/zh/home.png")
    assert (status, headers["Content-Type"], body) == (200, "image/png", b"\x89PNG")


def test_a_guide_that_cannot_be_made_says_why() -> None:
    app = application(Draft(PAGES, Findings(), {"guides/g.pdf": lambda: (None, ERROR)}))
    status, headers, body = ask(app, "/guides/g.pdf")
    assert (status, headers["Content-Type"]) == (500, "text/html; charset=utf-8")
    assert "端口已被占用" in body.decode()
