"""One call out: who was called and when they must answer, their answer, or the next in line."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import signed
from bluelamp.access.guard import acting, page
from bluelamp.duty.actions.calling_out import answer_call_out, no_answer, stand_down
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.models import CallOut
from bluelamp.duty.owed import call_out_due
from bluelamp.verdict import Refused, Verdict


@page("duty.run_day", "duty.mine")
def call_out(request: HttpRequest, pk: int) -> HttpResponse:
    """The desk writes down the answer, or the officer answers on their phone."""
    row = CallOut.objects.select_related("officer", "follows__officer").filter(pk=pk).first()
    by, verdict = acting(request), None
    if row is None or not (by.may("duty.run_day") or row.officer_id == by.officer_id):
        raise Http404
    if request.method == "POST":
        try:
            ref = _do(request, row)
            return HttpResponseRedirect(reverse("duty:call_out", args=[ref.partition(":")[2]]), status=303)
        except Refused as refusal:
            verdict = refusal.verdict
    shows = _shows(row, verdict, clock.now()) | {"desk": by.may("duty.run_day")}
    return render(request, "duty/call_out.html", shows, status=422 if verdict else 200)


def _do(request: HttpRequest, row: CallOut) -> str:
    verb, given = request.POST.get("do"), {"call_out": row.pk, **signed(request)}
    if verb in ("coming", "cannot"):
        return answer_call_out(coming=verb == "coming", why=request.POST.get("why", ""), **given)
    if verb == "next":
        return no_answer(**given)
    if verb in ("stand_down", "time_back"):
        return stand_down(time_back=verb == "time_back", **given)
    raise Http404


def _shows(row: CallOut, verdict: Verdict | None, at: datetime) -> dict[str, Any]:
    cover = cover_in_force()
    line, before = [row], row.follows
    while before:
        line.append(before)
        before = before.follows
    return {
        "row": row,
        "unit": cover.units[row.unit].name if row.unit in cover.units else row.unit,
        "line": list(reversed(line)),
        "due": call_out_due(row.called_at).due,
        "late": row.state == CallOut.State.CALLED and call_out_due(row.called_at).due < at,
        "verdict": verdict,
        "waiting": row.state == CallOut.State.CALLED,
        "may_next": row.state in (CallOut.State.CALLED, CallOut.State.CANNOT) and not hasattr(row, "next"),
        "came": row.state == CallOut.State.COMING,
        "may_stand_down": row.state in (CallOut.State.CALLED, CallOut.State.COMING),
    }
