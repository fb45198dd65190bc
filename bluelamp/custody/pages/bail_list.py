"""Everyone on bail before charge or released under investigation: what ends, or is looked at, soonest first."""

from collections.abc import Iterable, Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.actions.looking import look
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import Sight, restricted_among
from bluelamp.custody.bail_queries import MOST, bails_in_force, under_investigation
from bluelamp.custody.models import Bail, Investigation
from bluelamp.custody.rules.police_bail import Rung, said
from bluelamp.deadlines.months import end_of_day

NAME = "custody:bail_list"


@page("custody.view", "custody.review", "custody.release")
def bail_list(request: HttpRequest) -> HttpResponse:
    """Five statements. The ends are those stored when anything last changed them, by the same rule."""
    at, by = clock.now(), acting(request)
    bails, under = list(bails_in_force()[: MOST + 1]), list(under_investigation()[: MOST + 1])
    every: list[Bail | Investigation] = [*bails, *under]
    sights = restricted_among(by, [ref for one in every for ref in (one.detention.ref, one.person.ref)], at=at)
    seen = [ref for ref, sight in sights.items() if sight.may_see]
    if seen:
        look(page=NAME, records=seen, by=by, at=at)
    context = {
        "at": at,
        "bails": [_bail(one, sights) for one in bails[:MOST]],
        "under": [_under(one, sights) for one in under[:MOST]],
        "left_off": len(bails) > MOST or len(under) > MOST,
        "most": MOST,
    }
    return render(request, "custody/bail_list.html", context)


def _bail(one: Bail, sights: Mapping[str, Sight]) -> dict[str, object]:
    return {"one": one, "hidden": _hidden(one, sights), "rung": said(Rung(one.rung)),
            "left": end_of_day(one.ends_on) if one.ends_on else None}  # fmt: skip


def _under(one: Investigation, sights: Mapping[str, Sight]) -> dict[str, object]:
    return {"one": one, "hidden": _hidden(one, sights)}


def _hidden(one: Bail | Investigation, sights: Mapping[str, Sight]) -> str:
    found: Iterable[Sight | None] = (sights.get(one.detention.ref), sights.get(one.person.ref))
    return next((sight.words for sight in found if sight and not sight.may_see), "")
