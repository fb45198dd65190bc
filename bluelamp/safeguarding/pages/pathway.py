"""One pathway: what nobody does, what is owed by whom and by when, what was done, what you may do now."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse

from bluelamp.access.guard import acting, page
from bluelamp.access.offers import Offer
from bluelamp.people.queries import relatives_who_speak, safe_contact
from bluelamp.safeguarding.models import Pathway, PathwayStep
from bluelamp.safeguarding.pathway_files import pathways
from bluelamp.safeguarding.records import offered, record_page, the_pathway
from bluelamp.safeguarding.rules.pathways import Pathway as Rule
from bluelamp.safeguarding.rules.pathways import Step, clashes

WHO = {
    "safeguarding.assess": "the officer",
    "safeguarding.second_look": "a supervisor or specialist",
    "safeguarding.protect": "whoever may ask for an order",
}


@page("safeguarding.view")
def pathway(request: HttpRequest, pk: int) -> HttpResponse:
    """As the force's edition of it says."""
    found = the_pathway(request, pk)
    rule = pathways().get(found.kind)
    steps = [_step(one, rule) for one in sorted(found.steps.all(), key=lambda one: (one.due_at, one.pk))]
    closed = "It is closed." if found.closed_at else ""
    close = offered(request, "Close the pathway", "close_pathway", pk, needs=("safeguarding.second_look",),
                    against=closed)  # fmt: skip
    offers = [*(_offer(request, one, closed) for one in steps if one["row"].at is None and one["rule"]), close]
    answered = [one for one in steps if one["row"].at]
    return record_page(
        request, found, "pathway", rule=rule, answered=answered, offers=offers, against=_against(found, rule),
        name=rule.name if rule else found.kind, me=acting(request).officer_id,
    )  # fmt: skip


def _step(row: PathwayStep, rule: Rule | None) -> dict[str, Any]:
    told = rule.step(row.code) if rule else None
    return {"row": row, "rule": told, "words": told.words if told else row.code}


def _offer(request: HttpRequest, one: dict[str, Any], closed: str) -> Offer:
    rule: Step = one["rule"]
    made = offered(request, one["words"], "answer_step", one["row"].pk, needs=(rule.acts,), against=closed)
    return replace(made, note=f"By {WHO[rule.acts]}{'; must be done' if rule.must else ''}")


def _against(found: Pathway, rule: Rule | None) -> list[str]:
    """What is written about the person harmed that does not go with a pathway without family."""
    victim = found.domestic.victim
    if rule is None or victim is None or not rule.no_family:
        return []
    safe, relatives = safe_contact(victim.person_id), relatives_who_speak(victim.person_id)
    return [one.words for one in clashes(pathway=rule, ways=safe.ways if safe else (), relatives=relatives)]
