"""The command line: two languages, honest exit codes, findings instead of traces."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from zhaoshang.cli import run
from zhaoshang.cli.calendar import calendar, today_in
from zhaoshang.cli.edge import FAILURE, INTERRUPTED, MISUSE, SUCCESS
from zhaoshang.cli.words import LANGUAGES, language_of_locale, split_language, words
from zhaoshang.diagnostics.catalogue import catalogue
from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings, Refusal, Span
from zhaoshang.pipeline.outcome import Build

HERE = Path(__file__).parents[1]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder that looks like a project; what stands in it is never read here."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.yaml").write_text("title: x\n", encoding="utf-8")
    return tmp_path


PIPELINE = {
    "build": "building",
    "examine": "building",
    "print_editions": "papers",
    "print_posters": "papers",
    "release_guide": "papers",
    "report": "papers",
    "print_visit": "visiting",
}
"""Where the pipeline behind each command lives."""


def answering(monkeypatch: pytest.MonkeyPatch, command: str, build: Build | BaseException) -> None:
    """Lets the pipeline behind a command return or raise this."""

    def answer(*_arguments: object, **_more: object) -> Build:
        if isinstance(build, BaseException):
            raise type(build)(*build.args)
        return build

    monkeypatch.setattr(f"zhaoshang.pipeline.{PIPELINE[command]}.{command}", answer)


ERROR = Build(Findings((Diagnostic("Z923", Span("content/site.yaml", 1, 8, 9), {"zone": "Mars"}),)))
WARNING = Build(Findings((Diagnostic("Z302", Span("content/site.yaml"), {"level": "h4", "expected": "h3"}),)))


def test_the_languages_say_the_same_things() -> None:
    assert words("zh").keys() == words("en").keys()
    assert all(words("zh")[key] and words("en")[key] for key in words("zh"))


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "zh_CN"}, "zh"),
    ],
)
def test_the_locale_decides_the_language(locale: dict[str, str], expected: str) -> None:
    assert language_of_locale(locale) == expected


@pytest.mark.parametrize(
    "arguments", [["--lang", "zh", "check"], ["check", "--lang", "zh"], ["check", "--lang=zh"]]
)
def test_the_language_may_be_asked_for_anywhere(arguments: list[str]) -> None:
    assert split_language(arguments) == ("zh", ["check"])


@pytest.mark.parametrize(
    ("lang", "phrases"),
    [
        ("zh", ("用法: zhaoshang", "选项:", "命令:", "显示帮助。")),
        ("en", ("Usage: zhaoshang", "Options:", "Commands:")),
    ],
)
def test_help_speaks_the_language_throughout(
    lang: str, phrases: tuple[str, ...], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["--help", "--lang", lang], root=tmp_path) == SUCCESS
    told = capsys.readouterr().out
    assert all(phrase in told for phrase in phrases)
    assert run(["build", "--help", "--lang", lang], root=tmp_path) == SUCCESS
    assert words(lang)["today"][:8] in capsys.readouterr().out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["--version"], root=tmp_path) == SUCCESS
    assert capsys.readouterr().out.startswith("zhaoshang ")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--tody", "2026-05-01"], "Z930"),
        (["bild"], "Z931"),
        (["build", "--today"], "Z932"),
        (["serve", "--port", "x"], "Z933"),
        (["serve", "--port", "70000"], "Z933"),
        (["visit", "somebody", "leaflet"], "Z933"),
        (["--lang", "fr"], "Z933"),
        (["build", "extra"], "Z934"),
        (["build", "--today", "2026-02-30"], "Z935"),
        (["build", "--today", "tomorrow"], "Z935"),
        (["build", "--today", "20260501"], "Z935"),
    ],
)
def test_misuse_is_a_finding_and_exit_code_2(
    lang: str, arguments: list[str], code: str, capsys: pytest.CaptureFixture[str], project: Path
) -> None:
    assert run([*arguments, "--lang", lang], root=project) == MISUSE
    told = capsys.readouterr().err
    assert code in told
    assert catalogue()[code].wordings[lang].title in told


def test_a_near_name_is_suggested(capsys: pytest.CaptureFixture[str], project: Path) -> None:
    run(["bild", "--lang", "en"], root=project)
    run(["--tody", "--lang", "en"], root=project)
    told = capsys.readouterr().err
    assert "Did you mean build?" in told
    assert "Did you mean --today?" in told


@pytest.mark.parametrize("command", ["build", "check", "serve"])
def test_a_folder_without_a_project_is_named(
    command: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run([command, "--lang", "en"], root=tmp_path) == FAILURE
    assert "Z921" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["build", "check"])
def test_errors_are_exit_code_1_and_show_the_line(
    command: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering(monkeypatch, "build" if command == "build" else "examine", ERROR)
    assert run([command, "--lang", "zh"], root=project) == FAILURE
    told = capsys.readouterr()
    assert "content/site.yaml:1:8" in told.err
    assert "title: x" in told.err
    assert ("site/ 保持原样" in told.out) == (command == "build")


def test_warnings_alone_are_a_success(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering(monkeypatch, "examine", WARNING)
    assert run(["check", "--lang", "en"], root=project) == (
        FAILURE if WARNING.findings.has_errors else SUCCESS
    )
    assert "Z302" in capsys.readouterr().err


def test_json_is_all_that_stands_on_the_standard_output(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering(monkeypatch, "build", ERROR)
    assert run(["--json", "--lang", "en"], root=project) == FAILURE
    told = capsys.readouterr()
    assert json.loads(told.out)["findings"][0]["place"] == {
        "path": "content/site.yaml",
        "line": 1,
        "column": 8,
        "end_column": 9,
    }
    assert told.err == ""


def test_ctrl_c_is_exit_code_130_without_a_word(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering(monkeypatch, "build", KeyboardInterrupt())
    assert run([], root=project) == INTERRUPTED
    assert "Traceback" not in capsys.readouterr().err


def test_an_unforeseen_error_is_a_finding_with_a_file_for_the_maintainers(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering(monkeypatch, "build", ZeroDivisionError("by {zero}"))
    arguments = ["--lang", "zh", "--project", str(project)]
    assert [run(arguments, root=Path("/nowhere")) for _ in range(2)] == [FAILURE, FAILURE]
    told = capsys.readouterr().err
    assert "Z920" in told
    assert "ZeroDivisionError: by {zero}" in told
    assert "Traceback" not in told
    logs = list((project / ".zhaoshang").glob("error-*.log"))
    assert len(logs) == 1
    assert str(logs[0]) in told
    assert "Traceback" in logs[0].read_text(encoding="utf-8")


def test_the_day_is_the_one_given_or_today_in_the_place() -> None:
    assert calendar(date(2026, 5, 1))("Asia/Shanghai") == date(2026, 5, 1)
    beijing = timezone(timedelta(hours=8))
    before, seen, after = (
        datetime.now(beijing).date(),
        calendar(None)("Asia/Shanghai"),
        datetime.now(beijing).date(),
    )
    assert seen in (before, after)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "Asia", "", "../etc/passwd", "\0"])
def test_an_unknown_time_zone_is_refused(zone: str) -> None:
    with pytest.raises(Refusal) as refused:
        today_in(zone)
    assert refused.value.code == "Z923"


def command_line(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, str(HERE / "build.py"), *arguments]
    return subprocess.run(program, cwd=cwd, capture_output=True, text=True, check=False, encoding="utf-8")


def test_build_py_is_a_thin_door_that_works_from_anywhere(tmp_path: Path) -> None:
    assert len((HERE / "build.py").read_text(encoding="utf-8").splitlines()) < 20
    done = command_line("--version", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (SUCCESS, "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="needs pipes that break")
def test_a_reader_who_goes_away_causes_no_trace(tmp_path: Path) -> None:
    program = [sys.executable, str(HERE / "build.py"), "--help"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == b""
