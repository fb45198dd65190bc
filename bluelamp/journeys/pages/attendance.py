"""Voluntary attendance begins: who comes, where, about what, and why an arrest is not needed."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed, turned_to_owner
from bluelamp.access.guard import page
from bluelamp.calls.models import Incident
from bluelamp.crimes.models import Crime
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.journeys.actions.attendance import begin_attendance
from bluelamp.journeys.pages.arrest import offer_people, searched
from bluelamp.people.queries import Found
from bluelamp.places.models import Station


class AttendanceForm(PlainForm):
    """Somebody found by name; nobody attends without one."""

    person = forms.ChoiceField(label="Who attends", widget=forms.RadioSelect)
    under_18 = Segments(label="Do they appear under 18?", choices=[("no", "No"), ("yes", "Yes")])
    offence_words = forms.CharField(label="About which offence", max_length=200)
    station = forms.TypedChoiceField(
        label="Where", coerce=int, empty_value=None, required=False, widget=forms.RadioSelect
    )
    place_words = forms.CharField(label="Elsewhere, in words", required=False, max_length=200)
    why = forms.CharField(label="Why an interview without arrest will do", widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, found: list[Found], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_people(self, found)
        station: Any = self.fields["station"]
        station.choices = [*Station.objects.order_by("position").values_list("pk", "name"), ("", "Not at a station")]


@page("custody.arrest")
def attendance(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the incident; `?q=` searches for the person first, and the search is logged."""
    incident = Incident.objects.filter(pk=pk).first()
    if incident is None:
        raise Http404
    turned = turned_to_owner(request, incident.ref, page="journeys:attendance")
    if turned:
        return turned
    asked = (request.POST.get("q") or request.GET.get("q") or "").strip()
    found = searched(request, asked) if asked else []
    crime = Crime.objects.filter(incident=incident).first()
    initial = {"offence_words": crime.offence_words if crime else ""}

    def act(given: dict[str, Any]) -> str:
        facts = {name: given[name] for name in ("offence_words", "station", "place_words", "why")}
        return begin_attendance(
            person=int(given["person"]),
            incident=incident.pk,
            appears_under_18=given["under_18"] == "yes",
            **facts,
            **signed(request),
        )

    return form_page(
        request,
        form=AttendanceForm(posted(request), found=found, initial=initial),
        act=act,
        then=lambda ref: reverse("desks:attendance", args=[ref.partition(":")[2]]),
        template="journeys/attendance.html",
        context={"incident": incident, "asked": asked, "found": found},
    )
