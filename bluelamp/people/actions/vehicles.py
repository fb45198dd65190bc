"""Adding a vehicle by its plate as seen."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.people import events
from bluelamp.people.actions.links import link
from bluelamp.people.models import Vehicle
from bluelamp.people.permissions import EDIT
from bluelamp.people.rules.plates import plate
from bluelamp.verdict import insist, refused


@action
def add_vehicle(
    *,
    as_seen: str,
    by: Acting,
    at: datetime,
    make: str = "",
    colour: str = "",
    identity_number: str = "",
    seen_at: str = "",
    key: str | None = None,
) -> str:
    """Add a vehicle with its plate exactly as seen; a plate of no known form is flagged, never refused (A5).

    Answers "vehicle:7". The same plate may be added again: a plate is not a vehicle. `seen_at` is the record it was
    seen at, such as "incident:41": it then stands in what happened there.
    """
    require(by, EDIT.name)
    read = plate(as_seen)
    if not read.normalised:
        insist(refused("Give the plate as seen.", field="as_seen"))
    vehicle = Vehicle.objects.create(
        as_seen=as_seen,
        normalised=read.normalised,
        skeleton=read.skeleton,
        style=read.style,
        flag=read.flag,
        make=make,
        colour=colour,
        identity_number=identity_number,
        added_at=at,
        added_by=by.ref,
    )
    facts = {"style": read.style.value}
    about = (seen_at,) if seen_at else ()
    write(
        events.VEHICLE_ADDED, record=vehicle.ref, about=about, facts=facts, words={"plate": as_seen, "flag": read.flag}
    )
    return vehicle.ref


@action
def add_vehicle_of(
    *,
    person: int,
    kind: str,
    source: str,
    as_seen: str,
    by: Acting,
    at: datetime,
    make: str = "",
    colour: str = "",
    key: str | None = None,
) -> str:
    """Add a vehicle and join a person to it: keeper, driver or passenger, and who says so. Answers "vehicle:7"."""
    ref = add_vehicle(by=by, at=at, as_seen=as_seen, make=make, colour=colour)
    link(person=person, kind=kind, to=ref, source=source, by=by, at=at)
    return ref
