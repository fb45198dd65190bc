"""Custody returns: use of force, strip searches, times waited, rest broken."""

from collections import Counter
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.guard import page
from bluelamp.insight.returns import returns as worked_out
from bluelamp.insight.rules.suppressing import shown

DAYS = 28


@page("insight.view")
def returns(request: HttpRequest) -> HttpResponse:
    """The last 28 days; with `?public` counts below 5 are not told apart, with `?sixteen` ethnicity is of 16+1."""
    at, public, sixteen = clock.now(), "public" in request.GET, "sixteen" in request.GET
    found = worked_out(at - timedelta(days=DAYS), at, sixteen=sixteen)
    shows = {
        "at": at,
        "days": DAYS,
        "public": public,
        "sixteen": sixteen,
        "groups": [
            ("Use of force", "force", _rows(found.force, public)),
            ("Strip searches", "strip", _rows(found.strip, public)),
        ],
        "waits": [(one.name, len(one.minutes), one.of, _m(one.median), _m(one.ninetieth)) for one in found.waits],
        "tactics": _counted(found.tactics, public),
        "rest": _counted(found.rest, public),
    }
    return render(request, "insight/returns.html", shows)


def _rows(counts: Counter[tuple[str, str]], public: bool) -> list[tuple[str, str, str]]:
    return [(age, ethnicity, _said(n, public)) for (age, ethnicity), n in sorted(counts.items())]


def _counted(counts: Counter[str], public: bool) -> list[tuple[str, str]]:
    return [(name.replace("_", " ").capitalize(), _said(n, public)) for name, n in sorted(counts.items())]


def _said(count: int, public: bool) -> str:
    return shown(count) if public else str(count)


def _m(minutes: float | None) -> str:
    return "none" if minutes is None else f"{minutes:.0f} min"
