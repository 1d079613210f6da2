from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from zhaoshang.graphics.placing import Box, Want, leader_of, place_labels

FIELD = Box(0, 0, 400, 400)
WANTS = st.lists(
    st.builds(
        Want,
        st.integers(10, 390),
        st.integers(10, 390),
        st.just(8.0),
        st.integers(20, 120),
        st.integers(14, 60),
    ),
    max_size=25,
)


def placed(*wants: Want, taken: tuple[Box, ...] = ()) -> tuple[Box | None, ...]:
    return place_labels(wants, field=FIELD, taken=taken, centre=(200, 200), em=14)


def test_a_lone_label_stands_beside_its_sign_outwards_without_a_leader():
    want = Want(300, 200, 9, 60, 20)
    (box,) = placed(want)
    assert box is not None and 309 < box.left < 320
    assert leader_of(want, box) is None


def test_a_label_gives_way_to_what_is_taken():
    taken = Box(305, 100, 400, 300)
    (box,) = placed(Want(300, 200, 9, 60, 20), taken=(taken,))
    assert box is not None and not box.meets(taken)


def test_a_label_that_fits_nowhere_is_left_over():
    assert placed(Want(300, 200, 9, 500, 20)) == (None,)


def test_nothing_to_place_is_nothing_placed():
    assert placed() == ()


@settings(derandomize=True, max_examples=40, deadline=None)
@given(WANTS)
def test_labels_meet_neither_labels_nor_signs_and_no_leader_runs_through_one(wants):
    boxes = placed(*wants)
    assert len(boxes) == len(wants)
    found = [(want, box) for want, box in zip(wants, boxes, strict=True) if box]
    for n, (want, box) in enumerate(found):
        assert box.within(FIELD)
        leader = leader_of(want, box)
        for k, (_, other) in enumerate(found):
            if k != n:
                assert not box.meets(other)
                assert not (leader and other.crossed_by(*leader))
        assert not [w for w in wants if box.meets(Box(w.x - 8, w.y - 8, w.x + 8, w.y + 8))]
