"""A visit or a rousing, written at the desk: made now, or a while ago with the reason."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted
from bluelamp.access.guard import page
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Detention
from bluelamp.custody.rules.visits import varied
from bluelamp.custody.visit_form import CALLED, VisitForm, write_visit
from bluelamp.design.forms import Instant
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Verdict

LOOKED_AT = 12
"""How many visits back a habit is looked for; the rule takes the last of them."""


class DeskVisitForm(VisitForm):
    """The visit, and when it was made where that is not now."""

    renamed = {"reason": "reason_late", "occurred_at": "visited_at"}

    visited_at = Instant(label="When, if not now", required=False)
    reason_late = forms.CharField(label="Why it is written late", required=False, max_length=300)

    @property
    def shown(self) -> list[forms.BoundField]:
        """As at the cell door, and the time."""
        return [*super().shown, self["visited_at"], self["reason_late"]]


@page("custody.care")
def visit(request: HttpRequest, pk: int) -> HttpResponse:
    """One page for a visit and, for somebody who must be roused, the three results."""
    return record_form(
        request,
        pk,
        form=lambda found: DeskVisitForm(posted(request), must_rouse=found.must_rouse),
        act=lambda given: _act(request, pk, given),
        template="custody/visit.html",
        context=lambda found: {"called": CALLED, "varied": last_visits_vary(found)},
    )


def last_visits_vary(found: Detention) -> Verdict:
    """Whether the visits so far could be foreseen; one statement."""
    times = found.visits.order_by("-happened_at").values_list("happened_at", flat=True)[:LOOKED_AT]
    return varied(visits=sorted(times), law=law_of("custody"), at=clock.now())


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> object:
    times = {"visited_at": given.pop("visited_at"), "reason_late": given.pop("reason_late")}
    return write_visit(request, pk, given, **times)
