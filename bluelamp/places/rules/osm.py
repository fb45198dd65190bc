"""Reads an OpenStreetMap extract (XML, plain or gzipped) into a road network with minutes on every edge."""

import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import IO, cast
from xml.etree.ElementTree import Element, ParseError, iterparse

from bluelamp.places.rules.points import Point, km_between
from bluelamp.places.rules.travel import Edge, Network

MILE = 1.609344
KM_AN_HOUR = {
    "motorway": 105, "motorway_link": 60, "trunk": 75, "trunk_link": 50, "primary": 55, "primary_link": 40,
    "secondary": 48, "secondary_link": 35, "tertiary": 42, "tertiary_link": 30, "unclassified": 38,
    "residential": 28, "living_street": 12, "service": 15, "road": 30,
}  # fmt: skip
"""What is driven by class of road where no limit is given (assumption); footpaths and tracks are left out."""
OF_THE_LIMIT = 0.8


class RoadsError(Exception):
    """The extract cannot be used; the message names the file, the line where known, and what to do."""


@dataclass(kw_only=True)
class Reading:
    """What was read so far; `counted` tells the person what became of it."""

    places: dict[str, Point] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=lambda: {"ways": 0, "roads": 0, "gaps": 0})


def read_osm(path: Path) -> tuple[Network, dict[str, int]]:
    """The largest joined part of the roads in an extract, and counts of ways, roads, gaps and nodes left out.

    Raises RoadsError for a file that is absent, truncated, not OpenStreetMap XML, or without roads.
    One-way streets are taken both ways: the minutes of a police car over a few hundred metres hardly differ.
    """
    reading = Reading()
    try:
        with _opened(path) as stream:
            for element in _elements(stream):
                _take(reading, element)
    except FileNotFoundError:
        raise RoadsError(f"{path}: there is no such file.") from None
    except (EOFError, gzip.BadGzipFile, zlib.error) as wrong:
        raise RoadsError(f"{path}: the gzip is cut short or damaged ({wrong}). Fetch the file again.") from None
    except ParseError as wrong:
        line, column = wrong.position
        what = (
            "the file is cut short"
            if "no element found" in str(wrong) or "unclosed" in str(wrong)
            else "this is not XML"
        )
        raise RoadsError(f"{path}, line {line}, column {column}: {what} ({wrong}). Nothing was imported.") from None
    if not reading.edges:
        raise RoadsError(f"{path}: there are no roads in it. Is it an OpenStreetMap extract with ways and nodes?")
    return _largest_part(reading)


def _opened(path: Path) -> IO[bytes]:
    with path.open("rb") as stream:
        packed = stream.read(2) == b"\x1f\x8b"
    return cast(IO[bytes], gzip.open(path, "rb")) if packed else path.open("rb")


def _elements(stream: IO[bytes]) -> Iterator[Element]:
    events = iterparse(stream, events=("start", "end"))
    _, root = next(events, ("", Element("nothing")))
    if root.tag != "osm":
        raise RoadsError(f"The file begins with <{root.tag}>, not <osm>; this is not an OpenStreetMap extract.")
    for event, element in events:
        if event == "end" and element.tag in ("node", "way"):
            yield element
            root.clear()


def _take(reading: Reading, element: Element) -> None:
    if element.tag == "node":
        _take_node(reading, element)
    else:
        _take_way(reading, element)


def _take_node(reading: Reading, element: Element) -> None:
    try:
        reading.places[element.attrib["id"]] = Point(float(element.attrib["lat"]), float(element.attrib["lon"]))
    except (KeyError, ValueError):
        raise RoadsError(f"Node {element.get('id', 'without an id')} has no proper id, lat and lon.") from None


def _take_way(reading: Reading, element: Element) -> None:
    reading.counted["ways"] += 1
    tags = {tag.get("k", ""): tag.get("v", "") for tag in element.iter("tag")}
    speed = speed_of(tags)
    if speed is None:
        return
    reading.counted["roads"] += 1
    refs = [nd.get("ref", "") for nd in element.iter("nd")]
    for a, b in pairwise(refs):
        _take_edge(reading, a, b, speed)


def _take_edge(reading: Reading, a: str, b: str, speed: float) -> None:
    if a not in reading.places or b not in reading.places:
        reading.counted["gaps"] += 1
        return
    ends = [reading.numbers.setdefault(ref, len(reading.numbers)) for ref in (a, b)]
    minutes = km_between(reading.places[a], reading.places[b]) / speed * 60
    reading.edges.append(Edge(a=ends[0], b=ends[1], minutes=max(minutes, 0.001)))


def speed_of(tags: dict[str, str]) -> float | None:
    """Kilometres an hour driven on a way with these tags; None for what a car cannot use.

    A `maxspeed` ("30 mph", "50") counts at four fifths, but never above twice what the class of road allows.
    """
    by_class = KM_AN_HOUR.get(tags.get("highway", ""))
    if by_class is None or tags.get("motor_vehicle") == "no":
        return None
    found = re.fullmatch(r"(\d{1,3})(?:\s*(mph|km/h))?", tags.get("maxspeed", "").strip())
    if not found or not int(found.group(1)):
        return by_class
    limit = int(found.group(1)) * (MILE if found.group(2) == "mph" else 1.0)
    return min(limit * OF_THE_LIMIT, by_class * 2)


def _largest_part(reading: Reading) -> tuple[Network, dict[str, int]]:
    part = _parts(len(reading.numbers), reading.edges)
    sizes: dict[int, int] = {}
    for root in part:
        sizes[root] = sizes.get(root, 0) + 1
    largest = max(sizes, key=lambda root: sizes[root])
    refs = list(reading.numbers)
    kept = {number: new for new, number in enumerate(n for n in range(len(refs)) if part[n] == largest)}
    nodes = tuple(reading.places[refs[number]] for number in kept)
    edges = tuple(Edge(a=kept[e.a], b=kept[e.b], minutes=e.minutes) for e in reading.edges if e.a in kept)
    counted = {**reading.counted, "nodes": len(nodes), "left_out": len(refs) - len(nodes)}
    return Network(nodes=nodes, edges=edges, local=len(nodes)), counted


def _parts(count: int, edges: list[Edge]) -> list[int]:
    """For each node a number that all nodes joined to it share."""
    parent = list(range(count))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for edge in edges:
        parent[root(edge.a)] = root(edge.b)
    return [root(node) for node in range(count)]
