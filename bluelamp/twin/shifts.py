"""Shifts: who is on the street, from when until when."""

from datetime import date, datetime, timedelta

from bluelamp.access.acting import Acting
from bluelamp.deadlines.instants import as_local, local_day, start_of_day
from bluelamp.dispatch.actions.units import crew_unit, stand_down
from bluelamp.dispatch.models import Assignment, Unit
from bluelamp.dispatch.rules.unit_status import Status
from bluelamp.duty.actions.tours import book_on
from bluelamp.places.models import Team
from bluelamp.places.queries import teams
from bluelamp.twin import street
from bluelamp.twin.cast import SETTING_UP
from bluelamp.twin.running import Running

OVERTIME = timedelta(hours=3)
LOOKS_AGAIN = timedelta(minutes=6)
KINDS = ("response", "neighbourhood", "roads")


def plan_day(run: Running, day: date) -> None:
    """Plan the shifts that begin on one local day."""
    for number in range(len(run.assumed["shifts"])):
        begins = _begins(run, day, number)
        if begins >= run.now:
            run.at(begins, begin, day, number)


def begin_current(run: Running) -> None:
    """Bring on the shift that is running now, at the start of a run."""
    day = local_day(run.now)
    number = max((n for n in range(len(run.assumed["shifts"])) if _begins(run, day, n) <= run.now), default=None)
    if number is None:
        day, number = day - timedelta(days=1), len(run.assumed["shifts"]) - 1
    begin(run, day, number)


def begin(run: Running, day: date, number: int) -> None:
    """A shift comes on: its officers book on, its cars are crewed as they come free."""
    until = _ends(run, day, number)
    wanted = run.assumed["shifts"][number]
    used: set[int] = set()
    for kind in KINDS:
        for call_sign, crew, team in _crews(run, day, number, kind, round(wanted[kind] * run.units_share)):
            used.add(run.cast.units[call_sign])
            for officer in crew:
                run.do(book_on, by=SETTING_UP, officer=officer.number, team=team.pk, until=until)
            relieve(run, run.cast.units[call_sign], [one.number for one in crew], until)
    for unit in Unit.objects.exclude(status=Status.OFF_DUTY).order_by("pk"):
        if unit.pk in run.cast.units.values() and unit.pk not in used:
            relieve(run, unit.pk, [], until)
    street.serve_waiting(run)


def relieve(run: Running, unit: int, crew: list[int], until: datetime) -> None:
    """The old crew goes off and the new one comes on; a unit at work finishes first."""
    if until <= run.now:
        return
    if Assignment.objects.filter(unit_id=unit, clear_at=None).exists() or not run.mine(f"unit:{unit}"):
        run.later(LOOKS_AGAIN, relieve, unit, crew, until)
        return
    if Unit.objects.filter(pk=unit).exclude(status=Status.OFF_DUTY).exists():
        run.do(stand_down, by=SETTING_UP, unit=unit)
    if crew:
        if run.do(crew_unit, by=SETTING_UP, unit=unit, officers=crew, until=until + OVERTIME):
            run.crews[unit] = run.cast.by_officer[crew[0]]
        street.serve_waiting(run)


def _crews(run: Running, day: date, number: int, kind: str, cars: int) -> list[tuple[str, list[Acting], Team]]:
    """Call sign, officers and team of each car, from the teams whose turn it is."""
    found: list[tuple[str, list[Acting], Team]] = []
    turn = day.toordinal() * len(run.assumed["shifts"]) + number
    of_kind = list(teams(kind=kind))
    if kind == "response":
        of_kind = [of_kind[turn % len(of_kind)]]
    for team in of_kind:
        free = _rested(run, team, turn)
        for call_sign in team.call_signs:
            two = run.luck("crew", day, number, call_sign).random() < run.assumed.number("double_crewed_share")
            size = 2 if two and kind == "response" else 1
            if len(found) < cars and len(free) >= size:
                found.append((call_sign, [free.pop() for _ in range(size)], team))
    return found


def _rested(run: Running, team: Team, turn: int) -> list[Acting]:
    """The members of a team, those who were on longest ago first: they take turns."""
    members = list(run.cast.by_team[team.key])
    start = (turn * 5) % len(members)
    return [*members[start:], *members[:start]][::-1]


def _begins(run: Running, day: date, number: int) -> datetime:
    return start_of_day(day) + timedelta(hours=run.assumed["shifts"][number]["from"])


def _ends(run: Running, day: date, number: int) -> datetime:
    count = len(run.assumed["shifts"])
    if number + 1 < count:
        return _begins(run, day, number + 1)
    return _begins(run, as_local(start_of_day(day)).date() + timedelta(days=1), 0)
