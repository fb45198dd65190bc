"""Marks on the map that would cover each other."""

from hypothesis import given
from hypothesis import strategies as st

from bluelamp.desks.rules.beside import PLACES, SAME_SPOT_KM, places_beside
from bluelamp.places.rules.points import Point, km_between

HERE, NEAR, FAR = Point(51.65, -0.27), Point(51.651, -0.271), Point(51.70, -0.20)
POINTS = st.builds(Point, st.floats(51.6, 51.75), st.floats(-0.4, -0.1))


def test_a_mark_alone_stays_at_its_own_point() -> None:
    assert places_beside([HERE, FAR]) == [0, 0]


def test_units_at_an_incident_stand_beside_it_one_below_another() -> None:
    assert places_beside([HERE, FAR, NEAR], [HERE]) == [1, 0, 2]


def test_the_first_of_several_units_keeps_the_point() -> None:
    assert places_beside([HERE, NEAR, HERE]) == [0, 1, 2]


def test_the_last_place_is_shared_by_a_crowd() -> None:
    assert places_beside([HERE] * 9, [HERE])[-3:] == [PLACES] * 3


@given(st.lists(POINTS, max_size=PLACES), st.lists(POINTS, max_size=3))
def test_no_two_within_a_marks_width_are_drawn_at_their_own_points(marks: list[Point], taken: list[Point]) -> None:
    placed = places_beside(marks, taken)
    alone = [mark for mark, place in zip(marks, placed, strict=True) if place == 0]
    for n, one in enumerate(alone):
        assert all(km_between(one, other) >= SAME_SPOT_KM for other in (*alone[:n], *taken))
