"""Changing the duties of a roster, inside the action that does it."""

from collections.abc import Iterable
from datetime import date

from django.db import IntegrityError, connection, transaction

from bluelamp.deadlines.instants import spoken, spoken_day
from bluelamp.duty.models import PlannedDuty, Roster
from bluelamp.duty.rules.cover import Shift
from bluelamp.duty.rules.planning import Planned
from bluelamp.verdict import Refused, insist, refused

ROWS_AT_ONCE = 2000
"""One statement of the ORM takes 65,535 values at most; a roster of the command has eleven thousand duties."""
_INSERT = """
    INSERT INTO duty_plannedduty (roster_id, unit, source, officer_id, day, shift, kind, during)
    SELECT %s::bigint, %s::text, %s::text, officer, day, shift, kind, tstzrange(begins, ends)
    FROM unnest(%s::bigint[], %s::date[], %s::text[], %s::text[], %s::timestamptz[], %s::timestamptz[])
        AS said(officer, day, shift, kind, begins, ends)
"""


def insist_seen(row: Roster, version: int) -> None:
    """Raise Refused with the other's change where the roster was changed since it was looked at."""
    if row.version != version:
        words = f"{row.changed_by} changed this roster at {spoken(row.changed_at)}: {row.changed_words}."
        insist(refused(f"{words} Look at it, then change it again.", "Two planners at once", field="version"))


def set_duty(
    row: Roster, *, officer: int, unit: str, day: date, shift: Shift | None, on_call: bool,
    source: str = PlannedDuty.Source.PLANNER,
) -> str:  # fmt: skip
    """Replace what an officer does on a day, and answer the shift that stood before. Raises Refused for an overlap."""
    kind = PlannedDuty.Kind.ON_CALL if on_call else PlannedDuty.Kind.DUTY
    if not row.begins <= day < row.ends:
        insist(refused(f"{spoken_day(day)} is not in this roster.", "Order of events", field="day"))
    stood = PlannedDuty.objects.filter(roster=row, officer=officer, day=day, kind=kind)
    before = ", ".join(stood.values_list("shift", flat=True))
    stood.delete()
    if shift:
        put(row, [Planned(officer=f"officer:{officer}", day=day, shift=shift.key)], {shift.key: shift}, unit, source)
    return before


def put(row: Roster, planned: Iterable[Planned], shifts: dict[str, Shift], unit: str, source: str) -> None:
    """Write duties into a roster, however many, in one statement. Raises Refused where two of one officer overlap."""
    rows = [(int(one.officer.partition(":")[2]), one.day, one.shift, one.duty(shifts)) for one in planned]
    if not rows:
        return
    officers, days, keys, duties = zip(*rows, strict=True)
    kinds = [PlannedDuty.Kind.ON_CALL.value if one.on_call else PlannedDuty.Kind.DUTY.value for one in duties]
    columns = (officers, days, keys, kinds, [one.begins for one in duties], [one.ends for one in duties])
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_INSERT, [row.pk, unit, source, *map(list, columns)])
    except IntegrityError as error:
        if "one_planned_duty_at_a_time" not in str(error):
            raise
        raise Refused(refused("The officer has another duty in that time.", "One place at a time")) from error
