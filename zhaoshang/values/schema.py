"""The one place where parsers of values meet pydantic: a `Refusal` becomes an error that carries our code.

Whoever validates a model finds the catalogue code in the error's `type` and the message's arguments in its `ctx`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ParamSpec, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from zhaoshang.diagnostics.diagnostic import Refusal

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
Check = Callable[[Any], object]


class Refusing:
    """Reads one string of a file into a value with a parser that raises `Refusal`. See `refusing`."""

    def __init__(self, parse: Callable[[str], object], check: Check | None) -> None:
        self._parse = parse
        self._check = check

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def read(value: object) -> object:
            is_read = type(value) is source and source is not str
            result = value if is_read else self._parse(one_string(value))
            if self._check is not None:
                self._check(result)
            return result

        return core_schema.no_info_plain_validator_function(translating(read), serialization=_AS_STRING)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string"}


def refusing(parse: Callable[[str], object], *, check: Check | None = None) -> Refusing:
    """An annotation for pydantic: `Annotated[Quantity, refusing(Quantity.parse)]`.

    `parse` receives the string as it stands in the file. A value that already has the annotated type is taken as it
    is, so that models can be built in Python too; a type that is itself a string is parsed every time. `check` sees
    the result in both cases. Both may raise `Refusal`.
    """
    return Refusing(parse, check)


def translating(read: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """`read` with every `Refusal` turned into a `PydanticCustomError` whose type is the refusal's code."""

    def translated(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        try:
            return read(*args, **kwargs)
        except Refusal as refusal:
            raise custom_error(refusal) from None

    return translated


def custom_error(refusal: Refusal) -> PydanticCustomError:
    """The pydantic error for a refusal; its message is for logs only, readers get the catalogue's words."""
    named = ", ".join(f"{name}: {{{name}}}" for name in refusal.arguments)
    return PydanticCustomError(refusal.code, f"{refusal.code} {named}".strip(), dict(refusal.arguments))


def one_string(value: object) -> str:
    """The value itself if it is a string; refuses a mapping, a list or a gap where one value belongs."""
    if isinstance(value, str):
        return value
    raise Refusal("Z213", shape=shape(value))


def shape(value: object) -> str:
    """How a value looks in the file, in the file's own signs: `{…}`, `[…]`, or the thing itself."""
    if isinstance(value, Mapping):
        return "{…}"
    if isinstance(value, (list, tuple)):
        return "[…]"
    return "" if value is None else str(value)


def _plain(value: object) -> object:
    return value if isinstance(value, (bool, int)) else str(value)


_AS_STRING = core_schema.plain_serializer_function_ser_schema(_plain, when_used="json")
