"""Expenses to decide and to pay."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.guard import page
from bluelamp.specials.models import Claim
from bluelamp.specials.owed import claim_decided_by
from bluelamp.specials.queries import claims
from bluelamp.specials.rules.expenses import money


@page("specials.expenses")
def expenses(request: HttpRequest) -> HttpResponse:
    """Those that wait the longest stand first."""
    waiting = [(one, money(one.pence), claim_decided_by(one)) for one in claims(Claim.State.SENT)]
    agreed = [(one, money(one.pence)) for one in claims(Claim.State.AGREED)]
    done = [
        (one, money(one.pence)) for one in claims(Claim.State.PAID, Claim.State.TURNED_DOWN).order_by("-decided_at")
    ]
    sums = {
        "waiting": money(sum(one.pence for one, *_ in waiting)),
        "agreed": money(sum(one.pence for one, _ in agreed)),
    }
    context = {"waiting": waiting, "agreed": agreed, "done": done[:20], "sums": sums, "at": clock.now()}
    return render(request, "specials/expenses.html", context)
