"""The drive times of the borough this program serves: a proxy, or an imported road network where there is one."""

from datetime import date
from functools import cache

from bluelamp.places.folder import borough_folder
from bluelamp.places.geography import geography
from bluelamp.places.imported import road_file
from bluelamp.places.kept_drive_times import kept
from bluelamp.places.law_in_force import law_of
from bluelamp.places.rules.borough import read_borough
from bluelamp.places.rules.drive_times import DriveTimes
from bluelamp.places.rules.points import Point


@cache
def drive_times() -> DriveTimes:
    """The borough's drive times, read or worked out when first asked for (under a second)."""
    return kept(_worked_out, borough=borough_folder(), roads=road_file(), law=law_of("places"))


def _worked_out() -> DriveTimes:
    from bluelamp.places.graph_building import build  # here, for it loads SciPy

    return build(read_borough(borough_folder()), geography(), road_file())


def minutes(from_point: Point, to_point: Point) -> float:
    """Ordinary drive minutes between two points."""
    return drive_times().minutes(from_point, to_point)


def minutes_on_blue_lights(from_point: Point, to_point: Point, *, on: date) -> float:
    """Drive minutes of an emergency response, by the factor in force on the day `on` (an assumption)."""
    factor = float(law_of("places").value("travel.blue_light_factor", on=on).value)
    return drive_times().minutes(from_point, to_point) * factor


def minutes_to_suite(point: Point, suite: str) -> float:
    """Ordinary drive minutes from a point to a suite by its key."""
    return drive_times().minutes_to_suite(point, suite)
