"""The day: who is on now by unit, on call, late and off, what is short ahead, and the week's cover."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Cast, Concat
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.guard import acting, page
from bluelamp.deadlines.instants import as_local, local, local_day
from bluelamp.design.cover import picture
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.cover_week import open_gaps, strips
from bluelamp.duty.models import Absence, Ask, CallOut, FollowUp, PlannedDuty, Post, Roster, Tour
from bluelamp.duty.published import published_at
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.duties import DAY, WEEK, Duty, force_day
from bluelamp.duty.rules.fatigue import AHEAD as TO_NEXT
from bluelamp.duty.rules.fatigue import BACK, facts, rules_beside, worked
from bluelamp.duty.rules.words import until
from bluelamp.places.law_in_force import law_of

LATE_AFTER = timedelta(minutes=15)
"""Who has not booked on so long after a duty began is late."""
AHEAD = timedelta(days=7)
MORE = "more"


@page("duty.view")
def day(request: HttpRequest) -> HttpResponse:
    """A week from the Monday of today, and who on duty has more nights or less rest than a rule allows; `?more` shows
    the hours and rest of everybody on now, and who is off."""
    at, by, cover, more = clock.now(), acting(request), cover_in_force(), MORE in request.GET
    row = published_at(at, law_of("duty"))
    shows: dict[str, Any] = {
        "row": row,
        "at": at,
        "may_run": by.may("duty.run_day"),
        "may_book": by.may("duty.crew"),
        "may_plan": by.may("duty.plan"),
        "mine": by.may("duty.mine"),
        "everybody": more,
    }
    if row is not None:
        shows |= _week(row, cover, at)
        people = _people(row, at, everybody=more)
        away = {one.officer_id: one.away for one in people if one.away}  # type: ignore[attr-defined]
        shows["units"] = units = _now(row, cover, at, away)
        shows["over"] = [(who, fact) for unit in units for who, facts in unit["worked"] for fact in facts if fact.short]
        shows["absent"] = _by_reason(people)
        shows["off"] = _off(people, cover) if more else []
        shows["rules"] = rules_beside(at=at, law=law_of("duty")).rules
    return render(request, "duty/day.html", shows | _asked_and_called(at))


def _asked_and_called(at: datetime) -> dict[str, list[dict[str, Any]]]:
    """Who is asked to mend a gap, who is called out, and what specials must hand over, newest first; one statement."""
    columns = ("kind", "pk", "said", "state", "since")
    asks = Ask.objects.filter(state=Ask.State.ASKED).annotate(
        kind=Value("ask"), said=Cast("words", TextField()), since=F("asked_at")
    )
    name = Cast(Concat("officer__collar_number", Value(" "), "officer__name"), TextField())
    calls = CallOut.objects.filter(
        state__in=(CallOut.State.CALLED, CallOut.State.COMING), called_at__gt=at - timedelta(hours=12)
    ).annotate(kind=Value("call"), said=name, since=F("called_at"))
    held = Concat(name, Value(": "), F("what"), output_field=TextField())
    left = FollowUp.objects.filter(done_at=None, waits=True).annotate(
        kind=Value("left"), said=held, state=Value(""), since=F("begun_at")
    )
    every = asks.values(*columns).union(calls.values(*columns), left.values(*columns), all=True)
    rows = every.order_by("-since")[:30]
    found = [{**row, "words": dict(CallOut.State.choices).get(row["state"], "").lower()} for row in rows]
    return {
        "asks": [row for row in found if row["kind"] == "ask"],
        "calls": [row for row in found if row["kind"] == "call"],
        "left": [row for row in found if row["kind"] == "left"],
    }


def _week(row: Roster, cover: Cover, at: datetime) -> dict[str, Any]:
    today = local_day(at)
    week = today - today.weekday() * DAY
    last = week + WEEK * DAY
    since, until_ = local(week, time(0)), local(last, time(0))
    known = open_gaps(row, since=since, until=max(until_, at + AHEAD))
    gaps = [one for one in known if one.ends > at and one.begins < at + AHEAD]
    shown = [one for one in known if one.begins < until_]
    href = {key: reverse("duty:unit", args=[row.pk, key]) for key in cover.units}
    drawn = picture(since, until_, strips(row, week, last, cover=cover, gaps=shown, href=href), now=at)
    return {
        "picture": drawn,
        "now_words": f"now {as_local(at):%H:%M}",
        "week": week,
        "week_last": last - DAY,
        "gaps": [(cover.units[one.unit].name, one, until(at, one.begins)) for one in gaps],
    }


def _now(row: Roster, cover: Cover, at: datetime, away: dict[int, str]) -> list[dict[str, Any]]:
    """By unit: on duty and booked on, late, away although a duty stands, on call, who comes next, and how much who is
    there has worked."""
    soon = at + timedelta(hours=10)
    booked = Tour.objects.filter(officer=OuterRef("officer"), kind=Tour.Kind.DUTY, during__contains=at)
    rows = PlannedDuty.objects.filter(roster=row, during__overlap=(at, soon)).select_related("officer")
    near = PlannedDuty.objects.filter(
        officer=OuterRef("officer"), roster__state=Roster.State.PUBLISHED, kind=PlannedDuty.Kind.DUTY,
        during__overlap=(at - BACK, at + TO_NEXT),
    )  # fmt: skip
    rows = rows.annotate(booked=Exists(booked), near=ArraySubquery(near.values("during")))
    law = law_of("duty")
    beside = rules_beside(at=at, law=law)
    by_unit: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    today = local_day(at)
    for one in rows.order_by("during", "officer__collar_number"):
        where, gone = by_unit[one.unit], one.officer_id in away
        if gone and (one.kind == PlannedDuty.Kind.ON_CALL or at < one.during.lower) and _day(one) <= today:
            continue
        if one.kind == PlannedDuty.Kind.ON_CALL:
            where["call" if one.during.lower <= at else "call_next"].append(one)
        elif one.during.lower > at:
            where["next"].append(one)
        elif gone:
            where["away"].append((one.officer, Absence.KINDS[away[one.officer_id]].lower()))
        else:
            late = not one.booked and one.during.lower + LATE_AFTER < at
            where["late" if late else "on"].append(one)
            duties = [Duty(begins=span.lower, ends=span.upper) for span in one.near]
            where["worked"].append((one.officer, facts(worked(duties, at=at, law=law), beside)))
    return [
        {"name": unit.name, "key": key, "on": by_unit[key]["on"], "late": by_unit[key]["late"],
         "call": by_unit[key]["call"], "next": by_unit[key]["next"], "away": by_unit[key]["away"],
         "worked": by_unit[key]["worked"]}
        for key, unit in cover.units.items() if unit.needs
    ]  # fmt: skip


def _day(one: PlannedDuty) -> date:
    """The day on which a duty begins."""
    return local_day(one.during.lower)


def _people(row: Roster, at: datetime, *, everybody: bool) -> list[Post]:
    """Whoever is away today, or everybody, with why and until when they are away and whether the day has a duty or a
    call for them; one statement."""
    today = force_day(at, law_of("duty"))
    absent = Absence.objects.filter(
        officer=OuterRef("officer"), state=Absence.State.GRANTED, first__lte=local_day(at), last__gte=local_day(at)
    ).order_by("-pk")
    rostered = PlannedDuty.objects.filter(roster=row, day=today).values("officer")
    posts = Post.objects.filter(officer__is_active=True).select_related("officer")
    annotated = posts.annotate(
        away=Subquery(absent.values("kind")[:1]), away_to=Subquery(absent.values("last")[:1]),
        works=ExpressionWrapper(Q(officer__in=rostered), BooleanField()),
    )  # fmt: skip
    found = annotated if everybody else annotated.filter(away__isnull=False)
    return list(found.order_by("officer__collar_number"))


def _by_reason(people: list[Post]) -> list[tuple[str, list[Post]]]:
    """Who is away today, by the reason."""
    found: dict[str, list[Post]] = defaultdict(list)
    for one in people:
        if one.away:  # type: ignore[attr-defined]
            found[Absence.KINDS[one.away]].append(one)  # type: ignore[attr-defined]
    return sorted(found.items())


def _off(people: list[Post], cover: Cover) -> list[tuple[str, list[Post]]]:
    """Who has no duty and no call on this day of the force, by unit: nobody who is away, and no special."""
    free = [one for one in people if not one.away and not one.works and not one.is_special]  # type: ignore[attr-defined]
    found = [(unit.name, [one for one in free if one.unit == key]) for key, unit in cover.units.items() if unit.needs]
    return [(name, some) for name, some in found if some]
