"""The decision table and the calculator in a real browser, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from rendered import Shown

pytestmark = pytest.mark.browser
EQUIPMENT = "manufacturing-2025-equipment-1"
LANGUAGES = pytest.mark.parametrize("lang", ["zh", "en"])
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def folder(shown: Shown, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("policies")
    for path, content in shown.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@pytest.fixture
def opened(folder: Path, page: Page) -> Iterator[Open]:
    """Opens a page from the disk; a message in the console fails the test."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)

    def show(path: str, *, width: int = 1440) -> Page:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{folder.as_uri()}/{path}")
        return page

    yield show
    assert wrong == []


def rows(page: Page) -> set[str]:
    """The policies that are shown."""
    shown = page.locator("tbody.results > tr:visible")
    return {row.get_attribute("data-id") or "" for row in shown.all()}


def tick(page: Page, facet: str, value: str) -> None:
    """Chooses a value of a facet, which may have to be unfolded."""
    box = page.locator(f"input[name={facet}][value='{value}']")
    if not box.is_visible():
        page.locator(f"[data-facet={facet}] > summary").click()
    box.check()


@LANGUAGES
@pytest.mark.parametrize("width", [1440, 390])
def test_the_table_fits_its_page(opened: Open, lang: str, width: int) -> None:
    page = opened(f"{lang}/policies/table.html", width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".suits .table-scroll").evaluate("one => one.scrollWidth <= one.clientWidth")
    ends = page.locator("tbody.results th .result-title").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().right)"
    )
    assert max(ends) <= width


@LANGUAGES
def test_the_table_is_narrowed_by_every_question_an_investor_asks(opened: Open, lang: str) -> None:
    page = opened(f"{lang}/policies/table.html")
    everything = rows(page)
    ways = {
        ("sector", "battery-materials"): {"agri-processing-2026"},
        ("origin", "domestic"): {"foreign-service-2026"},
        ("investment", "0"): {"manufacturing-2025"},
        ("land", "none"): {"land-2025"},
        ("land", "2"): {"rent-2023"},
        ("size", "large"): {"rent-2023"},
    }
    for (facet, value), gone in ways.items():
        tick(page, facet, value)
        assert everything - rows(page) == gone, facet
        assert f"{facet}={value}" in page.url
        page.locator("button[type=reset]").click()
    assert rows(page) == everything


def test_questions_are_put_together_and_survive_a_reload(opened: Open) -> None:
    page = opened("en/policies/table.html")
    tick(page, "land", "none")
    tick(page, "investment", "0")
    tick(page, "origin", "domestic")
    found = rows(page)
    assert not found & {"land-2025", "manufacturing-2025", "foreign-service-2026"}
    page.reload()
    assert rows(page) == found


def test_the_table_can_be_narrowed_to_what_is_open_for_applications(opened: Open) -> None:
    page = opened("zh/policies/table.html")
    tick(page, "window", "open")
    assert rows(page) == {"foreign-service-2026", "land-2025"}


def award(page: Page, id_: str) -> tuple[Locator, Locator, Locator]:
    """The first field of an award, what is said beside it, and the result."""
    box = page.locator(f"#{id_}")
    field = box.locator("[data-input]").first
    return field, box.locator(".problem").first, box.locator("[data-result]")


GOOD = [
    "8000万",
    "8000万元",
    "８０００万元",
    "8千万",
    "0.8亿",
    "0.8 亿元",
    "80,000,000",
    "80 million",
    "RMB 80 million",
    "80000 thousand",
]


@LANGUAGES
@pytest.mark.parametrize("typed", GOOD)
def test_a_figure_is_read_however_people_write_it(opened: Open, lang: str, typed: str) -> None:
    page = opened(f"{lang}/calculator.html")
    field, problem, result = award(page, EQUIPMENT)
    field.fill(typed)
    expect(result.locator(".calc-answer")).to_have_text({"zh": "4,400,000元", "en": "RMB 4,400,000"}[lang])
    expect(problem).to_be_empty()
    expect(field).not_to_have_attribute("aria-invalid", "true")


BAD = [
    ("-5", {"zh": "不能是负数", "en": "negative"}),
    ("－５万元", {"zh": "不能是负数", "en": "negative"}),
    ("1" + "0" * 30, {"zh": "数值过大", "en": "too large"}),
    ("500亩", {"zh": "单位不对", "en": "wrong unit"}),
    ("5 km", {"zh": "单位不对", "en": "wrong unit"}),
    ("很多", {"zh": "不是能识别的数", "en": "not a figure"}),
    ("1,00", {"zh": "不是能识别的数", "en": "not a figure"}),
    ("0.001", {"zh": "小数位过多", "en": "too many decimals"}),
    ("9" * 61, {"zh": "过长", "en": "too long"}),
    ("", {"zh": "没有填写", "en": "nothing was typed"}),
]  # fmt: skip


@LANGUAGES
@pytest.mark.parametrize(("typed", "said"), BAD)
def test_what_cannot_be_read_is_said_beside_its_field_and_gives_no_figure(
    opened: Open, lang: str, typed: str, said: dict[str, str]
) -> None:
    page = opened(f"{lang}/calculator.html")
    field, problem, result = award(page, EQUIPMENT)
    field.fill("8000万元")
    expect(result).not_to_be_empty()
    field.fill(typed)
    expect(problem).to_contain_text(said[lang])
    expect(result).to_be_empty()
    expect(field).to_have_attribute("aria-invalid", "true")
    described = (field.get_attribute("aria-describedby") or "").split()
    assert problem.get_attribute("id") in described
    assert all(page.locator(f"#{id_}").count() == 1 for id_ in described)
    field.fill("8000万元")
    expect(problem).to_be_empty()
    expect(result).not_to_be_empty()


def test_a_figure_typed_once_serves_every_award_that_asks_for_it_and_no_other(opened: Open) -> None:
    page = opened("en/calculator.html")
    page.locator("[data-common='certification-cost'] input").fill("100000")
    for id_ in ("agri-processing-2026-certificates-1", "trade-2026-certification-1"):
        fields = page.locator(f"#{id_} [data-input]")
        assert [one.input_value() for one in fields.all()] == ["100000", ""]
    fields.nth(1).fill("1000")
    other = page.locator("#agri-processing-2026-certificates-1 [data-input]").nth(1)
    assert other.input_value() == ""


def test_documents_that_are_not_for_the_project_step_back(opened: Open) -> None:
    page = opened("en/calculator.html")
    documents = page.locator(".calc-document:visible")
    everything = documents.count()
    page.locator("[data-common='total-investment'] input").fill("5 million")
    expect(page.locator("#manufacturing-2025-title")).to_be_hidden()
    assert documents.count() == everything - 1
    page.locator("[data-common='total-investment'] input").fill("10 million")
    expect(page.locator("#manufacturing-2025-title")).to_be_visible()
    page.locator("[data-common='land-area'] input").fill("2 ha")
    expect(page.locator("#rent-2023-title")).to_be_hidden()
    page.locator("select[name=sector]").select_option("battery-materials")
    expect(page.locator("#agri-processing-2026-title")).to_be_hidden()
    page.locator("select[name=origin]").select_option("domestic")
    expect(page.locator("#foreign-service-2026-title")).to_be_hidden()
    page.locator("select[name=who]").select_option("rewards")
    expect(page.locator("#introducer-2026-title")).to_be_visible()
    expect(page.locator("select[name=sector]")).to_be_hidden()


@LANGUAGES
def test_a_total_stands_only_where_the_text_warrants_one(opened: Open, lang: str) -> None:
    page = opened(f"{lang}/calculator.html")
    trade = page.locator(".calc-document", has=page.locator("#trade-2026-title"))
    together = trade.locator("[data-together]")
    expect(together).to_be_empty()
    for measure, typed in (("premium", "200000"), ("exhibition", "100000"), ("certification-cost", "100000")):
        trade.locator(f"[data-input='{measure}']").fill(typed)
    expect(together).to_contain_text({"zh": "还需填写", "en": "still needed"}[lang])
    for received in trade.locator("[data-shared*='received']").all():
        received.fill("0")
    expect(together).to_have_text({"zh": "合计：140,000元", "en": "Together: RMB 140,000"}[lang])
    trade.locator("[data-input='premium']").fill("-1")
    expect(together).to_be_empty()
    figures = page.locator(".calc-group").evaluate_all(
        "all => all.map(one => JSON.parse(one.dataset.group).figure)"
    )
    assert figures.count("total") == 1
    assert figures.count("highest") == 0


@LANGUAGES
def test_the_calculator_is_worked_by_keyboard_alone(opened: Open, lang: str) -> None:
    page = opened(f"{lang}/calculator.html")
    field, _, result = award(page, EQUIPMENT)
    target = field.get_attribute("id")
    page.locator("#calc-who").focus()
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == target:
            break
    page.keyboard.type("8000万")
    expect(result.locator(".calc-answer")).to_contain_text("4,400,000")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    expect(result.locator("details[open] .calc-rows")).to_be_visible()


def test_the_result_is_announced_and_every_field_has_a_name(opened: Open) -> None:
    page = opened("en/calculator.html")
    assert page.locator(f"#{EQUIPMENT} [data-result]").get_attribute("aria-live") == "polite"
    for field in page.locator("[data-shared], [data-narrow]").all():
        assert page.locator(f"label[for='{field.get_attribute('id')}']").count() == 1


def test_the_state_survives_a_reload_and_the_way_back(opened: Open) -> None:
    page = opened("en/calculator.html")
    field, _, result = award(page, EQUIPMENT)
    field.fill("８０００万元")
    page.locator("select[name=sector]").select_option("food")
    said = result.inner_text()
    assert "#" in page.url
    page.reload()
    assert field.input_value() == "８０００万元"
    assert page.locator("select[name=sector]").input_value() == "food"
    assert result.inner_text() == said
    page.locator("[data-clear]").click()
    assert field.input_value() == ""
    expect(result).to_be_empty()


def test_on_paper_the_calculator_keeps_figures_and_results(opened: Open) -> None:
    page = opened("en/calculator.html")
    field, _, result = award(page, EQUIPMENT)
    field.fill("80 million")
    page.emulate_media(media="print")
    expect(field).to_be_visible()
    expect(result.locator(".calc-answer")).to_be_visible()
    expect(page.locator("[data-clear]")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_every_award_is_there_with_its_rule_and_examples(folder: Path, page: Page) -> None:
    browser = page.context.browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{folder.as_uri()}/en/calculator.html")
    box = plain.locator(f"#{EQUIPMENT}")
    expect(box.locator(".award-sentence")).to_be_visible()
    expect(box.locator(".award-examples")).to_be_visible()
    expect(box.locator("[data-input]").first).to_be_hidden()
    context.close()
