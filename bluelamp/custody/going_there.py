"""The suites as they stand for somebody arrested: cells free and fit, queue, closures planned, and the drive."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q

from bluelamp.custody.cells import appears_or_is_child, wing_of
from bluelamp.custody.models import Arrest, CellStay, Detention, PlannedClosure, Slot
from bluelamp.custody.planned import planned_closures
from bluelamp.custody.rules import choosing_a_cell as choosing
from bluelamp.custody.rules import slots
from bluelamp.custody.rules.arrest import delay_to_explain
from bluelamp.custody.rules.facts import Way
from bluelamp.deadlines.instants import local_day
from bluelamp.people.rules.unknowns import Answer
from bluelamp.places.graph import minutes_to_suite
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import Cell, Suite
from bluelamp.places.queries import home_station
from bluelamp.places.rules.points import Point
from bluelamp.verdict import Verdict, allowed


@dataclass(frozen=True, kw_only=True)
class _Counts:
    cells: dict[int, int]
    closed: dict[int, int]
    occupied: dict[int, int]
    reserved: dict[int, int]
    queue: dict[int, int]


def point_of(made: Arrest) -> Point:
    """Where somebody was arrested, as far as is known: the incident's place, else the home station."""
    incident = made.incident
    if incident and incident.lat is not None and incident.lon is not None:
        return Point(incident.lat, incident.lon)
    return home_station().point


def suites_for(made: Arrest, *, at: datetime) -> list[slots.Ranked]:
    """Every suite for this person, the best first, with reasons. Four statements, and three a suite."""
    found = list(Suite.objects.order_by("position"))
    point = point_of(made)
    drives = {suite.pk: round(minutes_to_suite(point, suite.key)) for suite in found}
    every = _suites(found, at, drives, person_arrested(made))
    return slots.ranked(suites=every, law=law_of("custody"), on=local_day(at))


def suite_for(made: Arrest, suite: Suite, *, at: datetime) -> slots.Suite:
    """One suite as it stands for this person, for the rule that accepts or diverts."""
    drive = round(minutes_to_suite(point_of(made), suite.key))
    return _suites([suite], at, {suite.pk: drive}, person_arrested(made))[0]


def suite_now(suite: Suite, *, at: datetime) -> slots.Suite:
    """One suite as it stands for anybody."""
    return _suites([suite], at, {suite.pk: 0}, None)[0]


def person_arrested(made: Arrest) -> choosing.Person:
    """What is known on the street of what a cell must be for somebody: age, sex, disability."""
    person = made.person
    return choosing.Person(
        child=appears_or_is_child(made, local_day(made.arrested_at)),
        woman=person.sex == "female",
        disabled=person.disability_answer == Answer.KNOWN,
    )


def _need(person: choosing.Person) -> str:
    needs = ((person.child, "a room for children"), (person.woman, "a cell for women"),
             (person.disabled, "a low bench"))  # fmt: skip
    return ", ".join(words for wanted, words in needs if wanted)


def _fit(suite: Suite, person: choosing.Person, shut: frozenset[str], at: datetime) -> slots.Fit:
    cells = wing_of(suite.pk).facts().values()
    free = [each for each in cells if not each.occupants and not each.closed and each.name not in shut]
    found = choosing.ranked(person=person, cells=free, law=law_of("custody"), on=local_day(at))
    possible = [choice for choice in found if choice.hard.allowed]
    return slots.Fit(good=sum(not each.against for each in possible), possible=len(possible), need=_need(person))


def _suites(
    suites: Sequence[Suite], at: datetime, drives: Mapping[int, int], person: choosing.Person | None
) -> list[slots.Suite]:
    counts, plans = _counted(at), planned_closures(each.pk for each in suites)
    return [
        _suite(suite, counts, [each for each in plans if each.suite_id == suite.pk], at, drives[suite.pk], person)
        for suite in suites
    ]


def _suite(
    suite: Suite,
    counts: _Counts,
    plans: Sequence[PlannedClosure],
    at: datetime,
    drive: int,
    person: choosing.Person | None,
) -> slots.Suite:
    there = at + timedelta(minutes=drive)
    every = counts.cells.get(suite.pk, 0)
    known = {slots.Closure(cells=len(each.numbers), began_at=each.during.lower, ended_at=each.during.upper,
                           why=each.why, whole=len(each.numbers) >= every): each for each in plans}  # fmt: skip
    shut = frozenset(number for one in slots.in_force(closures=known, at=there) for number in known[one].numbers)
    return slots.Suite(
        name=suite.name,
        cells=every,
        occupied=counts.occupied.get(suite.pk, 0),
        closed=counts.closed.get(suite.pk, 0) + _free_now(suite, shut),
        reserved=counts.reserved.get(suite.pk, 0),
        drive_minutes=drive,
        queue=counts.queue.get(suite.pk, 0),
        fit=_fit(suite, person, shut, at) if person else None,
        ahead=tuple(slots.ahead(closures=known, at=there, law=law_of("custody"))),
    )


def _free_now(suite: Suite, shut: frozenset[str]) -> int:
    """How many of the cells planned to be closed on arrival stand open and empty now; those are not to be counted."""
    if not shut:
        return 0
    inside = CellStay.objects.filter(during__upper_inf=True).values("cell")
    there = Cell.objects.filter(suite=suite, number__in=shut, state=Cell.State.OPEN)
    return there.exclude(pk__in=inside).count()


def _counted(at: datetime) -> _Counts:
    by_suite = Cell.objects.order_by().values_list("suite_id")
    waiting = Detention.objects.filter(released_at=None, authorised_at=None, refused_at=None)
    places = Slot.objects.filter(ended_at=None, accepted=True, lapses_at__gt=at)
    return _Counts(
        cells=dict(by_suite.annotate(n=Count("pk"))),
        closed=dict(by_suite.filter(~Q(state=Cell.State.OPEN)).annotate(n=Count("pk"))),
        occupied=dict(
            CellStay.objects.filter(during__upper_inf=True)
            .order_by()
            .values_list("cell__suite_id")
            .annotate(n=Count("cell", distinct=True))
        ),
        reserved=dict(places.order_by().values_list("suite_id").annotate(n=Count("pk"))),
        queue=dict(waiting.order_by().values_list("suite_id").annotate(n=Count("pk"))),
    )


def way_to_explain(found: Detention) -> Verdict:
    """Whether the way to the suite took so long that the reason is still owed (s.30(10), (11)); the county's own
    detainees come from elsewhere and are not asked."""
    made = found.arrest
    if made is None or not found.of_the_borough or made.way != Way.FIRST_STATION:
        return allowed()
    return delay_to_explain(
        arrested_at=made.arrested_at,
        arrived_at=found.first_station_at,
        drive_minutes=round(minutes_to_suite(point_of(made), found.suite.key)),
        reason=made.delay_why,
        law=law_of("custody"),
    )
