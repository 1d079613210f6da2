"""The stages together, over the demo county: each stops the build at its gate, and says where."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from demo_project import DEMO_DAY, copy_project

from zhaoshang.cli.calendar import today_in
from zhaoshang.diagnostics.diagnostic import Diagnostic, Findings
from zhaoshang.pipeline.building import build, examine
from zhaoshang.pipeline.gate import Gate
from zhaoshang.pipeline.outcome import Build
from zhaoshang.pipeline.papers import print_editions, print_posters, release_guide
from zhaoshang.pipeline.project import Project
from zhaoshang.pipeline.visiting import print_visit
from zhaoshang.preview.drafting import Drafting
from zhaoshang.publishing.workshop import open_workshop


def demo_day(_zone: str) -> date:
    return date.fromisoformat(DEMO_DAY)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(copy_project(tmp_path))


def change(project: Project, path: str, old: str, new: str) -> None:
    file = project.root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def errors(made: Build) -> list[str]:
    return [f"{finding.code} {finding.span}" for finding in made.findings.errors]


def test_a_gate_gathers_everything_and_stops_after_the_first_stage_with_errors(tmp_path: Path) -> None:
    note, error = (Findings((Diagnostic(code, None, {}),)) for code in ("Z302", "Z904"))
    with Gate(Project(tmp_path)) as gate:
        assert gate.passing(("thing", note)) == "thing"
        gate.clear(error + note)
        pytest.fail("a stage after one with errors ran")
    assert [finding.code for finding in gate.findings] == ["Z302", "Z904", "Z302"]


def test_a_gate_stops_where_a_stage_made_nothing(tmp_path: Path) -> None:
    with Gate(Project(tmp_path)) as gate:
        gate.passing((None, Findings()))
        pytest.fail("a stage after one that made nothing ran")
    assert not gate.findings.items


def test_a_gate_lets_what_nobody_foresaw_through(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), Gate(Project(tmp_path)):
        raise ZeroDivisionError


@pytest.mark.parametrize(
    ("written", "line"),
    [("{% if %}\n", 1), ("{{ nobody_said_this }}\n", 1), ("\n{{ words.nowhere.at.all }}\n", 2)],
)
def test_a_broken_template_stops_the_build_at_its_line(project: Project, written: str, line: int) -> None:
    path = "templates/web/layout/footer.html"
    (project.root / path).write_text(written, encoding="utf-8")
    assert errors(build(project, calendar=demo_day)) == [f"Z790 {path}:{line}:1"]
    assert not project.site.exists()


def test_an_unknown_time_zone_is_found_where_it_is_written(project: Project) -> None:
    change(project, "content/site.yaml", "Asia/Shanghai", "Asia/Lanchuan")
    (found,) = examine(project, calendar=today_in).findings.errors
    assert found.code == "Z923"
    assert found.span is not None
    line = (project.content / "site.yaml").read_text(encoding="utf-8").splitlines()[found.span.line - 1]
    assert line[found.span.column - 1 :].startswith("Asia/Lanchuan")


def test_checking_writes_nothing(project: Project) -> None:
    assert errors(examine(project, calendar=demo_day)) == []
    assert {path.name for path in project.root.iterdir()} == {"content", "templates"}


POCKET = """title: {zh: 口袋指南, en: Pocket guide}
subtitle: {zh: 联系人, en: Contacts}
number: 2026-3
date: 2026-11-01
languages: [zh]
format: phone
made: on-request
chapters: [contacts]
"""


@pytest.mark.slow
def test_a_guide_made_on_request_goes_to_private_and_the_site_is_not_touched(project: Project) -> None:
    (project.content / "guides" / "pocket.yaml").write_text(POCKET, encoding="utf-8")
    made = print_editions(project, ("pocket",), calendar=demo_day)
    assert errors(made) == []
    assert [(file.path, file.pages) for file in made.guides] == [("guides/pocket-zh.pdf", 6)]
    assert (project.private / "guides" / "pocket-zh.pdf").read_bytes().startswith(b"%PDF-")
    assert not project.site.exists()


def test_a_guide_nobody_knows_is_an_error_and_nothing_is_written(project: Project) -> None:
    assert errors(print_editions(project, ("pockets",), calendar=demo_day)) == ["Z863 None"]
    assert not project.private.exists()


def test_a_released_guide_stands_in_the_register_and_is_not_released_twice(project: Project) -> None:
    shutil.rmtree(project.content / "editions")
    made, file = release_guide(project, "investment-guide", calendar=demo_day)
    assert errors(made) == []
    assert file == project.content / "editions" / "2026-2.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# A released edition, written by `build.py release`.")
    assert release_guide(project, "investment-guide", calendar=demo_day) == (Build(made.findings), None)
    assert not [one for one in examine(project, calendar=demo_day).findings if one.code == "Z872"]
    change(project, "content/projects/anode-materials.yaml", "jobs: 520人", "jobs: 530人")
    assert "Z872" in [one.code for one in examine(project, calendar=demo_day).findings]
    again, file = release_guide(project, "investment-guide", calendar=demo_day)
    assert (errors(again), file) == (["Z871 None"], None)


def test_a_guide_that_is_not_there_cannot_be_released(project: Project) -> None:
    made, file = release_guide(project, "pockets", calendar=demo_day)
    assert (errors(made), file) == (["Z863 None"], None)


def test_posters_go_to_private_and_the_site_is_not_touched(project: Project) -> None:
    made = print_posters(project, ("plots/hk-a01",), calendar=demo_day)
    assert errors(made) == []
    names = sorted(path.relative_to(project.private).as_posix() for path in project.private.rglob("*.png"))
    assert names == [
        f"posters/{language}/plots-hk-a01-{shape}.png"
        for language in ("en", "zh")
        for shape in ("square", "tall")
    ]
    assert not project.site.exists()
    assert errors(print_posters(project, ("plots/nowhere",), calendar=demo_day)) == ["Z873 None"]


def test_a_second_build_at_the_same_time_is_told_so(project: Project) -> None:
    with open_workshop(project.workshop):
        assert errors(build(project, calendar=demo_day)) == ["Z901 None"]


def test_a_draft_has_every_page_and_promises_every_guide(project: Project) -> None:
    drafting = Drafting(project, demo_day)
    draft = drafting.draft()
    assert draft.findings.errors == ()
    assert draft.pages is not None
    assert {"zh/index.html", "en/index.html", "sitemap.xml"} <= draft.pages.keys()
    assert {
        "guides/investment-guide-en.pdf",
        "forms/referral-zh.pdf",
        "share/en/home.png",
    } <= draft.guides.keys()
    assert draft.guides.keys().isdisjoint(draft.pages)
    assert {path.name for path in project.root.iterdir()} == {".zhaoshang", "content", "templates"}
    picture, findings = draft.guides["share/en/home.png"]()
    assert findings.items == ()
    assert picture is not None
    assert picture.startswith(b"\x89PNG")


def test_a_draft_renders_only_what_changed_and_says_that_the_released_edition_is_another(
    project: Project,
) -> None:
    drafting = Drafting(project, demo_day)
    assert "Z872" not in {finding.code for finding in drafting.draft().findings}
    first = set(drafting.cache)
    drafting.draft()
    assert set(drafting.cache) == first
    change(project, "content/projects/anode-materials.yaml", "jobs: 520人", "jobs: 521人")
    draft = drafting.draft()
    assert draft.pages is not None
    assert "521" in draft.pages["zh/projects/anode-materials.html"].decode()
    assert "Z872" in {finding.code for finding in draft.findings}
    assert len(drafting.cache) == len(first)
    assert 0 < len(set(drafting.cache) - first) < len(first) // 4


def test_a_draft_of_broken_content_says_why_and_the_next_recovers(project: Project) -> None:
    drafting = Drafting(project, demo_day)
    change(project, "content/projects/anode-materials.yaml", "jobs:", "jbos:")
    broken = drafting.draft()
    assert broken.pages is None
    assert [finding.code for finding in broken.findings.errors] == ["Z204"]
    change(project, "content/projects/anode-materials.yaml", "jbos:", "jobs:")
    change(project, "content/site.yaml", "default_contact:", "offline: pages\ndefault_contact:")
    pages = drafting.draft().pages
    assert pages is not None
    assert b"offline" not in pages["zh/index.html"], "a browser keeps nothing of a draft"


def test_a_visit_leaves_nothing_of_content_that_is_not_sound(project: Project) -> None:
    change(
        project, "content/guides/investment-guide.yaml", "order: 1", "order: 1\nselect: {projects: [nowhere]}"
    )
    made = print_visit(project, "2026-12-juice-company", calendar=demo_day)
    assert [finding.code for finding in made.findings.errors] == ["Z401"]
    assert not project.private.exists()


def test_a_visit_names_what_is_wrong_where_its_guide_cannot_even_be_composed(project: Project) -> None:
    change(project, "content/visits/2026-12-juice-company.yaml", "sector: food", "sector: nowhere")
    made = print_visit(project, "2026-12-juice-company", calendar=demo_day)
    assert {finding.code for finding in made.findings.errors} == {"Z401"}
    assert not project.private.exists()
