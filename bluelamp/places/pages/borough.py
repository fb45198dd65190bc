"""The borough on one page: stations, phones, suites, teams and partners, with every assumption marked."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp.access.guard import page
from bluelamp.places.folder import borough_folder
from bluelamp.places.geography import geography
from bluelamp.places.graph import drive_times
from bluelamp.places.models import Cell, Suite
from bluelamp.places.queries import contact_points, partners, stations, suites, teams
from bluelamp.places.rules.borough import read_borough
from bluelamp.places.rules.drive_times import DriveTimes
from bluelamp.places.rules.points import Point


@page("places.view")
def borough(request: HttpRequest) -> HttpResponse:
    """Read only: the list, and the map beside it."""
    ground, drives = geography(), drive_times()
    rural = {area.code for area in ground.areas.values() if area.setting(ground.threshold) == "rural"}
    context = {
        "borough": read_borough(borough_folder()),
        "stations": stations(),
        "phones": contact_points(),
        "suites": [_suite(suite) for suite in suites()],
        "teams": teams(),
        "partners": partners(),
        "settlements": [
            {"name": s.name, "setting": ground.setting_at(s.point), "minutes": _to_suites(s.point, drives)}
            for s in ground.settlements
        ],
        "roads": ground.roads,
        "drive_source": drives.source,
        "suite_names": [suite.name for suite in suites() if suite.key in drives.suites],
        "rural": len(rural),
        "areas": len({area.code for area in ground.areas.values()}),
        "threshold": ground.threshold,
    }
    return render(request, "places/borough.html", context)


def _to_suites(point: Point, drives: DriveTimes) -> list[int]:
    return [round(drives.minutes_to_suite(point, suite)) for suite in drives.suites]


def _suite(suite: Suite) -> dict[str, object]:
    cells = list(suite.cells.all())
    kinds = Counter(Cell.Kind(cell.kind).label for cell in cells)
    return {
        "suite": suite,
        "count": len(cells),
        "kinds": dict(kinds),
        "cameras": sum(cell.has_camera for cell in cells),
        "closed": [cell for cell in cells if cell.state == Cell.State.CLOSED],
    }
