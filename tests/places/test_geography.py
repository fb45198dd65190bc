"""Hertsmere on the ground: areas, postcodes, drive times and the figures they are set by."""

import csv
import json
import time
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from bluelamp.places.geography import geography, read_geography
from bluelamp.places.graph import drive_times, minutes, minutes_on_blue_lights, minutes_to_suite
from bluelamp.places.graph_building import PROXY, build
from bluelamp.places.rules.borough import read_borough
from bluelamp.places.rules.points import Point, km_between
from bluelamp.places.rules.travel import slope

ROOT = Path(__file__).resolve().parents[2]
HERTSMERE = ROOT / "boroughs" / "hertsmere"
SMALL = Path(__file__).parent / "cases" / "littleford"
STATION = Point(51.65925, -0.26745)
DATA = ROOT.parent / "shared" / "data" / "geo"


def middles() -> dict[str, Point]:
    """The middle of each area's postcodes."""
    points: dict[str, list[Point]] = {}
    for postcode in geography().postcodes:
        points.setdefault(postcode.area, []).append(postcode.point)
    return {area: Point(*np.mean(found, axis=0)) for area, found in points.items()}


def test_all_of_the_borough_is_there() -> None:
    ground = geography()
    assert len(ground.postcodes) == 3056
    assert len({area.code for area in ground.areas.values()}) == 62
    assert sum(area.persons for area in {a.code: a for a in ground.areas.values()}.values()) == 100_031
    assert ground.area("E01035598") is ground.area("E01035599") is ground.area("E01023539")
    assert ground.area("E01000001") is None


def test_about_a_fifth_of_the_areas_or_fewer_are_rural() -> None:
    ground = geography()
    rural = {area.code for area in ground.areas.values() if area.setting(ground.threshold) == "rural"}
    assert 5 <= len(rural) <= 13
    by_name = {settlement.name: ground.setting_at(settlement.point) for settlement in ground.settlements}
    assert by_name["Borehamwood"] == by_name["Potters Bar"] == by_name["Radlett"] == "urban"
    assert by_name["South Mimms"] == by_name["Aldenham"] == "rural"


def test_a_point_knows_its_area_and_settlement() -> None:
    ground = geography()
    assert ground.settlement_at(STATION).name == "Borehamwood"
    assert ground.area_at(STATION).name.startswith("Hertsmere 0")
    assert ground.contains(STATION)
    assert not ground.contains(Point(51.7627, -0.2435))


def test_the_drive_to_a_suite_is_about_25_minutes_from_the_station() -> None:
    drives = {suite: minutes_to_suite(STATION, suite) for suite in ("hatfield", "stevenage")}
    print(f"From Borehamwood station: {drives}, {drive_times().source}")  # noqa: T201
    assert sum(drives.values()) / 2 == pytest.approx(25)
    assert drives["hatfield"] < 25 < drives["stevenage"]
    assert drive_times().source == PROXY


def test_minutes_grow_with_distance_as_the_slope_says() -> None:
    pairs = [(middle, suite) for middle in middles().values() for suite in drive_times().suites.values()]
    found = slope([km_between(a, b) for a, b in pairs], [minutes(a, b) for a, b in pairs])
    print(f"Slope {found:.2f} minutes a kilometre")  # noqa: T201
    assert found == pytest.approx(1.21, abs=0.06)


def test_every_area_reaches_both_suites_and_every_settlement() -> None:
    for area, middle in middles().items():
        for suite in drive_times().suites:
            assert 3 < minutes_to_suite(middle, suite) < 60, area
        for settlement in geography().settlements:
            assert minutes(middle, settlement.point) < 45, area


def test_both_ways_take_the_same() -> None:
    points = list(middles().values())
    for a, b in zip(points, reversed(points), strict=True):
        assert minutes(a, b) == pytest.approx(minutes(b, a), abs=0.01)


def test_nowhere_is_quicker_than_a_motorway_in_a_straight_line() -> None:
    points = list(middles().values())
    for a, b in zip(points, points[20:], strict=False):
        assert minutes(a, b) >= km_between(a, b) * 0.6


def test_blue_lights_are_quicker_by_a_dated_assumption() -> None:
    ordinary = minutes(STATION, Point(51.697, -0.185))
    assert minutes_on_blue_lights(STATION, Point(51.697, -0.185), on=date(2026, 11, 20)) == pytest.approx(
        0.75 * ordinary
    )


def test_a_question_is_answered_at_once() -> None:
    """Generous, since the machine may be busy: about 3 microseconds were measured, 20 are wanted."""
    points = [postcode.point for postcode in geography().postcodes]
    drives = drive_times()
    began = time.perf_counter()
    for a, b in zip(points, reversed(points), strict=True):
        drives.minutes(a, b)
    assert (time.perf_counter() - began) / len(points) < 200e-6


def test_another_borough_has_its_own_drive_times() -> None:
    small = build(read_borough(SMALL), read_geography(SMALL, 8.0), None)
    assert small.minutes_to_suite(Point(52.0, -1.0), "littleford") == pytest.approx(25)
    assert small.minutes(Point(52.0, -1.0), Point(52.0, -1.03)) > 1


@pytest.mark.parametrize("file", ["outline.geojson", "lsoas.geojson"])
def test_what_the_map_draws_is_small_and_says_whose_it_is(file: str) -> None:
    path = HERTSMERE / "geo" / file
    drawn = json.loads(path.read_text("utf-8"))
    assert "Open Government Licence v3.0" in drawn["attribution"]
    assert path.stat().st_size < 60_000
    assert len(drawn["features"]) == (1 if "outline" in file else 62)


@pytest.mark.skipif(not DATA.is_dir(), reason="The drive minutes to hospitals are not on this machine")
def test_the_slope_is_that_of_the_published_drive_minutes() -> None:
    hospitals = {"WD180HB": Point(51.6490, -0.4040), "HA13UJ": Point(51.5750, -0.3220)}
    names = {area.name: code for code, area in geography().areas.items() if code == area.code}
    with (DATA / "lsoa-drive-minutes-to-hospitals.csv").open() as stream:
        rows = list(csv.DictReader(stream))
    found = [
        slope([km_between(middles()[names[row["LSOA"]]], point) for row in rows], [float(row[name]) for row in rows])
        for name, point in hospitals.items()
    ]
    assert sum(found) / 2 == pytest.approx(1.21, abs=0.05)
