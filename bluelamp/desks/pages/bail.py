"""One bail before charge: the victim first, when it ends and how that is counted, what happened, what may be done."""

from collections.abc import Mapping, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.form_page import turned_to_owner
from bluelamp.access.guard import acting, page
from bluelamp.access.looks import look_at_shown
from bluelamp.access.queries import Sight, restricted_among
from bluelamp.custody.bail_queries import whole_bail
from bluelamp.custody.bails import OUTCOMES, period_of
from bluelamp.custody.models import Bail
from bluelamp.custody.rules.police_bail import Rung, said
from bluelamp.desks.happened import happened
from bluelamp.desks.victim_panel import panel, refs_of
from bluelamp.journeys.bail_offers import offers
from bluelamp.owed.models import Promise
from bluelamp.owed.queries import of_records
from bluelamp.owed.rows import rows
from bluelamp.victims.models import Victim
from bluelamp.victims.queries import victims_with_safe_contact

NAME = "desks:bail"


@page("custody.view", "custody.review", "custody.release")
def bail(request: HttpRequest, pk: int) -> HttpResponse:
    """The four parts of a record."""
    found = whole_bail(pk)
    if found is None:
        raise Http404
    turned = turned_to_owner(request, found.detention.ref, found.person.ref, page=NAME)
    if turned:
        return turned
    at, by = clock.now(), acting(request)
    incident = found.arrest.incident_id
    victims = list(victims_with_safe_contact(incident)) if incident else []
    promises = of_records([found.ref, *(victim.ref for victim in victims)])
    sights = _sights(request, found, victims, promises)
    look_at_shown(sights, page=NAME, by=by, at=at, known=(found.detention.ref, found.person.ref))
    context = {
        "found": found,
        "at": at,
        "period": period_of(found, at),
        "rung": said(Rung(found.rung)),
        "outcome": OUTCOMES.get(found.outcome, ""),
        "panels": [panel(victim, promises, by, sights) for victim in victims],
        "rows": rows(promises, sights=sights, at=at, fold=False),
        "entries": happened([found.ref], reader=by.ref),
        "offers": offers(found, by, at),
    }
    return render(request, "desks/bail.html", context)


def _sights(
    request: HttpRequest, found: Bail, victims: Sequence[Victim], promises: Sequence[Promise]
) -> Mapping[str, Sight]:
    records = {ref for victim in victims for ref in refs_of(victim)}
    records |= {ref for promise in promises for ref in promise.about} | {found.ref}
    return restricted_among(acting(request), records)
