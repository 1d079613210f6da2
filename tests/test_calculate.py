"""`calculate` at the command line: the answer with its steps, what is still asked, and clear refusals."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhaoshang.cli import run
from zhaoshang.cli.edge import FAILURE, SUCCESS

HERE = Path(__file__).parents[1]
GRANT = ["calculate", "manufacturing-2025", "equipment", "--today", "2026-11-20"]
GIVEN = "equipment-investment"


def answer(capsys: pytest.CaptureFixture[str], *arguments: str, lang: str = "en") -> tuple[int, str, str]:
    code = run([*arguments, "--lang", lang], root=HERE)
    said = capsys.readouterr()
    return code, said.out.replace("\u00a0", " "), said.err


def test_the_answer_comes_with_its_steps_clause_and_instalments(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = answer(capsys, *GRANT, "--with", f"{GIVEN}=80 million")
    assert code == SUCCESS
    assert "Article 3 Grant for equipment" in out
    assert "Result: RMB 4.4 million" in out
    assert "5% of equipment investment: RMB 2 million" in out
    assert out.count("RMB 2.2 million") == 2


def test_it_speaks_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = answer(capsys, *GRANT, "--with", f"{GIVEN}=８０００万", lang="zh")
    assert code == SUCCESS
    assert "结果：440万元" in out
    assert "第三条 设备投资补助" in out


def test_it_says_when_to_apply(capsys: pytest.CaptureFixture[str]) -> None:
    for lang, said in (
        ("en", "Applications: 1 March to 30 April each year · opens in 101 days"),
        ("zh", "申报时间：每年3月1日至4月30日 · 101天后开始受理"),
    ):
        assert said in answer(capsys, *GRANT, "--with", f"{GIVEN}=1亿", lang=lang)[1]


@pytest.mark.parametrize(
    "typed", ["8000万", "0.8亿元", "８０００万元", "80,000,000", "RMB 80 million", "8千万"]
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_figure_is_read_however_people_write_it(
    capsys: pytest.CaptureFixture[str], typed: str, lang: str
) -> None:
    code, out, _ = answer(capsys, *GRANT, "--with", f"{GIVEN}={typed}", lang=lang)
    assert code == SUCCESS
    assert {"zh": "结果：440万元", "en": "Result: RMB 4.4 million"}[lang] in out


def test_an_article_of_another_document_is_called_by_its_title(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = answer(capsys, "calculate", "partner-2025", "projects", "--today", "2026-11-20")
    assert "Together with “Rewards for introducing investment”, only the highest is paid." in out


def test_what_is_missing_is_asked_for_by_its_id_and_never_assumed(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = answer(capsys, "calculate", "rewards/introducer-2026", "--with", "foreign-capital=1000000")
    assert code == SUCCESS
    assert "Still needed: rate-usd-arrival" in out
    assert "Still needed: fixed-investment" in out
    assert "Result:" not in out


def test_a_document_out_of_force_is_calculated_with_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    given = ["calculate", "manufacturing-2022", "--today", "2026-11-20", "--with", f"{GIVEN}=1000万"]
    _, out, _ = answer(capsys, *given)
    assert "this document has been superseded" in out
    assert "Result: RMB 600,000" in out


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (f"{GIVEN}=-5", "Z664"),
        (f"{GIVEN}=－５万", "Z664"),
        (f"{GIVEN}=1,00", "Z663"),
        (f"{GIVEN}=0.001", "Z666"),
        (f"{GIVEN}=　", "Z942"),
        (f"{GIVEN}=1" + "0" * 30, "Z665"),
        (f"{GIVEN}=3亩", "Z668"),
        (f"{GIVEN}=many", "Z663"),
        (f"{GIVEN}=1" + "0" * 80, "Z662"),
        (f"{GIVEN}=", "Z942"),
        (GIVEN, "Z942"),
        ("equipment=5", "Z943"),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_bad_input_gets_a_clear_message_and_no_figure(
    capsys: pytest.CaptureFixture[str], typed: str, code: str, lang: str
) -> None:
    status, out, err = answer(capsys, *GRANT, "--with", typed, lang=lang)
    assert (status, out) == (FAILURE, "")
    assert code in err
    assert "equipment" in err


@pytest.mark.parametrize(
    ("arguments", "code", "near"),
    [
        (["manufacturing-2205"], "Z940", "manufacturing-2"),
        (["manufacturing-2025", "equipmnt"], "Z941", "equipment"),
    ],
)
def test_a_document_or_article_that_is_not_there_is_named_with_the_nearest(
    capsys: pytest.CaptureFixture[str], arguments: list[str], code: str, near: str
) -> None:
    status, out, err = answer(capsys, "calculate", *arguments)
    assert (status, out) == (FAILURE, "")
    assert code in err
    assert near in err
