"""The list of one meeting, in the order of the agenda, with what each body undertook."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.actions.looking import look
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import restricted_among
from bluelamp.safeguarding.models import MaracAction, MaracReferral, Meeting


@page("safeguarding.marac")
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """Urgent cases first, then as they were referred. Each is veiled by itself, and every look is logged."""
    found = Meeting.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    by, at = acting(request), clock.now()
    rows = MaracReferral.objects.filter(meeting=found).select_related("domestic__incident", "domestic__victim__person")
    cases = list(rows.order_by("-urgent", "at", "pk"))
    sights = restricted_among(by, [one.ref for one in cases], at=at)
    if seen := [ref for ref, sight in sights.items() if sight.may_see]:
        look(page="safeguarding:meeting", records=seen, by=by, at=at)
    hidden = {ref: sight.words for ref, sight in sights.items() if not sight.may_see}
    shown = [one.pk for one in cases if one.ref not in hidden]
    actions = MaracAction.objects.filter(case__in=shown).select_related("body", "case__domestic__incident")
    facts = {
        "found": found,
        "at": at,
        "cases": [{"case": one, "veil": hidden.get(one.ref, "")} for one in cases],
        "actions": sorted(actions, key=lambda one: (one.done_at is not None, one.due_on, one.whose)),
    }
    return render(request, "safeguarding/meeting.html", facts)
