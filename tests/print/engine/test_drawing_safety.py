"""Which drawings are let in."""

from __future__ import annotations

import pytest

from zhaoshang.print.drawings import fault_of_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'

HARMLESS = (
    '<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/><use href="#g"/>',
    '<image href="data:image/png;base64,AA=="/>',
    "<style>.a { fill: url(#g) }</style>",
    '<a href="https://www.example.com/"><text>网站</text></a>',
)

HARMFUL = {
    "<script>1</script>": "script",
    '<rect onload="x()"/>': "onload",
    "<foreignObject/>": "foreignobject",
    '<image href="file:///etc/passwd"/>': "href",
    '<image xlink:href="../secret.png"/>': "href",
    '<image href="data:image/svg+xml,x"/>': "href",
    '<use href="other.svg#x"/>': "href",
    '<rect fill="url(http://x.example/a)"/>': "fill",
    "<rect style=\"fill: url( 'http://x.example/a')\"/>": "style",
    "<style>@import 'http://x.example/a.css'</style>": "style",
    '<g id="a"><use href="#a"/></g>': "use",
    '<g xml:base="http://x.example/"/>': "base",
    "<g>" * 80 + "</g>" * 80: "levels",
    "<unclosed>": "XML",
}


@pytest.mark.parametrize("body", HARMLESS)
def test_a_plain_drawing_is_let_in(body: str) -> None:
    assert fault_of_svg(f"{HEAD}{body}</svg>".encode()) is None


@pytest.mark.parametrize(("body", "word"), HARMFUL.items())
def test_a_drawing_that_reaches_out_or_acts_is_kept_out(body: str, word: str) -> None:
    fault = fault_of_svg(f"{HEAD}{body}</svg>".encode())
    assert fault is not None
    assert word in fault


def test_entities_are_kept_out_before_they_are_expanded() -> None:
    assert (
        fault_of_svg(b'<!DOCTYPE svg [<!ENTITY a "aa">]><svg xmlns="http://www.w3.org/2000/svg"/>')
        is not None
    )


def test_uses_of_uses_are_counted_without_drawing_them() -> None:
    levels = "".join(
        f'<g id="l{level}">' + f'<use href="#l{level - 1}"/>' * 10 + "</g>" for level in range(1, 30)
    )
    fault = fault_of_svg(f'{HEAD}<g id="l0"/>{levels}<use href="#l29"/></svg>'.encode())
    assert fault is not None
    assert "use" in fault
