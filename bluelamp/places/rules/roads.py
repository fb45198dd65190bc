"""Roads and settlements of a borough's folder, read and checked."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bluelamp.places.rules.points import Point
from bluelamp.places.rules.tables import Table, tables

ROAD_KINDS = ("motorway", "trunk", "main")


@dataclass(frozen=True, kw_only=True)
class Junction:
    """Where a road can be joined or left; `edge` if people drive in or out of the borough there."""

    name: str
    point: Point
    edge: bool


@dataclass(frozen=True, kw_only=True)
class Road:
    """A main road as its junctions in order; straight lines between them are a proxy."""

    key: str
    name: str
    kind: str
    junctions: tuple[Junction, ...]


@dataclass(frozen=True, kw_only=True)
class Settlement:
    """A town or village and the point people mean by its name."""

    key: str
    name: str
    point: Point


def read_roads(folder: Path) -> tuple[Road, ...]:
    """The main roads; raises BoroughError naming file and line."""
    return tuple(_road(table) for table in tables(folder / "roads.toml", "road"))


def read_settlements(folder: Path) -> tuple[Settlement, ...]:
    """The settlements; raises BoroughError naming file and line."""
    return tuple(_settlement(table) for table in tables(folder / "settlements.toml", "settlement"))


def _road(table: Table) -> Road:
    table.only("key", "name", "kind", "junctions", "edge")
    edge = table.words("edge")
    junctions = tuple(_junction(table, row, edge) for row in table.need("junctions", list))
    if len(junctions) < 2:
        raise table.wrong("junctions", "A road needs at least two junctions.")
    for name in edge:
        if name not in {junction.name for junction in junctions}:
            raise table.wrong("edge", f"{name!r} is not one of the junctions.")
    kind = table.one_of("kind", ROAD_KINDS)
    return Road(key=table.need("key", str), name=table.need("name", str), kind=kind, junctions=junctions)


def _junction(table: Table, row: Any, edge: tuple[str, ...]) -> Junction:
    match row:
        case [str(name), float(lat), float(lon)] if 49 <= lat <= 61 and -8 <= lon <= 2:
            return Junction(name=name, point=Point(lat, lon), edge=name in edge)
    raise table.wrong("junctions", f"A junction is [name, latitude, longitude], not {row!r}.")


def _settlement(table: Table) -> Settlement:
    table.only("key", "name", "lat", "lon")
    point = Point(table.number("lat", 49.0, 61.0), table.number("lon", -8.0, 2.0))
    return Settlement(key=table.need("key", str), name=table.need("name", str), point=point)
