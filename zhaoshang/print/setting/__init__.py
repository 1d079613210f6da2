"""Chinese typesetting for WeasyPrint 70, which by itself sets Chinese ragged and with gaps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class SettingUnavailableError(RuntimeError):
    """WeasyPrint no longer has a place this module hooks into; the text names it."""


@contextmanager
def chinese_setting() -> Iterator[None]:
    yield
