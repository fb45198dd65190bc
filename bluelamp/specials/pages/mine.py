"""My hours, for a special on a phone: what I offered and gave, events, expenses, my path, thanks."""

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.guard import acting, page
from bluelamp.specials.keeping import progress
from bluelamp.specials.ladder import rungs
from bluelamp.specials.models import Occasion, Special
from bluelamp.specials.month import months_words
from bluelamp.specials.offers import sent_to
from bluelamp.specials.owed_rows import owed_rows
from bluelamp.specials.queries import going, occasions_ahead, offers_ahead, special_of, stands, work
from bluelamp.specials.rules import deployment, expenses, hours, regulars
from bluelamp.specials.service import given_by

SHOWN = 12


@page("specials.mine")
def mine(request: HttpRequest) -> HttpResponse:
    """An account that no record names yet is told whom to ask."""
    by, at = acting(request), clock.now()
    found = special_of(by.officer_id)
    if found is None:
        return render(request, "specials/no_record.html", {})
    one = stands([found], at)[0]
    context = {
        "special": found,
        "found": one,
        "at": at,
        "may": deployment.what_may_be_done(one.stage.value),
        "sent_to": sent_to(found, at),
        "months": months_words(found, at, 3),
        "offers": offers_ahead(by.number, at),
        "events": [_event(each, found) for each in occasions_ahead(at)[:SHOWN]],
        "claims": [(each, expenses.money(each.pence)) for each in found.claims.order_by("-on")[:5]],
        "rows": [each for each in owed_rows(found.ref) if not each.done_at],
        "rungs": rungs(one),
        "thanks": found.thanks.select_related("thanked_by").order_by("-thanked_at"),
        "given": hours.said(given_by([found], at).get(by.number, timedelta())),
        "regulars": _regulars(found, at),
    }
    return render(request, "specials/mine.html", context)


def _event(occasion: Occasion, special: Special) -> dict[str, object]:
    """How an event stands for me: down for it, and whether the place stands; or whether there is one left."""
    down: list[object] = occasion.down  # type: ignore[attr-defined]
    my = next((one for one in down if one.special_id == special.pk), None)  # type: ignore[attr-defined]
    beside = str(my.beside) if my and my.beside else ""  # type: ignore[attr-defined]
    verdict = deployment.may_go(
        going=going(special, beside=beside or ("" if my else deployment.TO_BE_NAMED)), work=work(occasion)
    )
    return {"one": occasion, "mine": my, "beside": beside, "verdict": verdict, "left": occasion.wanted - len(down)}


def _regulars(special: Special, at: datetime) -> dict[str, object]:
    """The steps into the regulars for one who is here for a career; empty for everyone else."""
    where = progress(special, at)
    if not where.career:
        return {}
    evidence = {one.step: one for one in special.evidence.select_related("signed_by")}
    steps = [(step, evidence.get(step.key)) for step in regulars.STEPS]
    return {"steps": steps, "next": regulars.next_step(where), "done": len(where.signed), "of": len(regulars.STEPS)}
