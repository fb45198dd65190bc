"""Postcodes and LSOAs of a borough's folder, read and checked; urban or rural by density, which is a marked proxy."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bluelamp.places.rules.points import Point
from bluelamp.places.rules.toml_lines import BoroughError

URBAN, RURAL = "urban", "rural"


@dataclass(frozen=True, kw_only=True)
class Area:
    """An LSOA by its 2011 code; `now` holds the codes it was split into since."""

    code: str
    name: str
    persons: int
    hectares: int
    households: int
    now: tuple[str, ...]

    def setting(self, threshold: float) -> str:
        """ "urban" at `threshold` persons a hectare or more, otherwise "rural" (proxy for the ONS class; rule C9)."""
        return URBAN if self.persons / self.hectares >= threshold else RURAL


@dataclass(frozen=True, kw_only=True)
class Postcode:
    """A postcode as written, its point and the 2011 code of its LSOA."""

    text: str
    point: Point
    area: str


def read_areas(folder: Path) -> tuple[Area, ...]:
    """The LSOAs; raises BoroughError naming file and line."""
    path = folder / "geo" / "lsoas.csv"
    return tuple(
        _area(path, line, row)
        for line, row in _rows(path, ["code", "name", "persons", "hectares", "households", "now"])
    )


def read_postcodes(folder: Path, areas: tuple[Area, ...]) -> tuple[Postcode, ...]:
    """The postcodes, each in one of `areas`; raises BoroughError naming file and line."""
    path = folder / "geo" / "postcodes.csv"
    known = {area.code for area in areas}
    return tuple(_postcode(path, line, row, known) for line, row in _rows(path, ["postcode", "lat", "lon", "lsoa"]))


def _area(path: Path, line: int, row: list[str]) -> Area:
    code, name, persons, hectares, households, now = row
    try:
        counts = int(persons), int(hectares), int(households)
    except ValueError:
        raise BoroughError(path, line, "persons, hectares and households must be whole numbers.") from None
    if min(counts) < 1:
        raise BoroughError(path, line, "persons, hectares and households must be above nought.")
    return Area(
        code=code, name=name, persons=counts[0], hectares=counts[1], households=counts[2], now=tuple(now.split())
    )


def _postcode(path: Path, line: int, row: list[str], areas: set[str]) -> Postcode:
    text, lat, lon, area = row
    if area not in areas:
        raise BoroughError(path, line, f"{area!r} is not in lsoas.csv.")
    try:
        point = Point(float(lat), float(lon))
    except ValueError:
        raise BoroughError(path, line, f"{lat!r}, {lon!r} is not a latitude and a longitude.") from None
    if not (49 <= point.lat <= 61 and -8 <= point.lon <= 2):
        raise BoroughError(path, line, f"{lat}, {lon} is not in England or Wales.")
    return Postcode(text=text, point=point, area=area)


def _rows(path: Path, header: list[str]) -> Iterator[tuple[int, list[str]]]:
    lines = _lines(path)
    comments = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    if comments == len(lines) or lines[comments].split(",") != header:
        raise BoroughError(path, comments + 1, f"The columns must be {','.join(header)}.")
    for number, line in enumerate(lines[comments + 1 :], comments + 2):
        row = next(csv.reader([line]), [])
        if len(row) != len(header):
            raise BoroughError(path, number, f"{len(header)} columns are needed, here are {len(row)}.")
        yield number, row
    if len(lines) == comments + 1:
        raise BoroughError(path, comments + 1, "There is nothing under the columns.")


def _lines(path: Path) -> list[str]:
    try:
        return path.read_bytes().decode("utf-8-sig").splitlines()
    except FileNotFoundError:
        raise BoroughError(path, 1, "The file is missing.") from None
    except UnicodeDecodeError as wrong:
        raise BoroughError(path, path.read_bytes()[: wrong.start].count(b"\n") + 1, "The text is not UTF-8.") from None
