"""What we owe: every open promise, soonest first, and how many were kept, late and broken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.actions.looking import look
from bluelamp.access.guard import acting, page
from bluelamp.deadlines.instants import local_day, start_of_day
from bluelamp.design.charts import Bar
from bluelamp.design.fuse import groups
from bluelamp.design.times import WEEKDAYS
from bluelamp.owed.models import Promise
from bluelamp.owed.queries import Count, Figure, Open, figure, last_kept, open_counts, open_promises
from bluelamp.owed.registry import kinds
from bluelamp.owed.rows import rows, sights_of

SHOWN, SHOWN_AT_MOST = 40, 1000
DAYS = 7
KINDS_NAMED = 5


@dataclass(frozen=True, kw_only=True)
class Chip:
    """One filter."""

    label: str
    count: int
    url: str
    current: bool


@page("owed.view")
def what_we_owe(request: HttpRequest) -> HttpResponse:
    """`?show=mine` or a group, `?record=REF`, `?kind=K&place=P` opens one round, `?all=yes` shows every one."""
    at, by = clock.now(), acting(request)
    show, record = request.GET.get("show", ""), request.GET.get("record", "")
    opened = (request.GET.get("kind", ""), request.GET.get("place", ""))
    limit = SHOWN_AT_MOST if request.GET.get("all") else SHOWN
    promises = _promises(show, record, opened, by, limit)
    sights = sights_of(promises, by=by)
    if looked := [ref for ref, sight in sights.items() if sight.may_see]:
        look(page="owed:what_we_owe", records=looked, by=by, at=at)
    counts = open_counts(at=at)
    found = {
        "at": at,
        "chips": _chips(counts, show if not record and not opened[0] else "-", by),
        "count": sum(one.count for one in counts),
        "late": sum(one.late for one in counts),
        "groups": groups(rows(promises, sights=sights, at=at, fold=not opened[0]), at),
        "only": record or opened[1],
        "soonest": limit if len(promises) == limit else 0,
        "all": "?" + urlencode({**request.GET.dict(), "all": "yes"}) if limit == SHOWN else "",
        "last_kept": None if promises else last_kept(),
        **_figures(figure(start_of_day(local_day(at) - timedelta(days=DAYS - 1)), at), at),
    }
    return render(request, "owed/what_we_owe.html", found)


def _promises(show: str, record: str, opened: tuple[str, str], by: Acting, limit: int) -> list[Promise]:
    kind = kinds.get(opened[0])
    if kind:
        return open_promises(kind=kind.name, place=(kind.fold_by, opened[1]), limit=limit)
    acts = by.capabilities if show == "mine" else None
    return open_promises(acts=acts, person=by.ref, group="" if show == "mine" else show, record=record, limit=limit)


def _chips(counts: Sequence[Open], show: str, by: Acting) -> list[Chip]:
    by_group: dict[str, int] = {}
    for one in counts:
        kind = kinds.get(one.kind)
        if kind:
            by_group[kind.group] = by_group.get(kind.group, 0) + one.count
    chips = [_chip("Everyone", "", sum(one.count for one in counts), show)]
    chips.append(_chip("Mine", "mine", sum(one.count for one in counts if one.is_mine(by.capabilities, by.ref)), show))
    return chips + [_chip(group, group, count, show) for group, count in sorted(by_group.items())]


def _chip(label: str, value: str, count: int, show: str) -> Chip:
    return Chip(label=label, count=count, url="?" + urlencode({"show": value}) if value else "?", current=show == value)


def _figures(found: Figure, at: datetime) -> dict[str, object]:
    days = [local_day(at) - timedelta(days=ago) for ago in reversed(range(DAYS))]
    by_day = [(WEEKDAYS[day.weekday()], found.by_day.get(day, Count())) for day in days]
    share = f"{100 * found.whole.kept / found.whole.due:.1f} %" if found.whole.due else ""
    bars = [Bar(label=day, count=one.late + one.broken, of=one.due, part=one.broken) for day, one in by_day]
    return {"figure": found.whole, "share": share, "bars": bars, "kinds": _worst(found)}


def _worst(found: Figure) -> list[tuple[str, Count]]:
    """The kinds most often broken, then most often late; the rest together."""
    order = sorted(found.by_kind.items(), key=lambda one: (-one[1].broken, -one[1].late, -one[1].due))
    named = [(kind.called if (kind := kinds.get(name)) else name, count) for name, count in order]
    rest = named[KINDS_NAMED:]
    if len(rest) < 2:
        return named
    return [*named[:KINDS_NAMED], (f"Others, {len(rest)} kinds", sum((count for _, count in rest), Count()))]
