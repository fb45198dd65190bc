"""Reading for the visit round: who of a suite is to be visited, soonest first."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Min, OuterRef, Q, QuerySet, Subquery

from bluelamp.access.acting import Acting
from bluelamp.access.queries import restricted_among
from bluelamp.custody import care
from bluelamp.custody.models import CellStay, Detention, Visit
from bluelamp.design.fuse import state_of
from bluelamp.people.models import Person
from bluelamp.places.models import Suite

_CELL = CellStay.objects.filter(detention=OuterRef("pk"), during__upper_inf=True)
_LAST = Visit.objects.filter(detention=OuterRef("pk")).order_by("-happened_at")


@dataclass(frozen=True, kw_only=True)
class Due:
    """One person of the round, with no more of them than the round needs; `hidden` says whom to ask instead."""

    pk: int
    cell: str
    called: str
    level: int | None
    must_rouse: bool
    marks: tuple[str, ...]
    seen_at: datetime | None
    seen_by_me: bool
    began: datetime
    due: datetime | None
    state: str
    minutes: int
    hidden: str = ""


def suites() -> QuerySet[Suite]:
    """The suites that have a round, with how many are `to_see` and the `soonest` due."""
    owed = Q(detentions__released_at=None, detentions__visit_due_at__isnull=False)
    return Suite.objects.annotate(
        to_see=Count("detentions", filter=owed), soonest=Min("detentions__visit_due_at", filter=owed)
    ).order_by("position")


def to_visit(suite: Suite, *, by: Acting, at: datetime) -> list[Due]:
    """Everyone held in the suite and not at hospital, soonest due first, no level last; two statements."""
    held = (
        Detention.objects.filter(suite=suite, released_at=None)
        .annotate(
            cell=Subquery(_CELL.values("cell__number")[:1]),
            away=care.AWAY_NOW,
            last_by=Subquery(_LAST.values("officer_id")[:1]),
        )
        .filter(away=False)
        .select_related("person")
        .order_by(F("visit_due_at").asc(nulls_last=True), "arrived_at")
    )
    found = list(held)
    sights = restricted_among(by, [ref for one in found for ref in (one.ref, one.person.ref)], at=at)
    hidden = {ref: sight.words for ref, sight in sights.items() if not sight.may_see}
    return [_due(one, by, at, hidden.get(one.ref) or hidden.get(one.person.ref, "")) for one in found]


def _due(one: Detention, by: Acting, at: datetime, hidden: str) -> Due:
    due, began = one.visit_due_at, one.visited_at or one.arrived_at
    return Due(
        pk=one.pk,
        cell=one.cell or "desk",  # type: ignore[attr-defined]
        called="" if hidden else _called(one.person),
        level=one.level,
        must_rouse=one.must_rouse,
        marks=() if hidden else tuple(one.risk_marks),
        seen_at=one.visited_at,
        seen_by_me=one.last_by == by.officer_id,  # type: ignore[attr-defined]
        began=began,
        due=due,
        state=state_of(began_at=began, due=due, at=at, done_at=None, ended=False) if due else "",
        minutes=round((due - one.visited_at).total_seconds() / 60) if due and one.visited_at else 0,
        hidden=hidden,
    )


def _called(person: Person) -> str:
    """First name and the letter of the surname: enough to greet somebody by at a cell door."""
    initial = [f"{person.family_name[:1]}."] if person.family_name else []
    return " ".join([*person.given_names.split()[:1], *initial]) or "Name not known"
