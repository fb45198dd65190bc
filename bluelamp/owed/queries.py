"""Reading promises: open ones soonest first, those of one record, and the figure of kept, late and broken."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection
from django.db.models import Case, Q, QuerySet, Value, When

from bluelamp import clock
from bluelamp.owed.models import Promise, State
from bluelamp.owed.registry import kinds


@dataclass(frozen=True, kw_only=True)
class Count:
    """Promises decided: kept in time, done late (or late so far), ended undone."""

    kept: int = 0
    late: int = 0
    broken: int = 0

    @property
    def due(self) -> int:
        return self.kept + self.late + self.broken

    def __add__(self, other: "Count") -> "Count":
        return Count(kept=self.kept + other.kept, late=self.late + other.late, broken=self.broken + other.broken)


@dataclass(frozen=True, kw_only=True)
class Figure:
    """The figure of a period, whole, by local day and by kind (name of the kind)."""

    whole: Count
    by_day: Mapping[date, Count]
    by_kind: Mapping[str, Count]


def open_promises(
    *,
    acts: Collection[str] | None = None,
    person: str = "",
    group: str = "",
    record: str = "",
    kind: str = "",
    place: tuple[str, str] | None = None,
    limit: int = 500,
) -> list[Promise]:
    """Open promises, soonest first: those these capabilities may act on, of a group, of a record, of a kind.

    With `acts`, a promise that falls to one person by name is only theirs (`person`, a reference such as "officer:5"),
    whatever others may do. `place` is the key and the value of a fact that they share.
    """
    found = Promise.objects.filter(state=State.OPEN).order_by("due_at", "pk")
    if acts is not None:
        anybodys = Q(acts__in=acts, facts__falls_to__isnull=True)
        found = found.filter(anybodys | Q(facts__falls_to=person) if person else anybodys)
    if group:
        found = found.filter(kind__in=[kind.name for kind in kinds.all() if kind.group == group])
    if record:
        found = found.filter(record=record)
    if kind:
        found = found.filter(kind=kind)
    if place:
        found = found.filter(facts__contains={place[0]: place[1]})
    return list(found[:limit])


def for_record(record: str, *, settled: bool = True) -> list[Promise]:
    """What is owed about one record, open ones first by due time, then (unless told otherwise) those settled."""
    found: QuerySet[Promise] = Promise.objects.filter(record=record).exclude(state=State.WITHDRAWN)
    if not settled:
        found = found.filter(state=State.OPEN)
    order = Case(When(state=State.OPEN, then=Value(0)), default=Value(1))
    return list(found.order_by(order, "due_at", "pk"))


def of_records(records: Collection[str]) -> list[Promise]:
    """What is owed about several records, open ones first by due time, then those settled; one statement."""
    order = Case(When(state=State.OPEN, then=Value(0)), default=Value(1))
    found = Promise.objects.filter(record__in=list(records)).exclude(state=State.WITHDRAWN)
    return list(found.order_by(order, "due_at", "pk"))


def about_records(records: Collection[str]) -> list[Promise]:
    """What is owed about any of these records, open ones first by due time, then those settled; one statement."""
    order = Case(When(state=State.OPEN, then=Value(0)), default=Value(1))
    found = Promise.objects.filter(record__in=list(records)).exclude(state=State.WITHDRAWN)
    return list(found.order_by(order, "due_at", "pk"))


@dataclass(frozen=True, kw_only=True)
class Open:
    """How many promises of one kind are open and overdue, for those who may act with one capability.

    `falls_to` is the reference of the one person they fall to by name; empty where they fall to nobody alone.
    """

    kind: str
    acts: str
    count: int
    late: int
    falls_to: str = ""

    def is_mine(self, acts: Collection[str], person: str) -> bool:
        """Whether somebody with these capabilities must act on them."""
        return self.falls_to == person if self.falls_to else self.acts in acts


def open_counts(*, at: datetime) -> list[Open]:
    """How many promises are open and overdue at `at`, by kind and by who must act; one statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT kind, acts, count(*), count(*) FILTER (WHERE due_at < %s), coalesce(facts->>'falls_to', '')"
            " FROM owed_promise WHERE state = 'open' GROUP BY 1, 2, 5",
            [at],
        )
        columns = ("kind", "acts", "count", "late", "falls_to")
        return [Open(**dict(zip(columns, row, strict=True))) for row in cursor.fetchall()]


def figure(since: datetime, until: datetime) -> Figure:
    """Kept, late and broken among the promises decided in [since, until), by London day and by kind; one statement.

    A promise is decided when it is settled or falls due, whichever comes first, so its day never changes afterwards.
    One still open past its due time counts as late so far. Withdrawn ones are not counted.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT (least(due_at, settled_at) AT TIME ZONE 'Europe/London')::date, kind,
                count(*) FILTER (WHERE state = 'kept'), count(*) FILTER (WHERE state IN ('late', 'open')),
                count(*) FILTER (WHERE state = 'broken')
            FROM owed_promise
            WHERE state <> 'withdrawn' AND least(due_at, settled_at) >= %s AND least(due_at, settled_at) < %s
                AND (state <> 'open' OR due_at < %s)
            GROUP BY 1, 2
            """,
            [since, until, clock.now()],
        )
        rows = cursor.fetchall()
    by_day: dict[date, Count] = {}
    by_kind: dict[str, Count] = {}
    for day, kind, kept, late, broken in rows:
        count = Count(kept=kept, late=late, broken=broken)
        by_day[day] = by_day.get(day, Count()) + count
        by_kind[kind] = by_kind.get(kind, Count()) + count
    return Figure(whole=sum(by_day.values(), Count()), by_day=by_day, by_kind=by_kind)


def last_kept() -> datetime | None:
    """When a promise was last kept, for the words of an empty page."""
    kept = Promise.objects.filter(state=State.KEPT).order_by("-settled_at")
    return kept.values_list("settled_at", flat=True).first()
