"""A folder becomes a library, or everything that stands in its way is told."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from zhaoshang.diagnostics import Findings, Span
from zhaoshang.domain.library import Key
from zhaoshang.reading.library import read_project, source_text

DEMO = Path(__file__).parents[2] / "content"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the demonstration county."""
    shutil.copytree(DEMO, tmp_path / "content")
    return tmp_path


def told(findings: Findings) -> list[tuple[str, str]]:
    return [(item.code, str(item.span)) for item in findings]


def test_the_demonstration_county_reads_without_a_word(project: Path) -> None:
    library, findings = read_project(project)
    assert told(findings) == []
    assert library is not None
    assert library.languages == ("zh", "en")
    assert list(library.parks) == sorted(library.parks)
    park = next(iter(library.parks))
    key = Key("parks", park)
    assert library.prose[key, "zh"].language == "zh"
    assert library.span(key, "title") is not None
    assert library.key_span(Key("site", "site"), "languages") is not None


def test_one_run_tells_the_mistakes_of_all_files(project: Path) -> None:
    parks = project / "content/parks"
    first, second = sorted(parks.glob("*.yaml"))[:2]
    first.write_text(first.read_text("utf-8") + "colour: red\n", "utf-8")
    second.write_text("title：坏\n", "utf-8")
    first.with_suffix(".zh.md").write_text("# 坏\n", "utf-8")
    (project / "content/plotts").mkdir()
    library, findings = read_project(project)
    assert library is None
    codes = [item.code for item in findings]
    assert {"Z010", "Z110", "Z204", "Z301"} <= set(codes)
    assert list(findings) == list(findings.sorted())


def test_a_line_with_wrong_syntax_is_told_once(project: Path) -> None:
    site = project / "content/site.yaml"
    site.write_text(site.read_text("utf-8").replace('"#', "#", 1).replace('"\n', "\n", 1), "utf-8")
    _, findings = read_project(project)
    assert len({(item.span.line if item.span else 0) for item in findings}) == len(findings)


def test_reading_twice_gives_the_same(project: Path) -> None:
    assert read_project(project) == read_project(project)


def test_texts_in_two_languages_should_have_the_same_headings(project: Path) -> None:
    english = sorted((project / "content/parks").glob("*.en.md"))[0]
    english.write_text(english.read_text("utf-8") + "\n## One more\n", "utf-8")
    library, findings = read_project(project)
    (finding,) = findings
    assert library is not None
    assert finding.code == "Z303"
    assert finding.span is not None
    assert finding.span.path == f"content/parks/{english.name}"


def test_a_language_that_the_site_does_not_speak_is_refused(project: Path) -> None:
    park = sorted((project / "content/parks").glob("*.yaml"))[0]
    park.with_suffix(".fr.md").write_text("Bonjour\n", "utf-8")
    _, findings = read_project(project)
    assert told(findings) == [("Z020", f"content/parks/{park.stem}.fr.md:1:1")]


def test_a_file_in_gbk_is_told_with_its_encoding(project: Path) -> None:
    (project / "content/faq.yaml").write_bytes("title: 常见问题\n".encode("gbk"))
    library, findings = read_project(project)
    assert library is None
    assert told(findings) == [("Z001", "content/faq.yaml:1:8")]


def test_a_link_out_of_the_project_is_not_followed(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.jpg"
    secret.write_bytes(b"secret")
    (project / "content/media").mkdir(exist_ok=True)
    (project / "content/media/secret.jpg").symlink_to(secret)
    library, findings = read_project(project)
    assert library is None
    assert told(findings) == [("Z023", "content/media/secret.jpg:1:1")]


def test_a_link_to_itself_and_a_link_inside_the_project(project: Path) -> None:
    media = project / "content/media"
    (media / "loop.jpg").symlink_to(media / "loop.jpg")
    (media / "twin.svg").symlink_to(sorted(media.glob("*.svg"))[0])
    _, findings = read_project(project)
    assert told(findings) == [("Z023", "content/media/loop.jpg:1:1")]


def test_a_content_folder_elsewhere_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "project/content").symlink_to(DEMO)
    library, findings = read_project(tmp_path / "project")
    assert library is None
    assert told(findings) == [("Z023", "content:1:1")]


def test_a_pipe_is_not_waited_for(project: Path) -> None:
    os.mkfifo(project / "content/media/pipe.jpg")
    library, findings = read_project(project)
    assert library is not None
    assert told(findings) == [("Z015", "content/media/pipe.jpg:1:1")]


def test_a_record_with_a_malformed_name_is_told_once(project: Path) -> None:
    parks = project / "content/parks"
    for file in sorted(parks.glob("hekou.*")):
        file.rename(parks / file.name.replace("hekou", "Hekou_1"))
    _, findings = read_project(project)
    assert told(findings) == [("Z014", "content/parks/Hekou_1.yaml:1:1")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(project: Path) -> None:
    (project / "content/faq.yaml").chmod(0)
    _, findings = read_project(project)
    assert told(findings) == [("Z006", "content/faq.yaml:1:1")]


def test_a_file_that_vanishes_while_it_is_read_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == "faq.yaml":
            raise FileNotFoundError(2, "No such file or directory")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    _, findings = read_project(project)
    assert [(item.code, item.arguments) for item in findings] == [
        ("Z006", {"reason": "No such file or directory"})
    ]


def test_an_empty_folder_is_no_project(tmp_path: Path) -> None:
    assert read_project(tmp_path)[0] is None
    assert told(read_project(tmp_path)[1]) == [("Z022", "content:1:1")]


def test_the_source_of_a_finding_is_shown_only_from_inside_the_project(tmp_path: Path) -> None:
    show = source_text(tmp_path)
    (tmp_path / "a.yaml").write_text("a: 甲\n", "utf-8")
    (tmp_path / "gbk.yaml").write_bytes("a: 招商\n".encode("gbk"))
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\0\0")
    assert show("a.yaml") == "a: 甲\n"
    assert show("gbk.yaml") == "a: 招商\n"
    assert show("a.jpg") is None
    assert show("missing.yaml") is None
    assert show("../../etc/passwd") is None
    assert show(Span("/etc/passwd").path) is None
