"""One unit of a roster, person by person over four weeks: duties, calls, days away, every breach where it is."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.guard import acting, page
from bluelamp.deadlines.instants import local_day
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.members import members
from bluelamp.duty.models import Absence, PlannedDuty, Roster
from bluelamp.duty.pages.roster import find, shown_week
from bluelamp.duty.published import as_duty, duties_of, line_of
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.duties import DAY, WEEK, force_day, is_public_holiday
from bluelamp.duty.rules.planning import Member, days_between
from bluelamp.duty.rules.rostering import breaches
from bluelamp.places.law_in_force import law_of

SHOWN_WEEKS = 4


@page("duty.view")
def unit(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """The grid that a planner edits: each square is a link to its own small form."""
    row, cover = find(pk), cover_in_force()
    if key not in cover.units:
        raise Http404
    first = shown_week(request, row, local_day(clock.now()))
    last = min(first + SHOWN_WEEKS * WEEK * DAY, row.ends)
    people = members(begins=row.begins, ends=row.ends, cover=cover, units=[key])
    duties: dict[str, list[PlannedDuty]] = defaultdict(list)
    for one in duties_of(row, units=[key]):
        duties[f"officer:{one.officer_id}"].append(one)
    days = days_between(first, last)
    lines = [_line(row, one, duties[one.officer], days, cover) for one in people]
    shows = {
        "row": row,
        "unit": cover.units[key],
        "days": [(day, day.weekday() >= 5, is_public_holiday(day)) for day in days],
        "holidays": [day for day in days if is_public_holiday(day)],
        "lines": lines,
        "broken": [each for one in lines for each in one["broken"] if each.hard],
        "minded": [each for one in lines for each in one["broken"] if not each.hard],
        "counts": _counts(cover, key, duties, days),
        "earlier": first - SHOWN_WEEKS * WEEK * DAY if first > row.begins else None,
        "later": last if last < row.ends else None,
        "may_enter": acting(request).may("duty.plan"),
        "may_plan": acting(request).may("duty.plan") and row.state == Roster.State.DRAFT,
    }
    return render(request, "duty/unit.html", shows)


def _line(
    row: Roster, member: Member, duties: list[PlannedDuty], days: tuple[date, ...], cover: Cover
) -> dict[str, Any]:
    """One person's squares, and what their whole line of the roster breaks."""
    law = law_of("duty")
    line = line_of(member, map(as_duty, duties), cover=cover, begins=row.begins, ends=row.ends)
    broken = [one for one in breaches(line, law) if one.at >= _start(row)]
    at_fault = {force_day(one.at, law): one.words for one in broken if one.hard}
    work = {one.day: one.shift for one in duties if one.kind == PlannedDuty.Kind.DUTY}
    calls = {one.day for one in duties if one.kind == PlannedDuty.Kind.ON_CALL}
    squares = [
        {
            "day": day,
            "shift": work.get(day, ""),
            "call": day in calls,
            "away": Absence.KINDS[member.away[day].value] if day in member.away else "",
            "broken": at_fault.get(day, ""),
        }
        for day in days
    ]
    return {
        "name": member.name,
        "officer": member.officer.partition(":")[2],
        "skills": ", ".join(sorted(skill.replace("_", " ") for skill in member.skills)),
        "special": not member.counts,
        "squares": squares,
        "broken": broken,
    }


def _start(row: Roster) -> datetime:
    from datetime import time

    from bluelamp.deadlines.instants import local

    return local(row.begins, time(0))


def _counts(
    cover: Cover, key: str, duties: dict[str, list[PlannedDuty]], days: tuple[date, ...]
) -> list[dict[str, Any]]:
    """How many work each shift on each day."""
    rows = []
    for shift in cover.units[key].shifts:
        each = [sum(one.shift == shift and one.day == day for some in duties.values() for one in some) for day in days]
        rows.append({"name": cover.shifts[shift].name, "each": each})
    return rows
