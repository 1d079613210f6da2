"""The forms ask what their schema says, keep nothing, and are posted only where the site says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import mini
import pytest
from lxml import html
from playwright.sync_api import Page
from rendered import County, Shown

from zhaoshang.web.forms import ENQUIRY, REFERRAL, Entry, Form, Question

FORMS = pytest.mark.parametrize("form", [ENQUIRY, REFERRAL], ids=lambda form: form.id)
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


def questions(form: Form) -> Iterator[Question]:
    return (one for group in form.groups for one in group.questions)


def fields(page: html.HtmlElement) -> list[html.HtmlElement]:
    return [one for one in page.xpath("//form[@data-form]//*[@name]") if one.get("type") != "hidden"]


@FORMS
@LANGUAGES
def test_a_form_asks_each_question_once_under_its_label(form: Form, language: str, shown: Shown) -> None:
    page, words = shown.pages[f"{language}/{form.id}.html"], shown.lexicon[language]
    asked = fields(page)
    assert [one.get("id") for one in asked] == [f"{form.id}-{one.name}" for one in questions(form)]
    for field, question in zip(asked, questions(form), strict=True):
        label = page.xpath(f"//label[@for='{field.get('id')}']") or field.xpath("ancestor::label")
        assert words.at(question.label) in label[0].text_content()
        assert field.get("name") == words.at(question.label), "what arrives by mail is in the reader's words"
        assert (field.get("required") is not None) == question.required
        if question.hint:
            hint = page.get_element_by_id(field.get("aria-describedby"))
            assert hint.text_content() == words.at(question.hint)
        if question.entry is Entry.ONE_OF:
            assert field.xpath("option[position()>1]/text()") == [*words.group(question.options).values()]
    names = [field.get("name") for field in asked]
    assert len(names) == len(set(names))


@FORMS
def test_without_an_endpoint_a_form_writes_an_e_mail(form: Form, small: Shown) -> None:
    page = small.pages[f"en/{form.id}.html"]
    action = page.xpath("//form[@data-form]/@action")[0]
    assert action.startswith(f"mailto:{page.xpath('//form/@data-mail')[0]}?subject=")
    assert page.xpath("//a[contains(@href, 'privacy')]") or "privacy.html" not in small.website.plan.pages


@FORMS
def test_with_an_endpoint_a_form_is_posted_there_under_names_for_machines(form: Form, county: County) -> None:
    endpoint = "https://forms.example.gov.cn/take"
    shown = county(
        mini.replace("site.yaml", "default_contact:", f"enquiry_endpoint: {endpoint}\ndefault_contact:")
    )
    page = shown.pages[f"en/{form.id}.html"]
    assert page.xpath("//form[@data-form]/@action") == [endpoint]
    assert page.xpath("//form[@data-form]/@method") == ["post"]
    assert page.xpath("//input[@name='form']/@value") == [form.id]
    assert [one.get("name") for one in fields(page)] == [one.name for one in questions(form)]
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert endpoint in policy.partition("form-action")[2]


def test_an_introduction_is_registered_only_while_a_scheme_is_in_force(county: County) -> None:
    ended = county(mini.replace("rewards/introducers.yaml", "until: 2028-12-31", "until: 2026-10-31"))
    assert "en/referral.html" not in ended.pages
    page = county().pages["en/referral.html"]
    assert page.xpath("//main//a[contains(@href, 'rewards/introducers.html#registration')]")


@pytest.mark.browser
def test_what_is_filled_in_can_be_copied_saved_and_mailed(page: Page, shown: Shown, tmp_path: Path) -> None:
    for path, content in shown.files.items():
        if path == "en/referral.html" or path.startswith("assets/"):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(content)
    page.goto((tmp_path / "en/referral.html").as_uri())
    for field, value in (
        ("name", "Li Ming"),
        ("email", "li@example.com"),
        ("investor", "Nordfluss"),
        ("project", "Juice & co"),
    ):
        page.locator(f"#referral-{field}").fill(value)
    page.locator("#referral-evidence").select_option(index=1)
    page.locator("#referral-agreed").check()
    with page.expect_download() as download:
        page.locator("[data-save]").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert text.splitlines()[:3] == [
        "Registration of an introduction",
        "",
        "Name of the person or organisation: Li Ming",
    ]
    assert "What the investor plans: Juice & co" in text.splitlines()
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); }")
    page.locator("[data-copy-text]").click()
    page.locator(".form-text").wait_for()
    assert page.locator(".form-text").input_value().splitlines() == text.splitlines()
    with page.expect_request(lambda asked: asked.url.startswith("mailto:"), timeout=3000) as asked:
        page.locator("[data-form] [type=submit]").click()
    mail = parse_qs(urlsplit(asked.value.url).query)
    assert mail["body"][0].splitlines() == text.splitlines()
