"""One roster: its cover week by week, how good each unit's is, the search, what cannot be met, and what may be done."""

from datetime import date, datetime, time
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.guard import acting, page
from bluelamp.deadlines.instants import as_local, local, local_day
from bluelamp.design.cover import picture
from bluelamp.duty.checking.check import Checked
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.cover_week import Shown, open_gaps, strips
from bluelamp.duty.gaps import checked
from bluelamp.duty.models import Roster, Search
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.duties import DAY, WEEK

RUNNING = (Search.State.WAITING, Search.State.RUNNING)


@page("duty.view")
def roster(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft is checked whole, once no search changes it; a published roster shows its open gaps."""
    row = find(pk)
    cover, at, by = cover_in_force(), clock.now(), acting(request)
    week = shown_week(request, row, local_day(at))
    search = row.searches.order_by("-pk").first()
    searching = bool(search and search.state in RUNNING)
    found = checked(row) if row.state == Roster.State.DRAFT and not searching and row.units else None
    gaps = _gaps(row, week, found)
    href = {key: reverse("duty:unit", args=[row.pk, key]) + f"?from={week}" for key in cover.units}
    drawn = picture(
        local(week, time(0)),
        local(min(week + WEEK * DAY, row.ends), time(0)),
        strips(row, week, min(week + WEEK * DAY, row.ends), cover=cover, gaps=gaps, href=href),
        now=at,
    )
    shows = {
        "row": row,
        "last": row.ends - DAY,
        "picture": drawn,
        "now_words": f"now {as_local(at):%H:%M}",
        "gaps": [(cover.units[one.unit].name, one) for one in gaps],
        "broken": _broken(found, week),
        "found": found,
        "hard": sum(one.hard for one in found.broken) if found else 0,
        "soft": sum(not one.hard for one in found.broken) if found else 0,
        "units": _units(row, cover, href),
        "search": search,
        "searching": searching,
        "weeks": _weeks(row, week),
        "week": week,
        "week_last": min(week + WEEK * DAY, row.ends) - DAY,
        "may_plan": by.may("duty.plan"),
        "others": row.copies.all() if row.copied_from is None else [row.copied_from],
    }
    return render(request, "duty/roster.html", shows)


def find(pk: int) -> Roster:
    """The roster, or a page that says that there is none."""
    row = Roster.objects.select_related("copied_from").filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def shown_week(request: HttpRequest, row: Roster, today: date) -> date:
    """The Monday of the week asked for, kept within the roster; without one, this week or the first."""
    try:
        day = date.fromisoformat(request.GET.get("week", "") or request.GET.get("from", ""))
    except ValueError:
        day = today
    day = min(max(day, row.begins), row.ends - DAY)
    return day - (day - row.begins).days % WEEK * DAY


def _gaps(row: Roster, week: date, found: Checked | None) -> list[Shown]:
    since, until = local(week, time(0)), local(week + WEEK * DAY, time(0))
    if found is None:
        return open_gaps(row, since=since, until=until)
    return [as_shown(one) for one in found.gaps if one.begins < until and one.ends > since]


def as_shown(one: Any) -> Shown:
    """A shortfall of the checker, to be shown."""
    return Shown(
        unit=one.unit, skill=one.skill, call=one.call, begins=one.begins, ends=one.ends, needed=one.needed,
        there=one.there,
    )  # fmt: skip


def _broken(found: Checked | None, week: date) -> list[tuple[datetime, str, str, bool]]:
    """Every rule broken in the week, hard ones first."""
    days = (local(week, time(0)), local(week + WEEK * DAY, time(0)))
    broken = [one for one in found.broken if days[0] <= one.at < days[1]] if found else []
    return [(one.at, one.words, one.source, one.hard) for one in sorted(broken, key=lambda one: not one.hard)]


def _units(row: Roster, cover: Cover, href: dict[str, str]) -> list[dict[str, Any]]:
    """Each unit's points, the bound, and how far the one may be above the other: in points where the bound is none."""
    found = []
    for key, unit in cover.units.items():
        known = row.units.get(key)
        if not unit.needs:
            continue
        above = known["points"] - known["bound"] if known else 0
        share = round(100 * above / known["bound"], 1) if known and known["bound"] > 0 else None
        found.append({"name": unit.name, "href": href[key], "known": known, "above": above, "share": share})
    return found


def _weeks(row: Roster, week: date) -> list[tuple[date, bool]]:
    count = (row.ends - row.begins).days // WEEK
    days = [row.begins + n * WEEK * DAY for n in range(count)]
    return [(day, day == week) for day in days]
