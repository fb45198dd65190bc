"""The proxy for drive times on a small made-up borough: joined, symmetric, main roads quicker."""

from pathlib import Path

import numpy as np
import pytest

from bluelamp.places.rules.areas import read_areas, read_postcodes
from bluelamp.places.rules.drive_times import DriveTimes, anchored, scaled, squares
from bluelamp.places.rules.points import Point, km_between
from bluelamp.places.rules.roads import read_roads
from bluelamp.places.rules.toml_lines import BoroughError
from bluelamp.places.rules.travel import Edge, Network, all_pairs, clustered, network, slope

SMALL = Path(__file__).resolve().parents[1] / "cases" / "littleford"
PACE = {"urban": 2.0, "rural": 1.5, "main": 1.2, "trunk": 1.0, "motorway": 0.75}
SUITE = Point(52.001, -0.97)


def small() -> Network:
    areas = read_areas(SMALL)
    setting = {area.code: area.setting(8) for area in areas}
    places = clustered((p.point, setting[p.area]) for p in read_postcodes(SMALL, areas))
    return network(places, read_roads(SMALL), [SUITE], PACE)


def drives() -> DriveTimes:
    joined = small()
    return DriveTimes(
        nodes=joined.nodes,
        table=all_pairs(joined).tolist(),
        look_up=squares(joined.nodes),
        pace=2.0,
        suites={"littleford": SUITE},
        suite_extra=0.0,
        source="test",
    )


def test_every_place_reaches_every_other_the_same_both_ways() -> None:
    minutes = all_pairs(small())
    assert np.isfinite(minutes).all()
    assert np.allclose(minutes, minutes.T)
    assert (np.diag(minutes) == 0).all()


def test_density_makes_urban_or_rural() -> None:
    town, fields = read_areas(SMALL)
    assert (town.setting(8), fields.setting(8)) == ("urban", "rural")
    assert town.setting(50) == "urban"  # the threshold itself counts as urban
    assert fields.now == ("X021", "X022")


def test_a_main_road_is_quicker_than_no_road() -> None:
    areas = read_areas(SMALL)
    places = clustered((p.point, "urban") for p in read_postcodes(SMALL, areas))
    slow = network(places, read_roads(SMALL), [SUITE], {**PACE, "main": 4.0})
    quick = network(places, read_roads(SMALL), [SUITE], {**PACE, "main": 0.5})
    assert all_pairs(quick).sum() < all_pairs(slow).sum()


def test_the_same_two_nodes_joined_twice_take_the_quicker_way() -> None:
    two = Network(
        nodes=(Point(52, -1), Point(52, -1.1)), edges=(Edge(a=0, b=1, minutes=9), Edge(a=1, b=0, minutes=4)), local=2
    )
    assert all_pairs(two)[0][1] == 4


def test_roads_in_parts_are_refused() -> None:
    apart = Network(
        nodes=tuple(Point(52, -1 - n / 10) for n in range(4)),
        edges=(Edge(a=0, b=1, minutes=1), Edge(a=2, b=3, minutes=1)),
        local=4,
    )
    with pytest.raises(ValueError, match="parts"):
        all_pairs(apart)


def test_the_anchor_and_the_scale_hold() -> None:
    raw = drives()
    home = Point(52.0, -1.0)
    assert anchored(raw, station=home, suite_minutes=25).minutes_to_suite(home, "littleford") == pytest.approx(25)
    far = Point(52.02, -1.04)
    assert scaled(raw, 2).minutes(home, far) == pytest.approx(2 * raw.minutes(home, far))


def test_nearness_is_a_straight_line_and_far_away_costs_more() -> None:
    found = drives()
    here = Point(52.0, -1.0)
    assert found.minutes(here, here) == 0
    near = Point(52.001, -1.0)
    assert found.minutes(here, near) == pytest.approx(km_between(here, near) * 2.0)
    assert found.minutes(here, Point(52.3, -1.0)) > found.minutes(here, Point(52.15, -1.0)) > 10


def read_all(folder: Path) -> None:
    read_roads(folder)
    read_postcodes(folder, read_areas(folder))


def test_slope() -> None:
    assert slope([0, 10, 20], [5, 17, 29]) == pytest.approx(1.2)


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "words"),
    [
        ("roads.toml", '"Market Place", 52.001', '"Market Place", "52.001"', 5, "A junction is"),
        ("roads.toml", '"East End"]', '"North End"]', 10, "not one of the junctions"),
        ("geo/postcodes.csv", "LF1 1AB,52.00600", "LF1 1AB,52.006x", 3, "not a latitude"),
        ("geo/postcodes.csv", "LF1 2AA,52.01500,-0.98000,X02", "LF1 2AA,52.01500,-0.98000,X03", 5, "not in lsoas.csv"),
        ("geo/lsoas.csv", "900,700,400", "900,0,400", 3, "above nought"),
        ("geo/lsoas.csv", "code,name", "kode,name", 1, "The columns must be"),
    ],
)
def test_a_fault_in_the_geography_names_file_and_line(
    tmp_path: Path, file: str, old: str, new: str, line: int, words: str
) -> None:
    (tmp_path / "geo").mkdir()
    for each in ("roads.toml", "geo/postcodes.csv", "geo/lsoas.csv"):
        text = (SMALL / each).read_text("utf-8")
        (tmp_path / each).write_text(text.replace(old, new) if each == file else text, "utf-8")
    with pytest.raises(BoroughError, match=words) as fault:
        read_all(tmp_path)
    assert fault.value.file == tmp_path / file
    assert fault.value.line == line
