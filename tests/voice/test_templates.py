"""How templates are set up: strictly, with the voice's filters, the same for all media."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from zhaoshang.reading.words import Words
from zhaoshang.voice.templates import fill, strict_templates


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text("{% if true %}\n  <p>{{ text }}</p>\n{% endif %}\n", encoding="utf-8")
    return tmp_path


def test_a_value_is_escaped_and_what_only_steers_leaves_no_line(folder: Path) -> None:
    assert strict_templates(folder).get_template("a.html").render(text="<县>") == "  <p>&lt;县&gt;</p>\n"


def test_an_undefined_name_is_an_error(folder: Path) -> None:
    with pytest.raises(UndefinedError):
        strict_templates(folder).get_template("a.html").render()


def test_places_are_filled_with_values_escaped_and_markup_kept() -> None:
    assert fill("{a} < {b}", a="&", b=Markup("<b>1</b>")) == Markup("&amp; &lt; <b>1</b>")
    parks = Words({"one": "{n} park", "other": "{n} parks"})
    assert (fill(parks, n=1), fill(parks, n=2)) == ("1 park", "2 parks")
