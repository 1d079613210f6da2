"""The adapter between parsers of values and pydantic."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError

from zhaoshang.diagnostics.diagnostic import Refusal
from zhaoshang.values import refusing


def loud(text: str) -> str:
    if text != text.upper():
        raise Refusal("Z299", value=text, reason="quiet")
    return text


def test_a_type_that_is_itself_a_string_is_parsed_every_time() -> None:
    adapter: TypeAdapter[str] = TypeAdapter(Annotated[str, refusing(loud)])
    assert adapter.validate_python("LOUD") == "LOUD"
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python("quiet")
    (detail,) = caught.value.errors()
    assert detail["type"] == "Z299"
    assert detail["ctx"] == {"value": "quiet", "reason": "quiet"}
