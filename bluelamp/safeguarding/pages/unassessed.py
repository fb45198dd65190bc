"""Nothing unassessed: domestic incidents, and stalking by strangers, that wait for an assessment or a second look."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.actions.looking import look
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import restricted_among
from bluelamp.owed.models import Promise, State
from bluelamp.safeguarding.models import DomesticIncident, Pathway
from bluelamp.safeguarding.queries import name_of, unassessed_alone, unlooked
from bluelamp.safeguarding.queries import unassessed as waiting

NAME = "safeguarding:unassessed"
SHOWN = 100
Waits = DomesticIncident | Pathway


@page("safeguarding.view")
def unassessed(request: HttpRequest) -> HttpResponse:
    """The oldest first, each with whose it is; a restricted one that this person is not on says whom to ask."""
    by, at = acting(request), clock.now()
    waits: list[Waits] = sorted([*waiting()[:SHOWN], *unassessed_alone()[:SHOWN]], key=lambda one: one.raised_at)
    open_, looks = waits[:SHOWN], list(unlooked()[:SHOWN])
    sights = restricted_among(by, [ref for one in (*open_, *looks) for ref in (one.ref, one.incident.ref)], at=at)
    if seen := [ref for ref, sight in sights.items() if sight.may_see]:
        look(page=NAME, records=seen, by=by, at=at)
    hidden = {ref: sight.words for ref, sight in sights.items() if not sight.may_see}
    dues = _dues([*open_, *looks])
    context = {
        "at": at,
        "open": [_row(one, hidden, dues, "safeguarding.assess") for one in open_],
        "looks": [_row(one, hidden, dues, "safeguarding.second_look") for one in looks],
        "unowned": sum(one.owner_id is None for one in open_),
        "may_assess": by.may("safeguarding.assess"),
        "may_look": _may_look(by),
    }
    return render(request, "safeguarding/unassessed.html", context)


def _may_look(by: Acting) -> bool:
    return by.may("safeguarding.second_look")


def _dues(found: list[Waits]) -> dict[tuple[str, str], Promise]:
    kinds = ("safeguarding.assess", "safeguarding.assess_pathway", "safeguarding.second_look")
    rows = Promise.objects.filter(record__in=[one.ref for one in found], kind__in=kinds, state=State.OPEN)
    return {(one.record, one.kind): one for one in rows}


def _row(one: Waits, hidden: dict[str, str], dues: dict[tuple[str, str], Promise], kind: str) -> dict[str, object]:
    veil = hidden.get(one.ref) or hidden.get(one.incident.ref, "")
    if isinstance(one, Pathway):
        pages, kind = ("safeguarding:pathway", "judge_pathway", "take_on_pathway"), "safeguarding.assess_pathway"
    else:
        pages = ("desks:domestic", "assess", "take_on")
    step = pages[1] if one.owner_id else pages[2]
    return {
        "found": one,
        "what": name_of(one) if isinstance(one, Pathway) else one.incident.kind,
        "url": reverse(pages[0], args=[one.pk]),
        "step": reverse(f"safeguarding:{step}", args=[one.pk]),
        "veil": veil,
        "due": dues.get((one.ref, kind)),
    }
