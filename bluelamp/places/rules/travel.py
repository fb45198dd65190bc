"""Drive minutes by a proxy: postcode points joined into a graph, main roads faster, the level set by known figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import Delaunay, cKDTree

from bluelamp.places.rules.points import KM_PER_DEGREE, Point, km_between
from bluelamp.places.rules.roads import Road

Minutes = npt.NDArray[np.float32]
CELL = 0.003  # degrees of latitude, about 330 m: postcodes within one are one node
AT_JUNCTION = 0.4  # km within which two junctions are one place


@dataclass(frozen=True, kw_only=True)
class Edge:
    """Two nodes by number and the minutes between them, the same in both directions."""

    a: int
    b: int
    minutes: float


@dataclass(frozen=True, kw_only=True)
class Network:
    """Nodes and edges. The first `local` nodes are places people are; the others are junctions and stations."""

    nodes: tuple[Point, ...]
    edges: tuple[Edge, ...]
    local: int


def clustered(points: Iterable[tuple[Point, str]]) -> list[tuple[Point, str]]:
    """Points with their setting (urban or rural) gathered into cells of about 330 m, each at its middle."""
    cells: dict[tuple[int, int], list[tuple[Point, str]]] = {}
    for point, setting in points:
        cells.setdefault((round(point.lat / CELL), round(point.lon / CELL / 1.6)), []).append((point, setting))
    return [_middle(members) for _, members in sorted(cells.items())]


def _middle(members: list[tuple[Point, str]]) -> tuple[Point, str]:
    lat = sum(point.lat for point, _ in members) / len(members)
    lon = sum(point.lon for point, _ in members) / len(members)
    settings = [setting for _, setting in members]
    return Point(lat, lon), max(sorted(set(settings)), key=settings.count)


def network(
    places: Sequence[tuple[Point, str]], roads: Sequence[Road], outside: Sequence[Point], pace: Mapping[str, float]
) -> Network:
    """Join places (point and setting) to their neighbours, roads along their junctions, and both to each other.

    `outside` are points beyond the borough, such as suites, joined to their two nearest junctions. `pace` is minutes
    a kilometre by urban, rural, main, trunk, motorway. A motorway is joined only at its junctions.
    """
    nodes = [point for point, _ in places]
    settings = [setting for _, setting in places]
    edges = [_local(nodes, settings, a, b, pace) for a, b in _neighbours(nodes)]
    junctions = [junction.point for road in roads for junction in road.junctions]
    first = len(nodes)
    nodes += junctions
    edges += _along(roads, first, pace)
    edges += _joined(nodes, range(first, len(nodes)), range(first), 2, pace["urban"])
    edges += _crossings(nodes, first, pace["urban"])
    ends = range(len(nodes), len(nodes) + len(outside))
    nodes += outside
    edges += _joined(nodes, ends, range(first, first + len(junctions)), 2, pace["urban"])
    return Network(nodes=tuple(nodes), edges=tuple(edges), local=len(places))


def _flat(nodes: Sequence[Point]) -> npt.NDArray[np.float64]:
    """Kilometres north and east, good enough to say who is near whom."""
    points = np.array(nodes, dtype=float)
    return points * [KM_PER_DEGREE, KM_PER_DEGREE * float(np.cos(np.radians(points[:, 0].mean())))]


def _neighbours(nodes: Sequence[Point]) -> list[tuple[int, int]]:
    pairs = {
        (min(a, b), max(a, b))
        for corners in Delaunay(_flat(nodes)).simplices.tolist()
        for a, b in ((corners[0], corners[1]), (corners[1], corners[2]), (corners[0], corners[2]))
    }
    return sorted(pairs)


def _local(nodes: Sequence[Point], settings: Sequence[str], a: int, b: int, pace: Mapping[str, float]) -> Edge:
    minutes = km_between(nodes[a], nodes[b]) * (pace[settings[a]] + pace[settings[b]]) / 2
    return Edge(a=a, b=b, minutes=minutes)


def _along(roads: Sequence[Road], first: int, pace: Mapping[str, float]) -> list[Edge]:
    edges: list[Edge] = []
    number = first
    for road in roads:
        for here, there in zip(road.junctions, road.junctions[1:], strict=False):
            edges.append(Edge(a=number, b=number + 1, minutes=km_between(here.point, there.point) * pace[road.kind]))
            number += 1
        number += 1
    return edges


def _joined(nodes: Sequence[Point], whom: range, to: range, how_many: int, pace: float) -> list[Edge]:
    flat = _flat(nodes)
    tree = cKDTree(flat[to.start : to.stop])
    _, near = tree.query(flat[whom.start : whom.stop], k=min(how_many, len(to)))
    rows = np.asarray(near).reshape(len(whom), -1).tolist()
    return [
        Edge(a=node, b=to.start + other, minutes=km_between(nodes[node], nodes[to.start + other]) * pace)
        for node, others in zip(whom, rows, strict=True)
        for other in others
    ]


def _crossings(nodes: Sequence[Point], first: int, pace: float) -> list[Edge]:
    pairs = cKDTree(_flat(nodes)[first:]).query_pairs(AT_JUNCTION)
    return [
        Edge(a=first + a, b=first + b, minutes=max(km_between(nodes[first + a], nodes[first + b]) * pace, 0.1))
        for a, b in sorted(pairs)
    ]


def all_pairs(found: Network, sources: Sequence[int] | None = None) -> Minutes:
    """Minutes between all nodes (or from `sources` to all). Raises ValueError if some cannot be reached."""
    count = len(found.nodes)
    quickest: dict[tuple[int, int], float] = {}
    for edge in found.edges:
        ends = (min(edge.a, edge.b), max(edge.a, edge.b))
        quickest[ends] = min(quickest.get(ends, edge.minutes), edge.minutes)
    a, b = zip(*quickest, strict=True)
    graph = coo_array(([max(minutes, 0.001) for minutes in quickest.values()], (a, b)), shape=(count, count)).tocsr()
    minutes: Minutes = dijkstra(graph, directed=False, indices=sources).astype(np.float32)
    if not np.isfinite(minutes).all():
        raise ValueError("The road graph falls into parts that no road joins.")
    return minutes


def slope(kilometres: Sequence[float], minutes: Sequence[float]) -> float:
    """Minutes a kilometre: the least-squares line of minutes over straight-line kilometres."""
    return float(np.polyfit(kilometres, minutes, 1)[0])
