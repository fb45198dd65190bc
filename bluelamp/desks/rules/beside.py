"""Where marks that would cover each other go on the map: beside the first at that spot, one below another."""

from collections.abc import Sequence

from bluelamp.places.rules.points import Point, km_between

SAME_SPOT_KM = 0.7
"""About the width of a mark when the whole borough is shown."""
PLACES = 6


def places_beside(marks: Sequence[Point], taken: Sequence[Point] = ()) -> list[int]:
    """For each mark 0 for its own point, or 1 to `PLACES`: its place beside what stands at that spot already.

    `taken` stand first, such as the incidents that units are at. The last place is shared once all are taken.
    """
    first, found = list(taken), list[int]()
    beside: dict[int, int] = {}
    for mark in marks:
        spot = next((n for n, other in enumerate(first) if km_between(mark, other) < SAME_SPOT_KM), None)
        if spot is None:
            first.append(mark)
            found.append(0)
        else:
            beside[spot] = min(beside.get(spot, 0) + 1, PLACES)
            found.append(beside[spot])
    return found
