"""Shifts: whoever the published roster has on duty comes on, crews the cars, and goes off again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bluelamp.compiled import Compiled, Given
from bluelamp.dispatch.actions.units import crew_unit, stand_down
from bluelamp.dispatch.models import Assignment, Unit, UnitCrew
from bluelamp.dispatch.rules.unit_status import Status
from bluelamp.duty.actions.tours import Booking, book_shift_on
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.queries import on_duty
from bluelamp.duty.rules.duties import DAY
from bluelamp.twin import crewing, street
from bluelamp.twin.cast import SETTING_UP
from bluelamp.twin.crewing import OnDuty
from bluelamp.twin.running import Running

OVERTIME = timedelta(hours=3)
LOOKS_AGAIN = timedelta(minutes=6)


def plan_day(run: Running, day: date) -> None:
    """Plan the changes of shift of a local day: whenever a duty of it, or of the night before, begins or ends."""
    windows = [one.window for one in cover_in_force().shifts.values() if not one.on_call]
    for at in sorted({at for window in windows for each in (day - DAY, day) for at in window.on(each)}):
        if at >= run.now and f"change:{at}" not in run.planned:
            run.planned.add(f"change:{at}")
            run.at(at, change)


def begin_current(run: Running) -> None:
    """Bring on everybody who is on duty now, at the start of a run."""
    _come_on(run, crewing.on_the_roster(run.now))


def change(run: Running) -> None:
    """Whose duty begins now comes on and crews the cars; cars whose crew's duty is over stand down."""
    _come_on(run, [one for one in crewing.on_the_roster(run.now) if one.begins == run.now])


def _come_on(run: Running, people: Iterable[OnDuty]) -> None:
    booked = set(on_duty(run.now).values_list("officer_id", flat=True))
    come = [one for one in people if one.officer not in booked]
    if come:
        bookings = [Booking(officer=one.officer, team=one.team.pk, until=one.ends) for one in come]
        run.do(book_shift_on, by=SETTING_UP, bookings=bookings)
    on = booked | {one.officer for one in come}
    out = _crewed(run)
    taken: set[int] = set()
    for begins in sorted({one.begins for one in come}):
        crews = crewing.crews(run, [one for one in come if one.begins == begins])
        for crew in crews:
            unit = _car(run, crew.call_signs, out, on, taken)
            if unit is not None:
                taken.add(unit)
                relieve(run, unit, list(crew.officers), crew.until)
    for unit in sorted(out.keys() - taken):
        if not out[unit].officers & on:
            send_home(run, unit, run.now + OVERTIME)
    street.serve_waiting(run)


@dataclass(frozen=True)
class Out:
    """A car that is out: its officers, and until when they may be in it."""

    officers: frozenset[int]
    until: datetime


def _crewed(run: Running) -> dict[int, Out]:
    """The twin's cars that are crewed now."""
    found: dict[int, Out] = {}
    mine = frozenset(run.cast.units.values())
    rows = UnitCrew.objects.filter(unit__in=mine, during__contains=run.now)
    for unit, officer, during in rows.values_list("unit_id", "officer_id", "during"):
        known = found.get(unit)
        found[unit] = Out((known.officers if known else frozenset()) | {officer}, during.upper)
    return found


def _car(run: Running, call_signs: Iterable[str], out: Mapping[int, Out], on: set[int], taken: set[int]) -> int | None:
    """A car for a new crew: one that stands at the station, else one whose crew is due off, the soonest first."""
    units = [run.cast.units[one] for one in call_signs if run.cast.units[one] not in taken]
    standing = [one for one in units if one not in out]
    ending = [one for one in units if one in out and not out[one].officers & on]
    leaving = sorted((one for one in units if one in out), key=lambda one: out[one].until)
    return next(iter((*ending, *standing, *leaving)), None)


def send_home(run: Running, unit: int, until: datetime) -> None:
    """A crew whose duty is over stands down once it is free, unless it was relieved meanwhile."""
    out = _crewed(run).get(unit)
    if out and not out.officers & set(on_duty(run.now).values_list("officer_id", flat=True)):
        if _is_busy(run, unit) and run.now < until:
            run.later(LOOKS_AGAIN, send_home, unit, until)
        else:
            run.do(stand_down, by=SETTING_UP, unit=unit)


def relieve(run: Running, unit: int, crew: list[int], until: datetime) -> None:
    """The old crew goes off and the new one comes on; a unit at work finishes first."""
    if until <= run.now:
        return
    if _is_busy(run, unit):
        run.later(LOOKS_AGAIN, relieve, unit, crew, until)
        return
    if Unit.objects.filter(pk=unit).exclude(status=Status.OFF_DUTY).exists():
        run.do(stand_down, by=SETTING_UP, unit=unit)
    if run.do(crew_unit, by=SETTING_UP, unit=unit, officers=crew, until=until + OVERTIME):
        run.crews[unit] = run.cast.by_officer[crew[0]]
    street.serve_waiting(run)


_WORK = Compiled(lambda: Assignment.objects.filter(unit_id=Given("unit"), clear_at=None).values_list("pk"))


def _is_busy(run: Running, unit: int) -> bool:
    """At work, or a person is at it."""
    return bool(_WORK.ask(unit=unit)) or not run.mine(f"unit:{unit}")
