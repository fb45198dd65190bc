"""Minutes between any two points, looked up in a table worked out beforehand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bluelamp.places.rules.points import Point, km_between

STEP = 0.002  # degrees of latitude of one square of the look-up, about 220 m
NEAR = 1.0  # km: below this the straight line is better than the table
AT_NODE = 0.4  # km within which a point counts as its node


@dataclass(frozen=True, kw_only=True)
class Squares:
    """For every square of the ground the node nearest to its middle."""

    south: float
    west: float
    rows: int
    columns: int
    nearest: list[int]

    def at(self, point: Point) -> int:
        """The number of the node nearest to a point; a point beyond the squares takes that of the border."""
        row = min(max(int((point.lat - self.south) / STEP), 0), self.rows - 1)
        column = min(max(int((point.lon - self.west) / STEP / 1.6), 0), self.columns - 1)
        return self.nearest[row * self.columns + column]


def squares(nodes: Sequence[Point]) -> Squares:
    """The look-up over all nodes, with about 3 km around them."""
    from scipy.spatial import cKDTree  # here, for it takes half a second that most processes need not spend

    lats, lons = [node.lat for node in nodes], [node.lon for node in nodes]
    south, west = min(lats) - 0.03, min(lons) - 0.045
    rows = int((max(lats) + 0.03 - south) / STEP) + 1
    columns = int((max(lons) + 0.045 - west) / STEP / 1.6) + 1
    flat: npt.NDArray[np.float64] = np.array([1.0, 0.62]) * np.array(nodes, dtype=float)
    north, east = np.meshgrid(np.arange(rows) + 0.5, np.arange(columns) + 0.5, indexing="ij")
    middles = np.column_stack([south + north.ravel() * STEP, (west + east.ravel() * STEP * 1.6) * 0.62])
    _, nearest = cKDTree(flat).query(middles)
    return Squares(south=south, west=west, rows=rows, columns=columns, nearest=nearest.tolist())


@dataclass(frozen=True, kw_only=True)
class DriveTimes:
    """The table and what it was made of. `pace` is minutes a kilometre near a point; `source` says proxy or roads.

    `suite_extra` is added to every drive to a suite so that the mean from the first station is the known figure.
    """

    nodes: tuple[Point, ...]
    table: list[list[float]]
    look_up: Squares
    pace: float
    suites: Mapping[str, Point]
    suite_extra: float
    source: str

    def minutes(self, a: Point, b: Point) -> float:
        """Ordinary drive minutes from `a` to `b`, the same both ways."""
        apart = km_between(a, b)
        if apart < NEAR:
            return apart * self.pace
        here, there = self.look_up.at(a), self.look_up.at(b)
        return max(self.table[here][there] + self._tail(a, here) + self._tail(b, there), NEAR * self.pace / 2)

    def minutes_to_suite(self, point: Point, suite: str) -> float:
        """Ordinary drive minutes from a point to a suite by its key; raises KeyError for a suite not known."""
        return max(self.minutes(point, self.suites[suite]) + self.suite_extra, 1.0)

    def _tail(self, point: Point, node: int) -> float:
        beyond = km_between(point, self.nodes[node]) - AT_NODE
        return beyond * self.pace if beyond > 0 else 0.0


def anchored(raw: DriveTimes, *, station: Point, suite_minutes: float) -> DriveTimes:
    """The same, with `suite_extra` set so that the mean drive from `station` to the suites is `suite_minutes`."""
    drives = [raw.minutes(station, suite) for suite in raw.suites.values()]
    extra = suite_minutes - sum(drives) / len(drives)
    return DriveTimes(**{**vars(raw), "suite_extra": extra})


def scaled(raw: DriveTimes, factor: float) -> DriveTimes:
    """The same with every minute times `factor`."""
    table = (np.array(raw.table) * factor).tolist()
    return DriveTimes(**{**vars(raw), "table": table, "pace": raw.pace * factor})
