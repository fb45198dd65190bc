"""The cases: next hearing soonest first, whose they are, and how many victims are owed word."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.actions.looking import look
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import restricted_among
from bluelamp.cases.listing import counts, listed
from bluelamp.cases.models import CaseFile
from bluelamp.cases.queries import stands
from bluelamp.cases.rules.court_news import in_few_words
from bluelamp.deadlines.instants import local_day
from bluelamp.journeys.pages.court_news import seen_with
from bluelamp.owed.models import Promise, State
from bluelamp.victims.models import Victim
from bluelamp.victims.owed import BY_STEP
from bluelamp.victims.queries import victims_of_all
from bluelamp.victims.rules.telling import OF_THE_CASE

NAME = "desks:cases"
FURTHEST = 10_000


@page("cases.court", "cases.charge")
def cases(request: HttpRequest) -> HttpResponse:
    """`?show=mine` those that are one's own, `?page=` a further page. One that this person is not on says whom to
    ask; a look at a restricted one that they may see is written to the ledger."""
    at, by = clock.now(), acting(request)
    mine, number = request.GET.get("show") == "mine", _page(request)
    found = listed(today=local_day(at), officer=by.officer_id if mine else None, page=number)
    sights = restricted_among(by, [ref for one in found.cases for ref in seen_with(one)], at=at)
    if looked := [ref for ref, sight in sights.items() if sight.may_see]:
        look(page=NAME, records=looked, by=by, at=at)
    hidden = {ref: sight.words for ref, sight in sights.items() if not sight.may_see}
    every, own = counts(by.officer_id)
    context = {
        "at": at,
        "chips": _chips(every, own, mine),
        "rows": _rows(found.cases, hidden),
        "total": own if mine else every,
        "sooner": _url(mine, number - 1) if number > 1 else "",
        "later": _url(mine, number + 1) if found.more else "",
        "mine": mine,
    }
    return render(request, "desks/cases.html", context)


def _page(request: HttpRequest) -> int:
    given = request.GET.get("page", "")
    return min(max(int(given), 1), FURTHEST) if given.isdecimal() and len(given) < 9 else 1


def _url(mine: bool, number: int) -> str:
    given = ({"show": "mine"} if mine else {}) | ({"page": str(number)} if number > 1 else {})
    return "?" + urlencode(given)


def _chips(every: int, own: int, mine: bool) -> list[Mapping[str, object]]:
    return [
        {"label": "Everyone's", "count": every, "url": "?", "current": not mine},
        {"label": "Mine", "count": own, "url": "?show=mine", "current": mine},
    ]


def _rows(found: Sequence[CaseFile], hidden: Mapping[str, str]) -> list[Mapping[str, object]]:
    incidents = {one.incident_id for one in found if one.incident_id}
    victims = victims_of_all(incidents) if incidents else {}
    owed = _owed([one for each in victims.values() for one in each])
    rows = []
    for one in found:
        veil = next((hidden[ref] for ref in seen_with(one) if ref in hidden), "")
        theirs = [owed[each.ref] for each in victims.get(one.incident_id or 0, ()) if each.ref in owed]
        rows.append({"veil": veil} if veil else _row(one, theirs, len(victims.get(one.incident_id or 0, ()))))
    return rows


def _row(one: CaseFile, owed: Sequence[Mapping[str, Any]], victims: int) -> Mapping[str, object]:
    charges = list(one.charges.all())
    standing = in_few_words(
        stands(one.news.all()),
        charged=any(charge.stands for charge in charges),
        ahead=one.next_on is not None,  # type: ignore[attr-defined]
    )
    return {
        "found": one,
        "veil": "",
        "charges": "; ".join(dict.fromkeys(charge.offence_words for charge in charges)),
        "how": "Held when charged" if one.detention_id else "By requisition",
        "standing": standing,
        "victims": victims,
        "owed": len(owed),
        "owed_by": min((each["by"] for each in owed), default=None),
    }


def _owed(victims: Sequence[Victim]) -> Mapping[str, Mapping[str, Any]]:
    """For each victim who is owed word of something, by when the first is due; one statement."""
    if not victims:
        return {}
    kinds = [BY_STEP[step].name for step in OF_THE_CASE]
    open_ = Promise.objects.filter(record__in=[one.ref for one in victims], kind__in=kinds, state=State.OPEN)
    found = open_.values("record").annotate(count=Count("pk"), by=Min("due_at")).order_by()
    return {one["record"]: one for one in found}
