"""An incident: the victim, what is owed, what happened, what you may do now."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.form_page import turned_to_owner
from bluelamp.access.guard import acting, page
from bluelamp.access.looks import look_at_shown
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.access.queries import restricted_among
from bluelamp.calls.models import Incident
from bluelamp.calls.offers import offers as call_offers
from bluelamp.calls.queries import incident as found_incident
from bluelamp.cases.offers import requisition_offers
from bluelamp.crimes.offers import offers as crime_offers
from bluelamp.crimes.queries import Decided, decided_on
from bluelamp.desks.attended import attended
from bluelamp.desks.happened import happened
from bluelamp.desks.victim_panel import panel, refs_of
from bluelamp.dispatch.offers import offers as unit_offers
from bluelamp.dispatch.queries import OnTheStreet, sent_to
from bluelamp.journeys.offers import restriction_offer
from bluelamp.ledger.queries import position
from bluelamp.owed.queries import about_records
from bluelamp.owed.rows import rows, sights_of
from bluelamp.safeguarding.at_the_call import known_of_incident
from bluelamp.safeguarding.offers import offers_at_incident
from bluelamp.safeguarding.queries import domestic_of
from bluelamp.victims.minding import minds_of
from bluelamp.victims.queries import victims_with_safe_contact


@page("dispatch.view", "calls.answer", "calls.log")
def incident(request: HttpRequest, pk: int) -> HttpResponse:
    """The four parts; a restricted incident sends on to whom to ask."""
    found = found_incident(pk)
    if found is None:
        raise Http404
    elsewhere = turned_to_owner(request, found.ref, page="desks:incident")
    if elsewhere:
        return elsewhere
    by, at, since = acting(request), clock.now(), position()
    victims = list(victims_with_safe_contact(pk))
    minds = minds_of(victims)
    decided, sent, domestic = decided_on(pk), sent_to(pk, at), domestic_of(pk)
    records = [found.ref, *(victim.ref for victim in victims), *([domestic.ref] if domestic else [])]
    promises = about_records(records)
    crimes = [one.ref for one in decided.crimes]
    people = restricted_among(by, [*crimes, *(ref for victim in victims for ref in refs_of(victim))], at=at)
    look_at_shown(people, page="desks:incident", by=by, at=at)
    facts = {
        "incident": found,
        "victims": [panel(one, promises, by, people, minds=minds[one.pk]) for one in victims],
        "rows": rows(promises, sights=sights_of(promises, by=by), at=at),
        "told": happened([found.ref], reader=by.ref),
        "flags": ", ".join(flag.replace("_", " ") for flag in found.qualifiers),
        "decided": decided,
        "veiled": {ref for ref, sight in people.items() if not sight.may_see},
        "sent": sent,
        "attended": attended(found),
        "offers": [
            *offers_at_incident(found, domestic, by),
            *_offers(found, decided, sent, by),
            *(
                restriction_offer(one.ref, by, label=f"Who may see crime {one.number}")
                for one in decided.crimes
                if one.ref not in people or people[one.ref].may_see
            ),
        ],
        "domestic": domestic,
        "known": known_of_incident(found, domestic, at=at),
        "stream_url": f"/live/board/?since={since}" if by.may("dispatch.view") else "",
    }
    return render(request, "desks/incident.html", facts)


def _offers(found: Incident, decided: Decided, sent: Sequence[OnTheStreet], by: Acting) -> list[Offer]:
    name = Offer(label="Name a victim", url=_url("journeys:name_victim", found.pk), verdict=may(by, "victims.record"))
    arrest = Offer(
        label="Make an arrest",
        url=_url("journeys:arrest", found.pk),
        note="Grounds, necessity and caution; the victim is owed word of it",
        verdict=may(by, "custody.arrest"),
    )
    seen = Offer(
        label="Note a vehicle seen", url=_url("journeys:vehicle_seen", found.pk), verdict=may(by, "people.edit")
    )
    return [
        *unit_offers(found, by=by, sent=sent),
        name,
        seen,
        *crime_offers(found, decided, by=by),
        *requisition_offers(decided.crimes, by),
        arrest,
        Offer(
            label="Interview without arrest",
            url=_url("journeys:attendance", found.pk),
            note="Voluntary attendance: free to leave, and no clock runs",
            verdict=may(by, "custody.arrest"),
        ),
        *call_offers(found, by=by),
        restriction_offer(found.ref, by),
    ]


def _url(name: str, number: int) -> str | None:
    try:
        return reverse(name, args=[number])
    except NoReverseMatch:
        return None
