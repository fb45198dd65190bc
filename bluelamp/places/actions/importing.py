"""Replaces the proxy for drive times by a road network from OpenStreetMap."""

from datetime import datetime
from pathlib import Path

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.places.events import ROADS_IMPORTED
from bluelamp.places.folder import borough_folder
from bluelamp.places.geography import geography
from bluelamp.places.graph import drive_times
from bluelamp.places.graph_building import proxy_network
from bluelamp.places.imported import road_path, write_table
from bluelamp.places.rules.borough import read_borough
from bluelamp.places.rules.osm import read_osm
from bluelamp.places.rules.snapping import table_between


@action
def import_roads(*, by: Acting, at: datetime, file: Path, key: str | None = None) -> dict[str, int]:
    """Read an OpenStreetMap extract and use its roads from now on; processes already running follow at their restart.

    Raises RoadsError or NotCovered in words before anything is changed. Answers counts of what was read.
    """
    require(by, "places.edit")
    roads, counted = read_osm(file)
    points = proxy_network(read_borough(borough_folder()), geography()).nodes
    write_table(road_path(), points, table_between(points, roads))
    drive_times.cache_clear()
    write(ROADS_IMPORTED, record="borough:1", facts={"file": file.name, **counted})
    return counted
