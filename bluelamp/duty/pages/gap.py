"""One gap in the cover: what is short and from when, the ways to mend it, and who was asked."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import signed
from bluelamp.access.guard import page
from bluelamp.access.pages.who_looked import named
from bluelamp.duty.actions.running_the_day import ask_to_mend, ask_together
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.least_change import asked_of, least_change
from bluelamp.duty.mending import Way, ways
from bluelamp.duty.models import Ask, CoverGap
from bluelamp.duty.rules.words import people_words, stretch, until
from bluelamp.ledger.queries import timeline
from bluelamp.verdict import Refused

LEAST = "least"
SHOWN_REFUSED = 6


@page("duty.run_day")
def gap(request: HttpRequest, pk: int) -> HttpResponse:
    """One press asks the officer, or all whom the least change takes; `?least` works it out for the whole unit."""
    row = CoverGap.objects.select_related("roster").filter(pk=pk).first()
    if row is None:
        raise Http404
    verdict = None
    if request.method == "POST":
        try:
            if "change" in request.POST:
                ask_together(gap=row.pk, changes=asked_of(request.POST.getlist("change")), **signed(request))
                return HttpResponseRedirect(f"{reverse('duty:gap', args=[row.pk])}#asks", status=303)
            title, officer = request.POST.get("title", ""), int(request.POST.get("officer") or 0)
            asked = ask_to_mend(gap=row.pk, officer=officer, title=title, **signed(request))
            return HttpResponseRedirect(reverse("duty:ask", args=[asked.partition(":")[2]]), status=303)
        except Refused as refusal:
            verdict = refusal.verdict
        except ValueError:
            raise Http404 from None
    return render(request, "duty/gap.html", _shows(request, row, verdict), status=422 if verdict else 200)


def _shows(request: HttpRequest, row: CoverGap, verdict: Any) -> dict[str, Any]:
    at, cover = clock.now(), cover_in_force()
    good, cannot = ([], []) if row.closed_at or row.ends <= at else ways(row, at=at)
    asks = Ask.objects.filter(changes__0__gap=row.pk).select_related("officer").order_by("-asked_at")
    return {
        "row": row,
        "unit": cover.units[row.unit].name,
        "who": people_words(row.skill, call=row.call),
        "when": stretch(row.begins, row.ends),
        "starts": until(at, row.begins),
        "over": row.ends <= at,
        "ways": [_way(one) for one in good],
        "cannot": cannot[:SHOWN_REFUSED],
        "asks": asks,
        "verdict": verdict,
        "least": least_change(row, at=at) if LEAST in request.GET and not row.closed_at else None,
        "entries": named(timeline(row.ref, limit=12)),
    }


def _way(one: Way) -> dict[str, Any]:
    option = one.option
    return {
        "title": option.title,
        "officer": option.member.officer.partition(":")[2],
        "name": option.member.name,
        "cost": option.cost,
        "source": option.source,
        "rest": one.rest,
        "leaves": one.leaves,
        "mends": one.mends,
    }
