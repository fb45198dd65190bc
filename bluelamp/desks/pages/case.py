"""One case at court: its victims first, what each is owed, what the court did, and what may be written down next."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.form_page import turned_to_owner
from bluelamp.access.guard import acting, page
from bluelamp.access.looks import look_at_shown
from bluelamp.access.queries import restricted_among
from bluelamp.cases.models import CaseFile
from bluelamp.cases.offers import court_offers, withdraw_offers
from bluelamp.cases.queries import case_for_page, next_hearing, stands
from bluelamp.cases.rules.court_news import in_few_words
from bluelamp.desks.happened import happened
from bluelamp.desks.victim_panel import panel, refs_of
from bluelamp.journeys.offers import restriction_offer
from bluelamp.journeys.pages.court_news import seen_with
from bluelamp.owed.queries import of_records
from bluelamp.owed.rows import rows
from bluelamp.victims.minding import minds_of
from bluelamp.victims.queries import asked_of_the_court, victims_with_safe_contact

NAME = "desks:case"


@page("cases.court", "cases.charge")
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """The four parts of a record."""
    found = case_for_page(pk)
    if found is None:
        raise Http404
    turned = turned_to_owner(request, *seen_with(found), page=NAME)
    if turned:
        return turned
    at, by = clock.now(), acting(request)
    incident = found.incident_id
    victims = list(victims_with_safe_contact(incident)) if incident else []
    minds, wishes = minds_of(victims), asked_of_the_court(victims, pk)
    promises = of_records([found.ref, *(victim.ref for victim in victims)])
    records = {ref for victim in victims for ref in refs_of(victim)}
    sights = restricted_among(by, records | {ref for promise in promises for ref in promise.about})
    look_at_shown(sights, page=NAME, by=by, at=at, known=seen_with(found))
    context = {
        "found": found,
        "at": at,
        "incident": incident,
        "charges": list(found.charges.all()),
        "news": list(reversed(found.news.all())),
        "ahead": next_hearing(found, at),
        "standing": standing_words(found, at),
        "panels": [
            panel(one, promises, by, sights, minds=minds[one.pk], court=wishes.get(one.pk, "")) for one in victims
        ],
        "rows": rows(promises, sights=sights, at=at, fold=False),
        "entries": happened([found.ref], reader=by.ref),
        "offers": [*court_offers(found, by), *withdraw_offers(found, by), restriction_offer(found.ref, by)],
    }
    return render(request, "desks/case.html", context)


def standing_words(found: CaseFile, at: datetime) -> str:
    """Where the case stands, in a few words."""
    charged = any(one.stands for one in found.charges.all())
    return in_few_words(stands(found.news.all()), charged=charged, ahead=next_hearing(found, at) is not None)
