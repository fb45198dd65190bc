"""What the rules of care say of somebody in custody: the visit owed, rest, meals."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, JSONObject

from bluelamp.custody.models import Absence, CareEntry, CarePlan, Detention, Rest, RestBreak
from bluelamp.custody.rules import meals, rest, visits
from bluelamp.custody.rules.facts import Way
from bluelamp.deadlines.deadline import Deadline
from bluelamp.design.times import clock_words, due_words
from bluelamp.places.law_in_force import law_of

_PLANS = CarePlan.objects.filter(detention=OuterRef("pk"))
_AWAY = Absence.objects.filter(detention=OuterRef("pk"))

PLAN_MINUTES = Subquery(_PLANS.order_by("-set_at", "-pk").values("plan_minutes")[:1])
FIRST_PLAN_AT = Subquery(_PLANS.order_by("set_at", "pk").values("set_at")[:1])
LAST_RETURN_AT = Subquery(_AWAY.filter(returned_at__isnull=False).order_by("-returned_at").values("returned_at")[:1])
AWAY_NOW = Exists(_AWAY.filter(returned_at=None))

MEAL_KINDS = {CareEntry.Kind.LIGHT_MEAL.value: "light", CareEntry.Kind.MAIN_MEAL.value: "main"}
_BREAKS = RestBreak.objects.filter(rest=OuterRef("pk")).order_by("began_at")
_BREAK = JSONObject(began_at="began_at", over_at="over_at", reason="reason")
_REST = JSONObject(began_at="began_at", ended_at="ended_at", breaks=ArraySubquery(_BREAKS.values(row=_BREAK)))
_MEALS = CareEntry.objects.filter(detention=OuterRef("pk"), kind__in=MEAL_KINDS).order_by("given_at")

RESTS = ArraySubquery(Rest.objects.filter(detention=OuterRef("pk")).order_by("began_at").values(row=_REST))
MEALS = ArraySubquery(_MEALS.values(row=JSONObject(given_at="given_at", kind="kind")))


def away_at(when: datetime) -> Exists:
    """Whether the person was at hospital at an instant, as part of another statement."""
    return Exists(_AWAY.filter(left_at__lte=when).filter(Q(returned_at=None) | Q(returned_at__gt=when)))


_NEWEST_PLAN = """(SELECT plan_minutes FROM custody_careplan WHERE detention_id = custody_detention.id
    ORDER BY set_at DESC, id DESC LIMIT 1)"""
_ABSENT = """EXISTS (SELECT FROM custody_absence WHERE detention_id = custody_detention.id
    AND left_at <= %s AND (returned_at IS NULL OR returned_at > %s))"""


def read_with_a_visit(when: datetime) -> dict[str, Any]:
    """What a visit reads along as it locks the record: `plan_minutes` and `away`. Asked all day, so written in SQL."""
    return {
        "plan_minutes": RawSQL(_NEWEST_PLAN, [], IntegerField()),
        "away": RawSQL(_ABSENT, [when, when], BooleanField()),
    }


@dataclass(frozen=True, kw_only=True)
class VisitOwed:
    """The next visit: from when it is counted, and its slot among the promises of the record."""

    since: datetime
    deadline: Deadline

    @property
    def slot(self) -> str:
        return self.since.isoformat()


def visit_owed(detention: Detention) -> VisitOwed | None:
    """The visit owed now; None without a level, and while the person is at hospital. One statement."""
    if detention.level is None:
        return None
    read = Detention.objects.filter(pk=detention.pk).values_list(
        PLAN_MINUTES, Coalesce(FIRST_PLAN_AT, "arrived_at"), LAST_RETURN_AT, AWAY_NOW
    )
    minutes, planned_at, returned_at, away = read.get()
    if away:
        return None
    since = max(one for one in (detention.visited_at, planned_at, returned_at) if one)
    return next_after(since, level=detention.level, plan_minutes=minutes)


def next_after(since: datetime, *, level: int, plan_minutes: int | None) -> VisitOwed:
    """The visit owed after one made, or after a plan or a return from hospital, at `since`."""
    due = visits.next_visit(level=level, last_visit_at=since, law=law_of("custody"), plan_minutes=plan_minutes)
    return VisitOwed(since=since, deadline=due)


def resting(detention: Detention) -> rest.Resting:
    """Rest as the rule takes it; one statement, or none where `whole` read it along."""
    arrest = detention.arrest
    voluntary = arrest is not None and arrest.way == Way.VOLUNTARY
    read = getattr(detention, "rests_read", None)
    if read is None:
        read = Detention.objects.filter(pk=detention.pk).values_list(RESTS, flat=True).get()
    return rest.Resting(
        arrived_at=detention.arrived_at,
        arrested_at_station_at=arrest.arrested_at if arrest and voluntary else None,
        rests=tuple(_rest(one) for one in read),
    )


def _rest(row: dict[str, Any]) -> rest.Rest:
    broken = [
        {**one, "began_at": _instant(one["began_at"]), "over_at": _instant(one["over_at"])} for one in row["breaks"]
    ]
    breaks = tuple(rest.Break(**one) for one in broken)
    return rest.Rest(began_at=_instant(row["began_at"]), ended_at=_instant(row["ended_at"]), breaks=breaks)


def _instant(text: str | None) -> Any:
    return datetime.fromisoformat(text) if text else None


def rest_number(found: rest.Resting) -> int:
    """Which rest is owed next: one more than those begun, and than the fresh periods that breaks have made."""
    fresh = law_of("custody")["rest.fresh_after"].items
    return 1 + len(found.rests) + sum(each.reason in fresh for one in found.rests for each in one.breaks)


def is_resting(found: rest.Resting) -> bool:
    """Whether a rest lasts now that nothing has broken so that a fresh one is owed."""
    last = found.rests[-1] if found.rests else None
    if last is None or last.ended_at:
        return False
    fresh = law_of("custody")["rest.fresh_after"].items
    return not any(one.over_at is None and one.reason in fresh for one in last.breaks)


def meals_owed(detention: Detention, at: datetime) -> meals.MealsOwed:
    """What is still to be offered in the 24 hours now running; one statement, or none where `whole` read it along."""
    read = getattr(detention, "meals_read", None)
    if read is None:
        read = Detention.objects.filter(pk=detention.pk).values_list(MEALS, flat=True).get()
    eaten = [meals.Meal(at=_instant(one["given_at"]), kind=MEAL_KINDS[one["kind"]]) for one in read]
    return meals.still_owed(arrived_at=detention.arrived_at, meals=eaten, law=law_of("custody"), at=at)


def newest_entries(detention: Detention) -> QuerySet[CareEntry]:
    """What was offered, newest first."""
    return detention.care_entries.select_related("officer").order_by("-given_at", "-pk")


def standing(detention: Detention, at: datetime) -> list[tuple[str, str]]:
    """The care of somebody as their record shows it, name and value; no statement where `whole` read them."""
    if detention.level is None:
        level = "None yet: the care plan comes first"
    else:
        level = f"{detention.level}{', roused at each visit' if detention.must_rouse else ''}"
    seen = clock_words(detention.visited_at) if detention.visited_at else "Not yet visited"
    due = f", next {due_words(detention.visit_due_at)}" if detention.visit_due_at else ""
    return [
        ("Observation level", level),
        ("Last visit", f"{seen}{due}"),
        ("Meals still owed", meals_owed(detention, at).words),
        ("Rest", _rest_words(resting(detention), at)),
    ]


def _rest_words(found: rest.Resting, at: datetime) -> str:
    law = law_of("custody")
    last = found.rests[-1] if found.rests else None
    if last and last.ended_at is None:
        full = rest.full_at(rest=last, law=law)
        until = f"full {clock_words(full.due)}" if full else "interrupted"
        return f"Resting since {clock_words(last.began_at)}, {until}"
    had = "8 h together were had; the next begins" if rest.had(resting=found, law=law, at=at) else "8 h begin"
    return f"{had} {due_words(rest.begin_by(resting=found, law=law, at=at).due)}"
