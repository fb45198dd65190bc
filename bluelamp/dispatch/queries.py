"""Reading the street: every unit with its crew and work, where it is, and who is advised for an incident."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DateTimeField, F, FilteredRelation, Min, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from bluelamp.calls.models import Incident
from bluelamp.compiled import Compiled, Given
from bluelamp.deadlines.instants import as_local
from bluelamp.dispatch.models import Assignment, Unit, UnitCrew
from bluelamp.dispatch.rules import choosing_a_unit as choosing
from bluelamp.dispatch.rules.cover import Cover, Standing, cover
from bluelamp.dispatch.rules.unit_status import Status
from bluelamp.duty.queries import Training, gone, training_of
from bluelamp.places.geography import geography
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

    @property
    def settlement(self) -> str:
        """The settlement nearest to where the unit is now."""
        return geography().settlement_at(self.point).name


def board_units(at: datetime) -> list[OnTheStreet]:
    """Every unit with crew, live assignment, its incident, and place at `at`; one statement."""
    return [_on_the_street(unit, at) for unit in _UNITS.ask(at=at)]


def _units() -> QuerySet[Any]:
    during = Q(during__contains=Given("at", DateTimeField()))
    aboard = UnitCrew.objects.filter(during, ~gone(Given("at", DateTimeField())), unit=OuterRef("pk")).order_by("pk")
    return (
        Unit.objects.annotate(
            live=FilteredRelation("assignments", condition=Q(assignments__clear_at__isnull=True)),
            aboard=ArraySubquery(aboard.values(who=JSONObject(officer="officer_id", name="officer__name"))),
        )
        .select_related("team", "live__incident")  # type: ignore[misc]  # "live" is annotated above
        .order_by("call_sign")
    )


_UNITS = Compiled(_units)


def _on_the_street(unit: Any, at: datetime) -> OnTheStreet:
    live: Assignment | None = getattr(unit, "live", None)  # Not set at all where the join finds nothing.
    point, estimated = where(unit, live, at)
    return OnTheStreet(
        unit=unit,
        crew=tuple(each["name"] for each in unit.aboard),
        officers=tuple(each["officer"] for each in unit.aboard),
        assignment=live,
        point=point,
        estimated=estimated,
    )


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


def advice(incident: Incident, at: datetime, street: list[OnTheStreet] | None = None) -> tuple[choosing.Choice, ...]:
    """Every unit for this incident: those that may go, best first, then those refused with the reason.

    `street` where a board has read it already; two statements without it, one with it.
    """
    street = board_units(at) if street is None else street
    on = as_local(at).date()
    trained = training_of([officer for each in street for officer in each.officers], on=on)
    job = choosing.Job(
        number=_called(incident, at),
        immediate=incident.grade == "G1",
        domestic="domestic_abuse" in incident.qualifiers,
    )
    units = [_facts(each, incident, trained, at) for each in street]
    return choosing.choose(law_of("dispatch"), job=job, units=units, on=on)


def cover_left(settlements: list[str], street: list[OnTheStreet], on: date, at: datetime) -> tuple[Cover, ...]:
    """Who is left in each settlement within half an hour."""
    standing = [
        Standing(call_sign=each.unit.call_sign, settlement=each.settlement, free_in=_free_in(each, at))
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


def _facts(each: OnTheStreet, incident: Incident, trained: dict[int, Training], at: datetime) -> choosing.Unit:
    unit, assignment = each.unit, each.assignment
    job = assignment.incident if assignment else None
    return choosing.Unit(
        call_sign=unit.call_sign,
        status=Status(unit.status),
        minutes=drive(each, incident),
        settlement=each.settlement,
        crew=_members(each, trained),
        free_in=_free_in(each, at),
        job=_called(job, at) if job else "",
        job_above=bool(job and job.grade and incident.grade and job.grade <= incident.grade),
        job_late_by=_late_by(job, at),
        off_the_ground=unit.status_words or Status(unit.status).words if unit.status in _OFF else "",
    )


def _called(incident: Incident, at: datetime) -> str:
    """An incident's number as it is said: the serial alone today, else with its day."""
    return str(incident.serial) if incident.day == as_local(at).date() else incident.number


def _members(each: OnTheStreet, trained: dict[int, Training]) -> tuple[choosing.Member, ...]:
    return tuple(
        _member(name, trained.get(officer, Training())) for officer, name in zip(each.officers, each.crew, strict=True)
    )


def _member(name: str, training: Training) -> choosing.Member:
    return choosing.Member(
        name=name,
        officer="pcso" not in training.skills,
        response_driver=RESPONSE_DRIVER in training.skills,
        skills=training.skills,
        patrol=choosing.PatrolStatus(training.patrol or choosing.PatrolStatus.REGULAR),
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


def unit_at_work(unit: int) -> Assignment | None:
    """The unit's last assignment with its incident: the live one if there is one."""
    found = Assignment.objects.filter(unit_id=unit).select_related("unit", "incident")
    return found.order_by(F("clear_at").desc(nulls_first=True), "-assigned_at").first()


def unit_called(call_sign: str) -> Unit | None:
    """The unit with this call sign, however it is written."""
    return Unit.objects.filter(call_sign__iexact=call_sign).first()


def at_incident(incident: int) -> list[Assignment]:
    """The live assignments to an incident, with their units, in the order they were made; one statement."""
    live = Assignment.objects.filter(incident_id=incident, clear_at__isnull=True)
    return list(live.select_related("unit").order_by("pk"))


def first_sent_at(incident: int) -> datetime | None:
    """When the first unit was sent to an incident; None where none was."""
    first: datetime | None = Assignment.objects.filter(incident_id=incident).aggregate(Min("assigned_at"))[
        "assigned_at__min"
    ]
    return first


def sent_to(incident: int, at: datetime) -> list[OnTheStreet]:
    """The units now assigned to an incident, with crew and place; one statement."""
    return [each for each in board_units(at) if each.assignment and each.assignment.incident_id == incident]
