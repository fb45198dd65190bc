"""Works out the drive times of a borough. Loads what only that needs; who looks them up asks `graph`."""

from pathlib import Path

from bluelamp.places.geography import Geography
from bluelamp.places.imported import read_table
from bluelamp.places.law_in_force import law_of
from bluelamp.places.rules.borough import Borough
from bluelamp.places.rules.drive_times import DriveTimes, anchored, scaled, squares
from bluelamp.places.rules.points import Point, km_between
from bluelamp.places.rules.travel import Network, all_pairs, clustered, network, slope

PROXY = "Proxy: postcode points joined into a graph, main roads as junction lists"
IMPORTED = "Road network imported from OpenStreetMap"


def build(borough: Borough, ground: Geography, roads: Path | None) -> DriveTimes:
    """Drive times of a borough: from the imported table if there is one, else the proxy set to the known slope."""
    law = law_of("places")
    joined = proxy_network(borough, ground)
    table = read_table(roads, joined.nodes) if roads else None
    stations = {station.key: Point(station.lat, station.lon) for station in borough.stations}
    raw = DriveTimes(
        nodes=joined.nodes,
        table=(all_pairs(joined) if table is None else table).tolist(),
        look_up=squares(joined.nodes),
        pace=float(law["travel.minutes_a_km"].value["urban"]),
        suites={suite.key: stations[suite.station] for suite in borough.suites},
        suite_extra=0.0,
        source=PROXY if table is None else IMPORTED,
    )
    if table is not None:
        return raw
    level = scaled(raw, float(law["travel.slope"].value) / _slope_to_suites(raw, ground))
    home = next(Point(station.lat, station.lon) for station in borough.stations if station.in_borough)
    return anchored(level, station=home, suite_minutes=float(law["travel.suite_minutes"].value))


def proxy_network(borough: Borough, ground: Geography) -> Network:
    """Postcode points as nodes, with main roads and the suites' stations joined on."""
    places = clustered((p.point, ground.areas[p.area].setting(ground.threshold)) for p in ground.postcodes)
    stations = {station.key: Point(station.lat, station.lon) for station in borough.stations}
    outside = [stations[suite.station] for suite in borough.suites]
    pace = {kind: float(value) for kind, value in law_of("places")["travel.minutes_a_km"].value.items()}
    return network(places, ground.roads, outside, pace)


def _slope_to_suites(raw: DriveTimes, ground: Geography) -> float:
    """How minutes grow with straight-line kilometres from the borough's areas to the suites."""
    middles: dict[str, Point] = {}
    for postcode in ground.postcodes:
        middles.setdefault(postcode.area, postcode.point)
    pairs = [(middle, suite) for middle in middles.values() for suite in raw.suites.values()]
    return slope([km_between(a, b) for a, b in pairs], [raw.minutes(a, b) for a, b in pairs])
