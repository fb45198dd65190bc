"""Who carries what: nights, weekends, holidays, calls, changes by officer; abstraction and the least met, by unit."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.guard import page
from bluelamp.deadlines.instants import start_of_day
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.models import Absence, Ask, CoverGap, PlannedDuty, Post, Roster
from bluelamp.duty.published import published_at
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.duties import SATURDAY, is_public_holiday
from bluelamp.duty.rules.fairness import Spread, minutes_under, spread
from bluelamp.duty.rules.words import BESIDE
from bluelamp.places.law_in_force import law_of


@page("duty.view")
def fairness(request: HttpRequest) -> HttpResponse:
    """Over the whole of the roster that runs now; names only to planners, numbers to everybody."""
    row, cover = published_at(clock.now(), law_of("duty")), cover_in_force()
    shows: dict[str, Any] = {"row": row}
    if row is not None:
        shows |= _shows(row, cover)
    return render(request, "duty/fairness.html", shows)


def _shows(row: Roster, cover: Cover) -> dict[str, Any]:
    duties = row.duties.values_list("officer_id", "unit", "day", "shift", "kind", "source", "during")
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    weekends: dict[int, set[date]] = defaultdict(set)
    nights = {key for key, shift in cover.shifts.items() if shift.window.begins >= 20 * 60}
    hours: Counter[int] = Counter()
    for officer, _, day, shift, kind, source, during in duties:
        counts[officer]["calls"] += kind == PlannedDuty.Kind.ON_CALL
        if kind != PlannedDuty.Kind.DUTY:
            continue
        counts[officer]["duties"] += 1
        counts[officer]["nights"] += shift in nights
        counts[officer]["holidays"] += is_public_holiday(day)
        counts[officer]["changed"] += source in (PlannedDuty.Source.REPAIR, PlannedDuty.Source.SWAP)
        hours[officer] += int((during.upper - during.lower).total_seconds() // 3600)
        if day.weekday() >= SATURDAY:
            weekends[officer].add(day.fromordinal(day.toordinal() - day.weekday()))
    for officer in _rest_days_cancelled(row):
        counts[officer]["cancelled"] += 1
    posts = list(Post.objects.select_related("officer").order_by("unit", "officer__collar_number"))
    return {
        "units": [_unit(row, cover, key, posts, counts, weekends) for key, unit in cover.units.items() if unit.needs],
        "specials": _specials(posts, hours),
    }


def _unit(
    row: Roster, cover: Cover, key: str, posts: Sequence[Post], counts: Mapping[int, Counter[str]],
    weekends: Mapping[int, set[date]],
) -> dict[str, Any]:  # fmt: skip
    mine = [one for one in posts if one.unit == key and not one.is_special]
    people = [
        {
            "officer": one.officer,
            "nights": counts[one.officer_id]["nights"],
            "weekends": len(weekends[one.officer_id]),
            "holidays": counts[one.officer_id]["holidays"],
            "calls": counts[one.officer_id]["calls"],
            "changed": counts[one.officer_id]["changed"],
            "cancelled": counts[one.officer_id]["cancelled"],
        }
        for one in mine
    ]
    return {
        "name": cover.units[key].name,
        "people": people,
        "nights": _spread(people, "nights"),
        "weekends": _spread(people, "weekends"),
        "holidays": _spread(people, "holidays"),
        "calls": _spread(people, "calls"),
        "cancelled": _spread(people, "cancelled"),
        "abstraction": _abstraction(row, [one.officer_id for one in mine]),
        "short": _short(row, key),
    }


def _rest_days_cancelled(row: Roster) -> Iterator[int]:
    """Whoever worked on a day off after the roster was out, by an ask that they agreed to: once for each such day."""
    for ask in Ask.objects.filter(roster=row, state=Ask.State.APPLIED):
        for said in ask.changes:
            if not said["before"] and said["after"] and not said["on_call"]:
                yield ask.officer_id


def _spread(people: Sequence[Mapping[str, Any]], what: str) -> Spread:
    return spread([int(one[what]) for one in people])


def _abstraction(row: Roster, officers: Sequence[int]) -> tuple[int, int]:
    """Person-days away of all person-days."""
    days = 0
    rows = Absence.objects.filter(
        officer__in=officers, state=Absence.State.GRANTED, first__lt=row.ends, last__gte=row.begins
    )
    for one in rows:
        days += (min(one.last, row.last_day) - max(one.first, row.begins)).days + 1
    return days, len(officers) * (row.ends - row.begins).days


def _short(row: Roster, key: str) -> tuple[int, int]:
    """Minutes below the least since the roster began, also of gaps that were mended late, and the minutes so far."""
    now, since = clock.now(), start_of_day(row.begins)
    until = max(min(now, start_of_day(row.ends)), since)
    rows = CoverGap.objects.filter(roster=row, unit=key, begins__lt=until).exclude(skill=BESIDE)
    spans = rows.values_list("begins", "ends", "closed_at")
    gaps = [(begins, min(ends, closed_at or ends)) for begins, ends, closed_at in spans]
    return minutes_under(gaps, since=since, until=until), int((until - since).total_seconds() // 60)


def _specials(posts: Sequence[Post], hours: Mapping[int, int]) -> dict[str, int]:
    mine = [one.officer_id for one in posts if one.is_special]
    rostered = [one for one in mine if one in hours]
    return {"people": len(mine), "rostered": len(rostered), "hours": sum(hours[one] for one in rostered)}
