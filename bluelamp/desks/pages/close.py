"""Closing an incident, once nothing is left undone; what is, is named."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, signed
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import may_see
from bluelamp.calls.actions.incidents import close_incident
from bluelamp.calls.models import Incident
from bluelamp.calls.pages.incident_page import the_incident
from bluelamp.calls.rules.closing import Closing, may_close
from bluelamp.crimes.queries import decided_on
from bluelamp.design.forms import PlainForm
from bluelamp.desks.closing import assessed_since_graded, left_undone
from bluelamp.victims.queries import victims_with_safe_contact

CODES = (
    ("crime", "Crime"),
    ("transport", "Transport"),
    ("anti_social_personal", "Anti-social behaviour: personal"),
    ("anti_social_nuisance", "Anti-social behaviour: nuisance"),
    ("anti_social_environmental", "Anti-social behaviour: environmental"),
    ("public_safety", "Public safety and welfare"),
    ("administration", "Administration"),
)


class CloseForm(PlainForm):
    """What it was, by the evidence, and what came of it."""

    closing_code = forms.ChoiceField(label="What it was", choices=CODES, widget=forms.RadioSelect)
    result = forms.CharField(label="Result", widget=forms.Textarea(attrs={"rows": 3}))


@page("calls.close")
def close(request: HttpRequest, incident: int) -> HttpResponse:
    """GET already names what stands in the way; POST is refused with the same words."""
    found = the_incident(request, incident)

    def undone(code: str) -> Closing:
        return left_undone(
            found,
            closing_code=code,
            decided=decided_on(found.pk),
            victims=list(victims_with_safe_contact(found.pk)),
            thrive_again=assessed_since_graded(found),
        )

    def act(given: dict[str, str]) -> str:
        return close_incident(
            incident=found.pk,
            closing_code=given["closing_code"],
            result=given["result"],
            left_undone=undone(given["closing_code"]),
            **signed(request),
        )

    return form_page(
        request,
        form=CloseForm(request.POST or None),
        act=act,
        then=lambda _: _onward(request, found),
        template="desks/close.html",
        context={"incident": found, "verdict": may_close(undone("said below"))},
    )


def _onward(request: HttpRequest, found: Incident) -> str:
    """To its log; to the board for who may not open it any more, now that it is closed (D10)."""
    may_read = may_see(acting(request), found.ref).allowed
    return reverse("desks:incident", args=[found.pk]) if may_read else reverse("desks:board")
