"""Requests about a partner's past, the soonest due first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.actions.looking import look
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import restricted_among
from bluelamp.safeguarding.models import DisclosureRequest


@page("safeguarding.disclose")
def disclosures(request: HttpRequest) -> HttpResponse:
    """Open ones first; each is restricted, and every look is logged."""
    by, at = acting(request), clock.now()
    found = list(
        DisclosureRequest.objects.select_related("applicant").order_by("told_at", "decided_at", "asked_at")[:100]
    )
    sights = restricted_among(by, [one.ref for one in found], at=at)
    if seen := [ref for ref, sight in sights.items() if sight.may_see]:
        look(page="safeguarding:disclosures", records=seen, by=by, at=at)
    hidden = {ref: sight.words for ref, sight in sights.items() if not sight.may_see}
    rows = [{"found": one, "veil": hidden.get(one.ref, ""), "open": _open(one)} for one in found]
    return render(request, "safeguarding/disclosures.html", {"rows": rows, "at": at})


def _open(one: DisclosureRequest) -> bool:
    return one.told_at is None and one.disclose is not False
