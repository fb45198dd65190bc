"""What a measurement needs to be there: open incidents through the action, and units that wait."""

from collections.abc import Mapping
from typing import Any

from bluelamp import clock

SIX = ("threat", "harm", "risk", "investigation", "vulnerability", "engagement")
GRADES = ("G1", "G2", "G2", "G3", "G3", "G3", "G4")


def incidents(number: int) -> list[int]:
    """Log this many open incidents of every grade over the borough's postcodes; their keys."""
    from bluelamp.access.acting import system
    from bluelamp.calls.actions.incidents import log_incident
    from bluelamp.calls.grades import Assessment
    from bluelamp.calls.rules.grading import Stated
    from bluelamp.calls.rules.thrive import Rationale
    from bluelamp.places.geography import geography

    by = system("bench", "calls.log", "calls.triage")
    postcodes = geography().postcodes
    made = []
    for n in range(number):
        assessed = Assessment(
            stated=Stated(),
            thrive=Rationale(**dict.fromkeys(SIX, "None known")),
            grade=GRADES[n % len(GRADES)],
            reason="For the measurement",
        )
        where = _where(postcodes[n * 37 % len(postcodes)])
        made.append(
            log_incident(
                by=by,
                at=clock.now(),
                channel="101",
                kind="Suspicious person or vehicle, just now",
                opening_code="suspicious",
                what="Somebody looks into cars along the street.",
                assessed=assessed,
                more=where,
            )
        )
    return [int(ref.partition(":")[2]) for ref in made]


def _where(postcode: Any) -> Mapping[str, object]:
    from bluelamp.places.geography import geography

    ground = geography()
    return {
        "place_words": postcode.text,
        "lon": postcode.point.lon,
        "lat": postcode.point.lat,
        "lsoa": postcode.area,
        "settlement": ground.settlement_at(postcode.point).name,
        "urban": ground.setting_at(postcode.point) == "urban",
    }


def units(number: int, *, first: int = 1000) -> list[tuple[int, str]]:
    """This many free units at the home station: (key, call sign)."""
    from bluelamp.dispatch.models import Unit
    from bluelamp.dispatch.rules.unit_status import Status
    from bluelamp.places.queries import home_station

    station, at = home_station(), clock.now()
    rows = [
        Unit(
            call_sign=f"B{n}",
            kind="response",
            base_lon=station.lon,
            base_lat=station.lat,
            lon=station.lon,
            lat=station.lat,
            positioned_at=at,
            status=Status.FREE,
            status_since=at,
            settlement="Borehamwood",
        )
        for n in range(first, first + number)
    ]
    return [(one.pk, one.call_sign) for one in Unit.objects.bulk_create(rows)]
