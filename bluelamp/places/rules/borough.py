"""A borough as its folder says it: frozen facts, checked, with errors that name file and line."""

import re
from dataclasses import dataclass
from pathlib import Path

from bluelamp.places.rules.tables import Table, tables
from bluelamp.places.rules.toml_lines import BoroughError, line_of, read_toml

CELL_KINDS = ("male", "female", "child", "any")
CELL_FEATURES = ("camera", "constant_watch", "low_bench", "near_desk", "toilet_masked", "prayer_mark")
"""What a cell may have. The choice of a cell asks for these very words, so that another is refused on loading."""
TEAM_KINDS = (
    "response", "neighbourhood", "investigation", "domestic_abuse", "public_protection", "victim_care", "roads",
    "proactive", "command", "specials", "call_handling", "dispatch", "custody",
)  # fmt: skip
_TEAM = (
    "key", "name", "kind", "base", "strength", "on_call", "of_the_borough", "call_signs", "skills", "areas",
    "note", "assumption",
)  # fmt: skip
_PLACE = ("key", "name", "address", "lat", "lon", "note", "assumption")


@dataclass(frozen=True, kw_only=True)
class StationFacts:
    key: str
    name: str
    address: str
    lat: float
    lon: float
    note: str
    assumption: str
    in_borough: bool
    has_reception: bool
    has_cells: bool
    designated: bool


@dataclass(frozen=True, kw_only=True)
class ContactPointFacts:
    key: str
    name: str
    address: str
    lat: float
    lon: float
    note: str
    assumption: str
    station: str
    device: str
    channel: str


@dataclass(frozen=True, kw_only=True)
class CellFacts:
    number: str
    kind: str
    features: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SuiteFacts:
    key: str
    name: str
    station: str
    note: str
    assumption: str
    cells: tuple[CellFacts, ...]


@dataclass(frozen=True, kw_only=True)
class TeamFacts:
    key: str
    name: str
    kind: str
    base: str
    strength: int
    on_call: int
    of_the_borough: bool
    call_signs: tuple[str, ...]
    skills: tuple[str, ...]
    areas: tuple[str, ...]
    note: str
    assumption: str


@dataclass(frozen=True, kw_only=True)
class PartnerFacts:
    key: str
    name: str
    kind: str
    does: str
    assumption: str


@dataclass(frozen=True, kw_only=True)
class Borough:
    """Everything a borough's folder says, geography apart. `officers` is the public figure the teams add up to."""

    name: str
    code: str
    force: str
    county: str
    population: int
    banner: str
    sources: tuple[str, ...]
    officers: int
    officers_assumption: str
    stations: tuple[StationFacts, ...]
    contact_points: tuple[ContactPointFacts, ...]
    suites: tuple[SuiteFacts, ...]
    teams: tuple[TeamFacts, ...]
    partners: tuple[PartnerFacts, ...]

    @property
    def cells(self) -> int:
        return sum(len(suite.cells) for suite in self.suites)


def read_borough(folder: Path) -> Borough:
    """Read and check a borough's folder; raises BoroughError at the first fault, naming file and line."""
    if not folder.is_dir():
        raise BoroughError(folder, 1, "There is no such folder.")
    head, strength = _head(folder / "borough.toml")
    stations = tuple(_station(table) for table in tables(folder / "stations.toml", "station"))
    known = {station.key: station for station in stations}
    teams = tables(folder / "teams.toml", "team")
    borough = Borough(
        name=head.need("name", str),
        code=head.need("code", str),
        force=head.need("force", str),
        county=head.get("county", str, ""),
        population=head.get("population", int, 0),
        banner=head.need("banner", str),
        sources=head.words("sources"),
        officers=strength.need("officers", int),
        officers_assumption=strength.get("assumption", str, ""),
        stations=stations,
        contact_points=tuple(_phone(t, known) for t in tables(folder / "contact_points.toml", "contact_point")),
        suites=tuple(_suite(t, known) for t in tables(folder / "suites.toml", "suite")),
        teams=tuple(_team(table, known) for table in teams),
        partners=tuple(_partner(table) for table in tables(folder / "partners.toml", "partner")),
    )
    _strength_adds_up(borough, strength)
    _devices_differ(folder, borough)
    return borough


def _head(path: Path) -> tuple[Table, Table]:
    content, text = read_toml(path)
    top = Table(
        file=path,
        text=text,
        name="",
        index=0,
        values={k: v for k, v in content.items() if k not in ("strength", "reach")},
    )
    top.only("name", "code", "force", "county", "population", "population_year", "banner", "sources")
    if not isinstance(content.get("strength"), dict):
        raise BoroughError(path, line_of(text, "strength"), "[strength] is missing.")
    strength = Table(file=path, text=text, name="strength", index=0, values=content["strength"])
    strength.only("officers", "assumption")
    return top, strength


def _station(table: Table) -> StationFacts:
    table.only(*_PLACE, "in_borough", "has_reception", "has_cells", "designated")
    return StationFacts(
        key=_key(table),
        name=table.need("name", str),
        address=table.need("address", str),
        lat=table.number("lat", 49.0, 61.0),
        lon=table.number("lon", -8.0, 2.0),
        note=table.get("note", str, ""),
        assumption=table.get("assumption", str, ""),
        in_borough=table.get("in_borough", bool, True),
        has_reception=table.need("has_reception", bool),
        has_cells=table.need("has_cells", bool),
        designated=table.need("designated", bool),
    )


def _phone(table: Table, stations: dict[str, StationFacts]) -> ContactPointFacts:
    table.only(*_PLACE, "station", "device", "channel")
    return ContactPointFacts(
        key=_key(table),
        name=table.need("name", str),
        address=table.need("address", str),
        lat=table.number("lat", 49.0, 61.0),
        lon=table.number("lon", -8.0, 2.0),
        note=table.get("note", str, ""),
        assumption=table.get("assumption", str, ""),
        station=table.one_of("station", stations) if table.values.get("station") else "",
        device=table.need("device", str),
        channel=table.get("channel", str, "HELP_POINT"),
    )


def _suite(table: Table, stations: dict[str, StationFacts]) -> SuiteFacts:
    table.only("key", "name", "station", "note", "assumption", "cells")
    station = table.one_of("station", stations)
    if not stations[station].has_cells or not stations[station].designated:
        raise table.wrong(
            "station", f"{stations[station].name} has no cells or is not designated, so no suite can be there."
        )
    return SuiteFacts(
        key=_key(table),
        name=table.need("name", str),
        station=station,
        note=table.get("note", str, ""),
        assumption=table.get("assumption", str, ""),
        cells=_cells(table),
    )


def _cells(suite: Table) -> tuple[CellFacts, ...]:
    before = _cell_tables_before(suite)
    rows = suite.get("cells", list, [])
    if not rows:
        raise suite.wrong("", "The suite has no [[suite.cells]].")
    cells: list[CellFacts] = []
    for offset, row in enumerate(rows):
        table = Table(file=suite.file, text=suite.text, name="suite.cells", index=before + offset, values=row)
        table.only("numbers", "kind", "features")
        kind, features = table.one_of("kind", CELL_KINDS), _features(table)
        for number in _numbers(table):
            if any(cell.number == number for cell in cells):
                raise table.wrong("numbers", f"Cell {number} is there twice.")
            cells.append(CellFacts(number=number, kind=kind, features=features))
    return tuple(cells)


def _features(table: Table) -> tuple[str, ...]:
    features = table.words("features")
    for feature in features:
        if feature not in CELL_FEATURES:
            known = ", ".join(CELL_FEATURES)
            raise table.wrong("features", f"“features” has {feature!r}, which no rule knows; it is one of {known}.")
    return features


def _cell_tables_before(suite: Table) -> int:
    """How many [[suite.cells]] stand above this suite, since their heads are counted through the file."""
    start = line_of(suite.text, "suite", suite.index) - 1
    return sum("[[suite.cells]]" in line for line in suite.text.splitlines()[:start])


def _numbers(table: Table) -> list[str]:
    text = table.need("numbers", str)
    found = re.fullmatch(r"([A-Z]{0,3})(\d{1,3})(?:-([A-Z]{0,3})(\d{1,3}))?", text)
    if not found:
        raise table.wrong("numbers", f"“numbers” is {text!r}; write M1-M15 or M1.")
    letters, first, letters_again, last = found.groups()
    if last is None:
        return [text]
    if letters != letters_again or int(last) < int(first):
        raise table.wrong(
            "numbers", f"“numbers” is {text!r}; both ends need the same letters and the last must follow the first."
        )
    return [f"{letters}{number}" for number in range(int(first), int(last) + 1)]


def _team(table: Table, stations: dict[str, StationFacts]) -> TeamFacts:
    table.only(*_TEAM)
    strength, on_call = table.need("strength", int), table.get("on_call", int, 1)
    if strength < 1 or not 0 <= on_call <= strength:
        raise table.wrong("on_call", f"{on_call} on call of a strength of {strength} cannot be.")
    return TeamFacts(
        key=_key(table),
        name=table.need("name", str),
        kind=table.one_of("kind", TEAM_KINDS),
        base=table.one_of("base", stations) if table.values.get("base") else "",
        strength=strength,
        on_call=on_call,
        of_the_borough=table.get("of_the_borough", bool, True),
        call_signs=table.words("call_signs"),
        skills=table.words("skills"),
        areas=table.words("areas"),
        note=table.get("note", str, ""),
        assumption=table.get("assumption", str, ""),
    )


def _partner(table: Table) -> PartnerFacts:
    table.only("key", "name", "kind", "does", "assumption")
    return PartnerFacts(
        key=_key(table),
        name=table.need("name", str),
        kind=table.need("kind", str),
        does=table.need("does", str),
        assumption=table.get("assumption", str, ""),
    )


def _key(table: Table) -> str:
    key = table.need("key", str)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key):
        raise table.wrong("key", f"“key” is {key!r}; use small letters, figures and hyphens.")
    return key


def _strength_adds_up(borough: Borough, strength: Table) -> None:
    total = sum(team.strength for team in borough.teams if team.of_the_borough)
    if total != borough.officers:
        raise strength.wrong(
            "officers", f"“officers” is {borough.officers}, but the borough's teams add up to {total}."
        )


def _devices_differ(folder: Path, borough: Borough) -> None:
    path = folder / "contact_points.toml"
    devices = [phone.device for phone in borough.contact_points]
    for index, device in enumerate(devices):
        if device in devices[:index]:
            text = path.read_text("utf-8-sig")
            raise BoroughError(
                path, line_of(text, "contact_point", index, "device"), f"Device {device!r} is there twice."
            )
