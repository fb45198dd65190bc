"""Who crews a unit, what it is doing when not assigned, and where it is."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.compiled import Compiled, Given, fetch, update
from bluelamp.dispatch import events
from bluelamp.dispatch.models import Assignment, Unit, UnitCrew
from bluelamp.dispatch.rules.unit_status import Status, may_move
from bluelamp.ledger.actions.writing import action, write
from bluelamp.verdict import Refused, insist, refused


@action
def add_unit(
    *,
    by: Acting,
    at: datetime,
    call_sign: str,
    kind: str,
    lon: float,
    lat: float,
    settlement: str = "",
    team: int | None = None,
    key: str | None = None,
) -> str:
    """Add a unit with its base; it is off duty until crewed. Refused for a call sign in use."""
    require(by, "duty.crew")
    if Unit.objects.filter(call_sign=call_sign).exists():
        raise Refused(refused(f"{call_sign} is in use.", "One unit, one call sign", field="call_sign"))
    unit = Unit.objects.create(
        call_sign=call_sign,
        kind=kind,
        team_id=team,
        settlement=settlement,
        base_lon=lon,
        base_lat=lat,
        lon=lon,
        lat=lat,
        positioned_at=at,
        status_since=at,
    )
    write(events.UNIT_ADDED, record=unit.ref, facts={"call_sign": call_sign, "kind": kind})
    return unit.ref


@action
def crew_unit(
    *, by: Acting, at: datetime, unit: int, officers: Sequence[int], until: datetime, key: str | None = None
) -> str:
    """Put officers in a unit until a time and make it free.

    Refused for a unit that has a crew or a job, and where an officer is in another unit then.
    """
    require(by, "duty.crew")
    crewed = _unassigned(unit)
    if UnitCrew.objects.filter(unit=crewed, during__contains=at).exists():
        raise Refused(refused(f"{crewed.call_sign} has a crew: stand it down first.", "Order of events"))
    if until <= at:
        raise Refused(refused("A crew must end after it begins.", "Order of events", field="until"))
    during = DateTimeTZRange(at, until)
    try:
        UnitCrew.objects.bulk_create(UnitCrew(unit=crewed, officer_id=each, during=during) for each in officers)
    except IntegrityError as error:
        if "nobody_in_two_units" not in str(error):
            raise
        words = "One of these officers is in another unit in that time."
        raise Refused(refused(words, "Nobody is in two places", field="officers")) from error
    _stand(crewed, Status.FREE, at, "")
    facts = {"call_sign": crewed.call_sign, "until": until.isoformat()}
    write(events.CREWED, record=crewed.ref, about=[f"officer:{each}" for each in officers], facts=facts)
    return crewed.ref


@action
def stand_down(*, by: Acting, at: datetime, unit: int, key: str | None = None) -> str:
    """End the unit's crew; refused while it is assigned."""
    require(by, "duty.crew")
    standing = _unassigned(unit)
    for crew in UnitCrew.objects.select_for_update().filter(unit=standing, during__contains=at):
        crew.during = DateTimeTZRange(crew.during.lower, at)
        update(crew, "during")
    _stand(standing, Status.OFF_DUTY, at, "")
    write(events.STOOD_DOWN, record=standing.ref, facts={"call_sign": standing.call_sign})
    return standing.ref


@action
def set_status(*, by: Acting, at: datetime, unit: int, status: str, words: str = "", key: str | None = None) -> str:
    """Set what a crewed unit without a job is doing: free, on call, not available; `words` say why, such as "meal"."""
    require(by, "dispatch.status")
    changed = _unassigned(unit)
    if changed.status == Status.OFF_DUTY:
        raise Refused(refused(f"{changed.call_sign} has no crew: crew it first.", "Order of events", field="status"))
    insist(may_move(before=Status(changed.status), after=Status(status), has_job=False))
    _stand(changed, Status(status), at, words)
    facts = {"call_sign": changed.call_sign, "status": status, "status_words": words or Status(status).words}
    write(events.STATUS_SET, record=changed.ref, facts={**facts, "unit": changed.ref})
    return changed.ref


@action
def report_position(*, by: Acting, at: datetime, unit: int, lon: float, lat: float, key: str | None = None) -> str:
    """Note where a unit says it is. Only the last place is kept in the table; the entry holds none."""
    require(by, "dispatch.status")
    moved = fetch(Unit, unit, lock=True)
    moved.lon, moved.lat, moved.positioned_at = lon, lat, at
    update(moved, "lon", "lat", "positioned_at")
    write(events.POSITION_REPORTED, record=moved.ref, facts={"call_sign": moved.call_sign})
    return moved.ref


_LIVE: Compiled[Assignment] = Compiled(
    lambda: Assignment.objects.filter(unit_id=Given("unit"), clear_at=None).select_related("incident")[:1]
)


def _unassigned(unit: int) -> Unit:
    found = fetch(Unit, unit, lock=True)
    live = _LIVE.first(unit=unit)
    if live:
        words = f"{found.call_sign} is assigned to {live.incident.number}: clear it first."
        raise Refused(refused(words, "Order of events"))
    return found


def _stand(unit: Unit, status: Status, at: datetime, words: str) -> None:
    unit.status, unit.status_since, unit.status_words = status, at, words
    update(unit, "status", "status_since", "status_words")
