"""The minutes between the borough's points along an imported road network."""

from collections.abc import Sequence

import numpy as np
from scipy.spatial import cKDTree

from bluelamp.places.rules.points import Point, km_between
from bluelamp.places.rules.travel import Minutes, Network, all_pairs

FURTHEST = 2.0  # km from a point to its nearest road: beyond this the extract does not cover the point
TO_THE_ROAD = 3.0  # minutes a kilometre from a point to its nearest road


class NotCovered(Exception):
    """The roads do not reach some of the points; the message says how many and which is furthest."""


def table_between(points: Sequence[Point], roads: Network) -> Minutes:
    """Minutes between all `points`, each snapped to its nearest road node; raises NotCovered."""
    flat = np.array(roads.nodes) * [1.0, 0.62]
    _, nearest = cKDTree(flat).query(np.array(points) * [1.0, 0.62])
    away = np.array([km_between(a, roads.nodes[int(b)]) for a, b in zip(points, nearest, strict=True)])
    _covered(points, away)
    sources, back = np.unique(nearest, return_inverse=True)
    between = all_pairs(roads, sources.tolist())[:, sources]
    minutes = between[np.ix_(back, back)] + (away[:, None] + away[None, :]) * TO_THE_ROAD
    np.fill_diagonal(minutes, 0.0)
    table: Minutes = minutes.astype(np.float32)
    return table


def _covered(points: Sequence[Point], away: np.ndarray[tuple[int], np.dtype[np.float64]]) -> None:
    missed = int((away > FURTHEST).sum())
    if missed:
        far = int(away.argmax())
        raise NotCovered(
            f"The roads do not cover the borough: {missed} of {len(points)} points are over {FURTHEST:.0f} km from any "
            f"road, the furthest ({points[far].lat:.4f}, {points[far].lon:.4f}) {away[far]:.0f} km. "
            "Use an extract that holds the borough and the way to its suites."
        )
