"""Imported roads replace the proxy; a file that does not cover the borough changes nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from bluelamp.access.acting import system
from bluelamp.places.actions.importing import import_roads
from bluelamp.places.geography import geography
from bluelamp.places.graph import drive_times
from bluelamp.places.graph_building import IMPORTED, PROXY
from bluelamp.places.imported import road_file
from bluelamp.places.law_in_force import law_of
from bluelamp.places.rules.points import Point

CASES = Path(__file__).parent / "cases"
AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
SETTER = system("setup", "places.edit")

pytestmark = pytest.mark.django_db


def forget() -> None:
    for cached in (geography, drive_times, law_of):
        cached.cache_clear()


@pytest.fixture(autouse=True)
def littleford(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.BOROUGH = CASES / "littleford"
    settings.HOME = tmp_path
    forget()
    yield
    forget()


def test_imported_roads_are_used_from_then_on() -> None:
    west, east = Point(52.0, -1.04), Point(52.001, -0.97)
    assert drive_times().source == PROXY
    counted = import_roads(by=SETTER, at=AT, file=CASES / "small.osm")
    assert counted["roads"] == 5
    assert drive_times().source == IMPORTED
    assert 6 < drive_times().minutes(west, east) < 12


def test_the_command_says_what_it_read_and_what_is_wrong(tmp_path: Path) -> None:
    said = StringIO()
    call_command("places", "import-roads", str(CASES / "small.osm"), stdout=said)
    assert "5 roads of 6 ways" in said.getvalue()
    cut = tmp_path / "cut.osm"
    cut.write_bytes((CASES / "small.osm").read_bytes()[:500])
    with pytest.raises(CommandError, match="cut short"):
        call_command("places", "import-roads", str(cut))


def test_roads_that_miss_the_borough_change_nothing(settings: Any) -> None:
    settings.BOROUGH = CASES.parents[2] / "boroughs" / "hertsmere"
    forget()
    with pytest.raises(CommandError, match="do not cover the borough"):
        call_command("places", "import-roads", str(CASES / "small.osm"))
    assert road_file() is None


def test_the_borough_is_loaded_by_command() -> None:
    said = StringIO()
    call_command("places", "load", stdout=said)
    assert "added" in said.getvalue()
    call_command("places", "load", stdout=said)
    assert "0 added, 0 changed" in said.getvalue()
