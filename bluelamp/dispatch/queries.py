"""Reading the street: every unit with its crew and work, where it is, and who is advised for an incident."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bluelamp.calls.models import Incident
from bluelamp.deadlines.instants import as_local
from bluelamp.dispatch.models import Assignment, Unit, UnitCrew
from bluelamp.dispatch.rules import choosing_a_unit as choosing
from bluelamp.dispatch.rules.cover import Cover, Standing, cover
from bluelamp.dispatch.rules.unit_status import Status
from bluelamp.duty.queries import patrol_steps, skills_of
from bluelamp.places.graph import minutes, minutes_on_blue_lights
from bluelamp.places.law_in_force import law_of
from bluelamp.places.rules.points import Point

RESPONSE_DRIVER = "response_driver"
_OFF = (Status.OFF_DUTY, Status.NOT_AVAILABLE, Status.ON_CALL)
_MEAN_MINUTES_AT_SCENE = 40


@dataclass(frozen=True, kw_only=True)
class OnTheStreet:
    """One unit as the board shows it. `estimated`: the place is worked out from the journey, not reported."""

    unit: Unit
    crew: tuple[str, ...]
    officers: tuple[int, ...]
    assignment: Assignment | None
    point: Point
    estimated: bool


def board_units(at: datetime) -> list[OnTheStreet]:
    """Every unit with crew, live assignment and place at `at`; three statements."""
    live = {each.unit_id: each for each in Assignment.objects.filter(clear_at__isnull=True).select_related("incident")}
    crews: dict[int, list[UnitCrew]] = defaultdict(list)
    for crew in UnitCrew.objects.filter(during__contains=at).select_related("officer"):
        crews[crew.unit_id].append(crew)
    found = []
    for unit in Unit.objects.select_related("team").order_by("call_sign"):
        assignment = live.get(unit.pk)
        point, estimated = where(unit, assignment, at)
        found.append(
            OnTheStreet(
                unit=unit,
                crew=tuple(each.officer.name for each in crews[unit.pk]),
                officers=tuple(each.officer_id for each in crews[unit.pk]),
                assignment=assignment,
                point=point,
                estimated=estimated,
            )
        )
    return found


def where(unit: Unit, assignment: Assignment | None, at: datetime) -> tuple[Point, bool]:
    """A unit's place; while it travels, on the straight line by the share of the drive that has passed."""
    if assignment is None or unit.status != Status.EN_ROUTE or assignment.en_route_at is None:
        return Point(unit.lat, unit.lon), False
    incident = assignment.incident
    if incident.lat is None or incident.lon is None:
        return Point(unit.lat, unit.lon), False
    passed = (at - assignment.en_route_at).total_seconds() / max(assignment.drive_seconds_expected, 1)
    share = min(max(passed, 0.0), 1.0)
    lat = assignment.from_lat + share * (incident.lat - assignment.from_lat)
    lon = assignment.from_lon + share * (incident.lon - assignment.from_lon)
    return Point(lat, lon), True


def advice(incident: Incident, at: datetime) -> tuple[choosing.Choice, ...]:
    """Every unit for this incident: those that may go, best first, then those refused with the reason."""
    street = board_units(at)
    on = as_local(at).date()
    people = [officer for each in street for officer in each.officers]
    skills, steps = skills_of(people, on=on), patrol_steps(people)
    units = [_facts(each, incident, skills, steps, at) for each in street]
    job = choosing.Job(
        number=incident.number,
        immediate=incident.grade == "G1",
        domestic="domestic_abuse" in incident.qualifiers,
    )
    return choosing.choose(law_of("dispatch"), job=job, units=units, on=on)


def cover_left(settlements: list[str], street: list[OnTheStreet], on: date, at: datetime) -> tuple[Cover, ...]:
    """Who is left in each settlement within half an hour."""
    standing = [
        Standing(call_sign=each.unit.call_sign, settlement=each.unit.settlement, free_in=_free_in(each, at))
        for each in street
        if each.unit.status not in _OFF
    ]
    return cover(law_of("dispatch"), settlements=settlements, units=standing, on=on)


def drive(unit: OnTheStreet, incident: Incident) -> float | None:
    """Drive minutes from where the unit is to the incident; None where the incident has no place."""
    if incident.lat is None or incident.lon is None:
        return None
    there = Point(incident.lat, incident.lon)
    if incident.grade == "G1":
        return minutes_on_blue_lights(unit.point, there, on=incident.day)
    return minutes(unit.point, there)


def _facts(
    each: OnTheStreet, incident: Incident, skills: dict[int, frozenset[str]], steps: dict[int, str], at: datetime
) -> choosing.Unit:
    unit, assignment = each.unit, each.assignment
    job = assignment.incident if assignment else None
    return choosing.Unit(
        call_sign=unit.call_sign,
        status=Status(unit.status),
        minutes=drive(each, incident),
        settlement=unit.settlement,
        crew=_members(each, skills, steps),
        free_in=_free_in(each, at),
        job=job.number if job else "",
        job_above=bool(job and job.grade and incident.grade and job.grade <= incident.grade),
        job_late_by=_late_by(job, at),
        off_the_ground=unit.status_words or Status(unit.status).words if unit.status in _OFF else "",
    )


def _members(
    each: OnTheStreet, skills: dict[int, frozenset[str]], steps: dict[int, str]
) -> tuple[choosing.Member, ...]:
    return tuple(
        choosing.Member(
            name=name,
            officer="pcso" not in skills.get(officer, frozenset()),
            response_driver=RESPONSE_DRIVER in skills.get(officer, frozenset()),
            skills=skills.get(officer, frozenset()),
            patrol=choosing.PatrolStatus(steps.get(officer, choosing.PatrolStatus.REGULAR)),
        )
        for officer, name in zip(each.officers, each.crew, strict=True)
    )


def _free_in(each: OnTheStreet, at: datetime) -> int | None:
    """Minutes until a unit may be free: now, or the mean time of a job less what has passed; None when off."""
    if each.unit.status in _OFF:
        return None
    if each.assignment is None:
        return 0
    began = each.assignment.at_scene_at or at
    return max(_MEAN_MINUTES_AT_SCENE - int((at - began).total_seconds() // 60), 5)


def _late_by(job: Incident | None, at: datetime) -> int:
    if job is None or job.attend_due_at is None:
        return 0
    return max(int((at + timedelta(minutes=_MEAN_MINUTES_AT_SCENE) - job.attend_due_at).total_seconds() // 60), 0)
