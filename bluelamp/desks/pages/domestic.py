"""A domestic incident: the person harmed, what is owed, the risk, the children, what happened, what you may do now."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.guard import acting, page
from bluelamp.access.looks import look_at_shown
from bluelamp.access.queries import Sight, restricted_among
from bluelamp.desks.happened import happened
from bluelamp.desks.victim_panel import panel, refs_of
from bluelamp.journeys.offers import restriction_offer
from bluelamp.owed.queries import about_records
from bluelamp.owed.rows import rows, sights_of
from bluelamp.partners.queries import shares_of
from bluelamp.partners.share_words import shown
from bluelamp.people.queries import kept_addresses, warnings_of
from bluelamp.safeguarding.models import DomesticIncident
from bluelamp.safeguarding.offers import offers
from bluelamp.safeguarding.queries import attended_before, markers_of, of_people, pathways_of
from bluelamp.safeguarding.question_set_files import question_sets
from bluelamp.safeguarding.rules.prompts import prompts
from bluelamp.safeguarding.rules.recognising import recognise
from bluelamp.safeguarding.sight import records_of, the_domestic
from bluelamp.victims.queries import victims_with_safe_contact

SHOWN = 10


@page("safeguarding.view")
def domestic(request: HttpRequest, pk: int) -> HttpResponse:
    """By role and assignment; others are told whom to ask, and may open it with a reason where their role allows it."""
    found, by, at = the_domestic(request, pk), acting(request), clock.now()
    victims = [one for one in victims_with_safe_contact(found.incident_id) if one.pk == found.victim_id]
    refs = [found.ref, *(one.ref for one in victims)]
    promises = about_records([*refs, *(one.ref for one in found.pathways.all())])
    earlier = list(of_people(_people(found), but=found.pk)[:SHOWN]) if _people(found) else []
    listed = [*(ref for one in victims for ref in refs_of(one)), *(one.ref for one in earlier)]
    sights = restricted_among(by, listed, at=at)
    look_at_shown(sights, page="desks:domestic", by=by, at=at, known=records_of(found))
    facts = {
        "found": found,
        "victims": [panel(one, promises, by, sights) for one in victims],
        "rows": rows(promises, sights=sights_of(promises, by=by), at=at),
        "told": happened([found.ref], reader=by.ref),
        "offers": [*offers(found, by), restriction_offer(found.ref, by)],
        "recognised": recognise(two=found.two()),
        "warnings": warnings_of(_people(found), at=at),
        "times": attended_before(found, at=at),
        "earlier": _veiled(earlier, sights),
        "kept": kept_addresses(of=[found.victim.person_id]) if found.victim else [],
        "shares": shown(shares_of([found.ref]), {}, at=at),
        "pathways": pathways_of(found, at=at),
        "markers": markers_of(found, at=at),
        "may_assess": by.may("safeguarding.assess"),
        **_assessed(found),
    }
    return render(request, "desks/domestic.html", facts)


def _people(found: DomesticIncident) -> list[int]:
    return [one for one in (found.victim.person_id if found.victim else None, found.suspect_id) if one]


def _veiled(earlier: list[DomesticIncident], sights: Mapping[str, Sight]) -> list[dict[str, Any]]:
    hidden = {ref: sight.words for ref, sight in sights.items() if not sight.may_see}
    return [{"found": one, "veil": hidden.get(one.ref, "")} for one in earlier]


def _assessed(found: DomesticIncident) -> dict[str, Any]:
    """Every assessment, the newest first, with what the answers of the newest prompt."""
    made = sorted(found.assessments.all(), key=lambda one: (one.at, one.pk), reverse=True)
    asked = question_sets().get(made[0].tool) if made else None
    signs = asked.signs(made[0].said()) if asked else frozenset()
    plan = max(found.plans.all(), key=lambda one: one.pk, default=None)
    return {"assessments": made, "prompts": prompts(signs=signs), "plan": plan}
