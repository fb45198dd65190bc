"""What runs from a station that is not designated until a suite is reached (P4): kept right by the actions."""

from datetime import datetime

from bluelamp.compiled import Compiled, Given
from bluelamp.custody.models import Arrest, VoluntaryAttendance
from bluelamp.custody.owed.places import DESIGNATED, STATION_LIMIT, designated_by, station_limit
from bluelamp.custody.rules.facts import Way
from bluelamp.owed.actions.stating import promise
from bluelamp.places.models import Station


def at_station(made: Arrest, place: Station, when: datetime, why: str) -> None:
    """The first station is reached: the 24 hours run, and the 6 hours to a suite where it is not designated."""
    made.first_station, made.first_station_at, made.first_station_why = place, when, why
    made.save(update_fields=["first_station", "first_station_at", "first_station_why", "way"])
    if place.designated:
        return
    who, about = {"who": made.person.name}, (made.person.ref,)
    promise(DESIGNATED, record=made.ref, due=designated_by(made), began_at=when, words=who, about=about)
    promise(STATION_LIMIT, record=made.ref, due=station_limit(made), began_at=when, words=who, about=about)


_ATTENDING = Compiled(
    lambda: (
        VoluntaryAttendance.objects.select_for_update(of=("self",))
        .select_related("station")
        .filter(person_id=Given("person"), ended_at=None)
    )
)


def ends_attendance(made: Arrest) -> None:
    """An arrest ends a voluntary attendance; at a police station the 24 hours run from the arrest (s.41(2)(c))."""
    found = _ATTENDING.first(person=made.person_id)
    if found is None:
        return
    found.ended_at, found.ended_words, found.arrest = made.arrested_at, "Arrested", made
    found.save(update_fields=["ended_at", "ended_words", "arrest"])
    if found.station:
        made.way = Way.VOLUNTARY.value
        at_station(made, found.station, made.arrested_at, "Came by their own will")
