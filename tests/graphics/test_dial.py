from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import county
import pytest
from drawn_svg import SVG, labels_of, root_of, words_of

from zhaoshang.graphics import Canvas, Dial, DialNode, Measure, Mode, Place, draw_dial
from zhaoshang.graphics.dial_face import choose_rings

DESKTOP = Canvas.screen(760)


def lone(node: DialNode) -> Dial:
    return replace(county.dial("zh"), nodes=(node,))


def sign_of(svg_dial: Dial, rank: int = 0) -> tuple[float, float]:
    """Where the sign of a rank by distance stands, seen from the middle: px to the east and to the north."""
    graphic = draw_dial(svg_dial, DESKTOP)
    root = root_of(graphic)
    ring = next(root.iter(f"{SVG}circle"))
    moved = [group.attrib["transform"] for group in root.iter(f"{SVG}g")]
    x, y = (float(part) for part in moved[1 + rank].partition("(")[2].partition(")")[0].split())
    half = 1.36 * DESKTOP.text / 2
    return x + half - float(ring.attrib["cx"]), float(ring.attrib["cy"]) - y - half


@pytest.mark.parametrize(
    ("latitude", "longitude", "east", "north"),
    [("33", "108", 0, 1), ("29", "108", 0, -1), ("31", "108.5", 1, 0), ("31", "107.5", -1, 0)],
)
def test_a_node_stands_in_its_true_direction(latitude, longitude, east, north):
    node = DialNode("某地", Mode.CITY, Place(Decimal(latitude), Decimal(longitude)), "100 公里", 100)
    x, y = sign_of(lone(node))
    reach = math.hypot(x, y)
    assert (round(x / reach, 2), round(y / reach, 2)) == (east, north)


def test_a_farther_node_stands_farther_out():
    def reach(kilometres: int) -> float:
        ends = [
            DialNode("", Mode.CITY, Place(Decimal(31), Decimal(120)), "", figure) for figure in (10, 3000)
        ]
        node = DialNode("某地", Mode.CITY, Place(Decimal(33), Decimal(108)), "", kilometres)
        return math.hypot(*sign_of(replace(county.dial("zh"), nodes=(node, *ends)), rank=1))

    reaches = [reach(kilometres) for kilometres in (20, 40, 90, 400, 900, 2900)]
    assert reaches == sorted(reaches) and len(set(reaches)) == 6


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_fourteen_nodes_are_named_beside_their_signs_on_a_desktop(language):
    graphic = draw_dial(county.dial(language), DESKTOP)
    printed = words_of(graphic)
    for zh, en, *_ in county.NODES:
        assert (zh if language == "zh" else en).replace(" ", "") in printed
    assert not [label for label in labels_of(graphic) if label.text == "1"]


def test_a_crowded_phone_numbers_every_node_from_the_nearest_and_lists_them():
    graphic = draw_dial(county.dial("zh"), Canvas.screen(358))
    texts = [label.text for label in labels_of(graphic)]
    assert sorted(text for text in texts if text.isdecimal()) == sorted(2 * [str(n) for n in range(1, 15)])
    nearest = sorted(county.NODES, key=lambda node: node[5])
    assert [text.partition(" · ")[0] for text in texts if text.count(" · ") == 2] == [
        zh for zh, *_ in nearest
    ]


def test_rings_of_hours_are_counted_in_hours():
    texts = [label.text for label in labels_of(draw_dial(county.dial("zh", Measure.MINUTES), DESKTOP))]
    assert "60 分钟" in texts and "48 小时" in texts


def test_rings_hold_every_figure_in_five_steps_at_most():
    every = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
    assert choose_rings(every, [Fraction(12), Fraction(3900)]) == (20, 100, 500, 2000, 5000)
    assert choose_rings(every, [Fraction(12), Fraction(90)]) == (20, 50, 100)
    assert choose_rings(every, [Fraction(150)]) == (100, 200)
    assert choose_rings(every, [Fraction(12), Fraction(3900)], 3) == (20, 500, 5000)
    assert choose_rings(every, []) == (10,)


def test_a_node_without_the_figure_the_rings_count_is_listed_instead_of_guessed():
    untold = DialNode("某地", Mode.BORDER, Place(Decimal(33), Decimal(108)), "1 小时", minutes=60)
    graphic = draw_dial(replace(county.dial("zh"), nodes=(*county.dial("zh").nodes, untold)), DESKTOP)
    last = max(
        labels_of(graphic), key=lambda label: (label.top, -label.left) if "某地" in label.text else (0, 0)
    )
    assert last.text == "某地 · 1 小时"
    assert last.left == pytest.approx(2.1 * DESKTOP.text)
    assert graphic.table.rows[-1] == ("某地", "口岸", "1 小时")


def test_a_dial_without_nodes_is_a_face():
    graphic = draw_dial(replace(county.dial("zh"), nodes=()), DESKTOP)
    assert "云屏县" in words_of(graphic)
