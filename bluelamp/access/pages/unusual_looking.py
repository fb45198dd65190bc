"""Unusual looking, for the auditor: far more records than others in a day, opening again and again, each concern."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.actions.looking import look
from bluelamp.access.events import LOOKED
from bluelamp.access.guard import acting, page
from bluelamp.access.models import Officer, Opening
from bluelamp.access.rules.unusual_looking import Looked, unusual
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.queries import facts_of

DAYS = 30


@page("ledger.read")
def unusual_looking(request: HttpRequest) -> HttpResponse:
    """The last 30 days. It says what to ask about, never that anybody did wrong; reading it is written down too."""
    at = clock.now()
    since = at - timedelta(days=DAYS)
    openings = list(_openings(since))
    found = unusual(looked=_looked(since, at), opened=[one.officer.ref for one in openings])
    names = {one.ref: str(one) for one in Officer.objects.filter(pk__in=[one.officer[8:] for one in found])}
    look(page="unusual looking", records=sorted(names), by=acting(request), at=at)
    rows = [{"who": names.get(one.officer, one.officer), "when": one.when, "words": one.words} for one in found]
    facts = {"rows": rows, "openings": openings, "days": DAYS}
    return render(request, "access/unusual_looking.html", facts)


def _openings(since: datetime) -> Iterator[Opening]:
    rows = Opening.objects.filter(opened_at__gte=since).select_related("restriction__owner", "officer")
    return (one for one in rows.order_by("-opened_at") if not one.by_owner)


def _looked(since: datetime, until: datetime) -> list[Looked]:
    shown: defaultdict[tuple[str, date], set[str]] = defaultdict(set)
    for line in facts_of([LOOKED.name], since=since, until=until):
        records = line.facts.get("records")
        if line.by.startswith("officer:") and isinstance(records, list):
            shown[(line.by, local_day(line.occurred_at))].update(map(str, records))
    return [Looked(officer=officer, day=day, records=len(records)) for (officer, day), records in shown.items()]
