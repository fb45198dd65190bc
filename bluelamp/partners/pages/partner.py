"""One partner body: what waits, what was shared, the agreements, how it is reached."""

from collections.abc import Iterable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.actions.looking import look
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import restricted_among
from bluelamp.deadlines.instants import local_day
from bluelamp.partners.models import Contact, Share
from bluelamp.partners.offers import offers_of_body
from bluelamp.partners.queries import agreements_with, shares_with
from bluelamp.partners.reading import body_to_read
from bluelamp.partners.share_words import Shown, shown

NAME = "partners:partner"
RECENT = 30


@page("partners.view")
def partner(request: HttpRequest, key: str) -> HttpResponse:
    """What waits stands first. Shares about a restricted record are veiled."""
    found, at, by = body_to_read(key), clock.now(), acting(request)
    waiting = list(shares_with(found.pk, open_only=True))
    recent = list(shares_with(found.pk).exclude(pk__in=[one.pk for one in waiting])[:RECENT])
    rows = _rows([*waiting, *recent], by, at)
    context = {
        "partner": found,
        "at": at,
        "waiting": rows[: len(waiting)],
        "recent": rows[len(waiting) :],
        "agreements": [(one, one.agreed().in_force(local_day(at))) for one in agreements_with(found.pk)],
        "contact": Contact.objects.filter(partner=found).first(),
        "offers": offers_of_body(found, by),
    }
    return render(request, "partners/partner.html", context)


def _rows(found: list[Share], by: Acting, at: datetime) -> list[Shown]:
    sights = restricted_among(by, _records(found), at=at)
    if looked := [ref for ref, sight in sights.items() if sight.may_see]:
        look(page=NAME, records=looked, by=by, at=at)
    return shown(found, sights, at=at)


def _records(found: Iterable[Share]) -> list[str]:
    return [ref for one in found for ref in one.records]
