"""Where marks that would cover each other go on the map: beside the first at that spot, one below another."""

from collections.abc import Iterator, Sequence
from math import floor

from bluelamp.places.rules.points import KM_PER_DEGREE, Point, km_between

SAME_SPOT_KM = 0.7
"""About the width of a mark when the whole borough is shown."""
PLACES = 6


def places_beside(marks: Sequence[Point], taken: Sequence[Point] = ()) -> list[int]:
    """For each mark 0 for its own point, or 1 to `PLACES`: its place beside what stands at that spot already.

    `taken` stand first, such as the incidents that units are at. The last place is shared once all are taken.
    """
    spots: dict[tuple[int, int], list[int]] = {}
    first, found = list[Point](), list[int]()
    for other in taken:
        _stand(first, spots, other)
    beside: dict[int, int] = {}
    for mark in marks:
        near = [n for square in _squares(mark) for n in spots.get(square, ()) if _same(mark, first[n])]
        if not near:
            _stand(first, spots, mark)
            found.append(0)
        else:
            spot = min(near)
            beside[spot] = min(beside.get(spot, 0) + 1, PLACES)
            found.append(beside[spot])
    return found


def _stand(first: list[Point], spots: dict[tuple[int, int], list[int]], mark: Point) -> None:
    spots.setdefault(_square(mark), []).append(len(first))
    first.append(mark)


def _same(one: Point, other: Point) -> bool:
    return km_between(one, other) < SAME_SPOT_KM


def _square(mark: Point) -> tuple[int, int]:
    """A square not smaller than a spot anywhere south of 60 degrees: the same spot is in it or in one beside it."""
    step = SAME_SPOT_KM / KM_PER_DEGREE
    return floor(mark.lat / step), floor(mark.lon / (2 * step))


def _squares(mark: Point) -> Iterator[tuple[int, int]]:
    north, east = _square(mark)
    return ((north + n, east + e) for n in (-1, 0, 1) for e in (-1, 0, 1))
