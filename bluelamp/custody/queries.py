"""Reading custody: who is held where, what is free, which suite to go to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Prefetch, Q, QuerySet

from bluelamp.custody.models import CellStay, Detention, Slot
from bluelamp.custody.rules import slots
from bluelamp.deadlines.instants import local_day
from bluelamp.places.graph import minutes_to_suite
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import Cell, Suite
from bluelamp.places.rules.points import Point


def held() -> QuerySet[Detention]:
    """Everyone in detention now, with what the clocks and the whiteboard need; five statements."""
    return (
        Detention.objects.filter(released_at=None)
        .select_related("person", "arrest", "suite")
        .prefetch_related(
            "absences",
            "extensions",
            "reviews",
            Prefetch(
                "stays", CellStay.objects.filter(during__upper_inf=True).select_related("cell"), to_attr="in_cell"
            ),
        )
        .order_by("suite__position", "arrived_at")
    )


def on_the_way(at: datetime) -> QuerySet[Slot]:
    """Places held for people on the way, soonest first."""
    return (
        Slot.objects.filter(ended_at=None, lapses_at__gt=at)
        .exclude(accepted=False)
        .select_related("arrest__person", "suite")
        .order_by("eta")
    )


@dataclass(frozen=True, kw_only=True)
class _Counts:
    cells: dict[int, int]
    closed: dict[int, int]
    occupied: dict[int, int]
    reserved: dict[int, int]
    queue: dict[int, int]


def suite_now(suite: Suite, *, at: datetime, drive_minutes: int = 0) -> slots.Suite:
    """The suite as it stands, for the rule that accepts or diverts."""
    return _suites([suite], at, {suite.pk: drive_minutes})[0]


def suites_from(point: Point, *, at: datetime) -> list[slots.Ranked]:
    """Both suites for somebody arrested at a point, the best first, with reasons."""
    found = list(Suite.objects.order_by("position"))
    drives = {suite.pk: round(minutes_to_suite(point, suite.key)) for suite in found}
    return slots.ranked(suites=_suites(found, at, drives), law=law_of("custody"), on=local_day(at))


def _suites(suites: Iterable[Suite], at: datetime, drives: dict[int, int]) -> list[slots.Suite]:
    counts = _counted(at)
    return [
        slots.Suite(
            name=suite.name,
            cells=counts.cells.get(suite.pk, 0),
            occupied=counts.occupied.get(suite.pk, 0),
            closed=counts.closed.get(suite.pk, 0),
            reserved=counts.reserved.get(suite.pk, 0),
            drive_minutes=drives[suite.pk],
            queue=counts.queue.get(suite.pk, 0),
        )
        for suite in suites
    ]


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
            .annotate(n=Count("pk"))
        ),
        reserved=dict(places.order_by().values_list("suite_id").annotate(n=Count("pk"))),
        queue=dict(waiting.order_by().values_list("suite_id").annotate(n=Count("pk"))),
    )
