"""The queue of reviews across both suites, soonest first, with what each needs and one tap to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.actions.looking import look
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import Sight, restricted_among, standing_looks
from bluelamp.custody.cells import is_child
from bluelamp.custody.clocks import decider
from bluelamp.custody.models import Detention
from bluelamp.custody.queries import on_the_whiteboard
from bluelamp.custody.rules.review_needs import Facts, needs
from bluelamp.custody.rules.reviews import may_review
from bluelamp.people.rules.unknowns import Answer
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Reason, Verdict

NAME = "custody:reviews"
ADULT, SOLICITOR = "appropriate adult", "solicitor"


@dataclass(frozen=True, kw_only=True)
class Due:
    """One review that is due: whose, where, when, what it needs, and whether this officer may do it.

    Who reviews, the first of its needs, is what `may` says.
    """

    detention: Detention
    hidden: str
    due: datetime
    began: datetime
    child: bool
    needs: tuple[Reason, ...]
    may: Verdict
    url: str


@page("custody.view", "custody.review", "custody.authorise")
def reviews(request: HttpRequest) -> HttpResponse:
    """Everyone authorised and held, by when their next review is due; those at hospital by the stored time, said so."""
    at, by = clock.now(), acting(request)
    found = [each for each in on_the_whiteboard() if each.review_due_at]
    sights = restricted_among(by, [ref for each in found for ref in (each.ref, each.person.ref)], at=at)
    seen = [ref for ref, sight in sights.items() if sight.may_see]
    if seen and NAME not in standing_looks(by):
        look(page=NAME, records=seen, by=by, at=at)
    queue = sorted((_due(each, sights, by, at) for each in found), key=lambda one: (one.due, one.detention.pk))
    mine = [one for one in queue if one.may.allowed]
    shown = mine if request.GET.get("show") == "mine" else queue
    context = {"at": at, "queue": shown, "every": len(queue), "mine": len(mine), "only_mine": shown is mine}
    return render(request, "custody/reviews.html", context)


def _due(found: Detention, sights: Mapping[str, Sight], by: Acting, at: datetime) -> Due:
    due = found.review_due_at or at
    secret = next((sights[r].words for r in (found.ref, found.person.ref) if r in sights and not sights[r].may_see), "")
    began = found.last_review_at or found.authorised_at or found.arrived_at  # type: ignore[attr-defined]
    may = may_review(decider=decider(by, found), charged=found.charged_at is not None, law=law_of("custody"), at=at)
    asked = () if secret else needs(facts=facts_of(found), due=max(due, at), law=law_of("custody"))
    return Due(
        detention=found,
        hidden=secret,
        due=due,
        began=began,
        child=is_child(found),
        needs=asked[1:],
        may=may,
        url=reverse("custody:review", args=[found.pk]),
    )


def facts_of(found: Detention) -> Facts:
    """What the rule takes, from the row that the whiteboard reads."""
    waiting = [each.casefold() for each in found.waiting_for]
    marks = [each.casefold() for each in found.risk_marks]
    return Facts(
        charged=found.charged_at is not None,
        child=is_child(found),
        vulnerable=ADULT in waiting or any("vulnerable" in each for each in marks),
        interpreter=found.person.interpreter_answer == Answer.KNOWN,
        solicitor_asked=SOLICITOR in waiting,
        at_hospital=bool(found.in_hospital),  # type: ignore[attr-defined]
    )
