"""What was promised to victims: kept, late, broken, and to whom; referrals, risk that waits, the meetings' load."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.guard import page
from bluelamp.deadlines.instants import local_day, start_of_day
from bluelamp.insight.risk_waiting import waiting
from bluelamp.insight.rules.suppressing import SMALLEST
from bluelamp.insight.victims_served import served
from bluelamp.insight.what_victims_say import what_victims_say

DAYS = 28


@page("insight.view")
def victims_served(request: HttpRequest) -> HttpResponse:
    """The last four weeks with today; a group of few people is never told apart."""
    at = clock.now()
    since = start_of_day(local_day(at) - timedelta(days=DAYS - 1))
    found = served(since, at)
    tables = [
        ("By need", "needs", "Promises to victims by their rights", found.needs),
        ("By team of who looks after them now", "teams", "Promises to victims by team", found.teams),
        ("By need and team", "needs-and-teams", "Promises to victims by their rights and the team", found.both),
    ]
    context = {"at": at, "days": DAYS, "found": found, "risk": waiting(at), "tables": tables, "smallest": SMALLEST}
    context |= {"say": what_victims_say(since, at)}
    return render(request, "insight/victims_served.html", context)
