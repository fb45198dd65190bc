"""An OpenStreetMap extract: roads with their speeds, and a fault in words for a file that cannot be used."""

import gzip
from pathlib import Path

import pytest

from bluelamp.places.rules.osm import RoadsError, read_osm, speed_of
from bluelamp.places.rules.points import Point
from bluelamp.places.rules.snapping import NotCovered, table_between
from bluelamp.places.rules.travel import all_pairs

SMALL = Path(__file__).resolve().parents[1] / "cases" / "small.osm"


def test_roads_are_read_and_what_is_left_out_is_counted() -> None:
    roads, counted = read_osm(SMALL)
    assert counted == {"ways": 6, "roads": 5, "gaps": 1, "nodes": 6, "left_out": 2}
    minutes = all_pairs(roads)
    first, second = roads.nodes.index(Point(52.0, -1.04)), roads.nodes.index(Point(52.0, -1.0))
    assert minutes[first][second] == pytest.approx(2.74 / (30 * 1.609 * 0.8) * 60, rel=0.01)


def test_gzip_reads_the_same(tmp_path: Path) -> None:
    packed = tmp_path / "small.osm.gz"
    packed.write_bytes(gzip.compress(SMALL.read_bytes()))
    assert read_osm(packed) == read_osm(SMALL)


def test_speeds() -> None:
    assert speed_of({"highway": "residential", "maxspeed": "20 mph"}) == pytest.approx(25.7, abs=0.1)
    assert speed_of({"highway": "residential", "maxspeed": "walk"}) == 28
    assert speed_of({"highway": "residential", "maxspeed": "200"}) == 56
    assert speed_of({"highway": "footway"}) is None
    assert speed_of({"highway": "service", "motor_vehicle": "no"}) is None
    assert speed_of({"waterway": "river"}) is None


def cut(tmp_path: Path) -> Path:
    file = tmp_path / "cut.osm"
    file.write_bytes(SMALL.read_bytes()[:-40])
    return file


def cut_gzip(tmp_path: Path) -> Path:
    file = tmp_path / "cut.osm.gz"
    file.write_bytes(gzip.compress(SMALL.read_bytes())[:-60])
    return file


def other_xml(tmp_path: Path) -> Path:
    file = tmp_path / "other.xml"
    file.write_text("<gpx><wpt/></gpx>")
    return file


def no_roads(tmp_path: Path) -> Path:
    file = tmp_path / "empty.osm"
    file.write_text('<osm><node id="1" lat="52" lon="-1"/></osm>')
    return file


def no_place(tmp_path: Path) -> Path:
    file = tmp_path / "bad.osm"
    file.write_text('<osm><node id="1" lat="north" lon="-1"/></osm>')
    return file


def empty(tmp_path: Path) -> Path:
    file = tmp_path / "nothing.osm"
    file.write_bytes(b"")
    return file


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (cut, r"cut\.osm, line 1\d, column \d+: the file is cut short"),
        (cut_gzip, r"cut\.osm\.gz: the gzip is cut short"),
        (other_xml, "<gpx>, not <osm>"),
        (no_roads, "there are no roads in it"),
        (no_place, "Node 1 has no proper id, lat and lon"),
        (empty, "cut short"),
        (lambda folder: folder / "nowhere.osm", "no such file"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_words(tmp_path: Path, make: object, words: str) -> None:
    with pytest.raises(RoadsError, match=words):
        read_osm(make(tmp_path))  # type: ignore[operator]


def test_points_are_joined_to_the_roads() -> None:
    roads, _ = read_osm(SMALL)
    points = [Point(52.0, -1.04), Point(52.001, -0.9999), Point(52.001, -0.97)]
    table = table_between(points, roads)
    assert table[0][0] == 0
    assert table[0][2] > table[0][1] > 4
    assert table[0][1] == table[1][0]


def test_roads_that_do_not_reach_the_borough_are_refused() -> None:
    roads, _ = read_osm(SMALL)
    with pytest.raises(NotCovered, match="1 of 2 points"):
        table_between([Point(52.0, -1.0), Point(53.0, -1.0)], roads)
