"""One pathway: what nobody does, what is owed by whom and by when, what was done, what you may do now."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.guard import acting, page
from bluelamp.access.offers import Offer
from bluelamp.people.queries import relatives_who_speak, safe_contact
from bluelamp.people.rules.safe_contact import Way
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
    found, by = the_pathway(request, pk), acting(request)
    rule = pathways().get(found.kind)
    steps = [_step(one, rule) for one in sorted(found.steps.all(), key=lambda one: (one.due_at, one.pk))]
    closed = "It is closed." if found.closed_at else ""
    close = offered(request, "Close the pathway", "close_pathway", pk, needs=("safeguarding.second_look",),
                    against=closed)  # fmt: skip
    open_ = [_offer(request, one, closed) for one in steps if one["row"].at is None and one["rule"]]
    offers = [*([] if found.domestic else _of_its_own(request, found, closed, by)), *open_, close]
    answered = [one for one in steps if one["row"].at]
    return record_page(
        request, found, "pathway", rule=rule, answered=answered, offers=offers, against=_against(found, rule),
        name=rule.name if rule else found.kind, me=by.officer_id, harmed=_harmed(found, by),
    )  # fmt: skip


def _of_its_own(request: HttpRequest, found: Pathway, closed: str, by: Acting) -> list[Offer]:
    """What the domestic record else asks for: whose it is, and how high the risk is."""
    needs, mine = ("safeguarding.assess",), found.owner_id == by.officer_id
    take_on = offered(request, "Take it on", "take_on_pathway", found.pk, needs=needs, against=closed)
    label = "Assess the risk again" if found.assessed_at else "Assess the risk"
    assess = offered(request, label, "judge_pathway", found.pk, needs=needs, against=closed)
    assess = replace(assess, note="An officer decides, with the reason")
    return [assess] if mine else [replace(take_on, note="Then it is yours to see assessed"), assess]


def _harmed(found: Pathway, by: Acting) -> dict[str, str] | None:
    """Who is harmed and how they may be reached, for those who may see victims."""
    victim = found.harmed
    if victim is None or not by.may("victims.view"):
        return None
    safe = safe_contact(victim.person_id)
    ways = " or ".join(Way(one).words for one in safe.ways if one not in safe.doubtful) if safe else ""
    return {
        "name": victim.person.name,
        "url": reverse("desks:victim", args=[victim.pk]),
        "needs": victim.needs,
        "safe": f"Only {ways}" if ways else "In person only, alone",
        "note": "The victim's page says when, and with which word" if ways else "No safe way is recorded yet: ask",
    }


def _step(row: PathwayStep, rule: Rule | None) -> dict[str, Any]:
    told = rule.step(row.code) if rule else None
    return {"row": row, "rule": told, "words": told.words if told else row.code}


def _offer(request: HttpRequest, one: dict[str, Any], closed: str) -> Offer:
    rule: Step = one["rule"]
    made = offered(request, one["words"], "answer_step", one["row"].pk, needs=(rule.acts,), against=closed)
    return replace(made, note=f"By {WHO[rule.acts]}{'; must be done' if rule.must else ''}")


def _against(found: Pathway, rule: Rule | None) -> list[str]:
    """What is written about the person harmed that does not go with a pathway without family."""
    victim = found.harmed
    if rule is None or victim is None or not rule.no_family:
        return []
    safe, relatives = safe_contact(victim.person_id), relatives_who_speak(victim.person_id)
    return [one.words for one in clashes(pathway=rule, ways=safe.ways if safe else (), relatives=relatives)]
