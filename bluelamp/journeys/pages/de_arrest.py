"""De-arrest on the way: no grounds are left, so the person goes free, without bail, and it is recorded (P5)."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.arresting import de_arrest as end_arrest
from bluelamp.design.forms import PlainForm
from bluelamp.journeys.arrested import arrest_of


class DeArrestForm(PlainForm):
    """Why there are no grounds left."""

    why = forms.CharField(
        label="Why there are no grounds left",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="As soon as practicable after the release. PACE s.30(8), (9)",
    )


@page("custody.arrest")
def de_arrest(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the arrest. Refused once a police station was reached: then the custody officer decides."""
    made, turned = arrest_of(request, pk, page="journeys:de_arrest")
    if turned:
        return turned
    onward = reverse("desks:incident", args=[made.incident_id]) if made.incident_id else reverse("desks:my_day")
    return form_page(
        request,
        form=DeArrestForm(posted(request)),
        act=lambda given: end_arrest(arrest=pk, why=given["why"], **signed(request)),
        then=onward,
        template="journeys/de_arrest.html",
        context={"made": made},
    )
